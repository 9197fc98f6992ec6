import SurveyData
import Testing
import VolunteerDeployment

/// 97 groups, 291 volunteers, about 1,900 named needs and 13,000 quota households, made up by seed.
@Suite struct WardSizePlanTests {
    /// The bound is that of plans in which people may visit any number of groups.
    @Test(arguments: 1...2)
    func isWorthNinetySevenPercentOfTheBound(seed: Int) throws {
        let instance = Instance.ward(seed: seed, playbook: try Playbook.builtIn())
        let problem = try instance.problem()
        let plan = try solve(problem)
        #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
        #expect(plan.objective >= 0.97 * plan.bound, "seed \(seed), gap \(plan.gap)")
        #expect(plan.objective > 100)
    }

    @Test func aQuickPlanIsWholeAndNotFarFromTheBest() throws {
        let problem = try Instance.ward(seed: 3, asked: 8_000, playbook: try Playbook.builtIn()).problem()
        let quick = try solve(problem, PlanRequest(isQuick: true))
        let best = try solve(problem)
        #expect(PlanCheck(quick, of: problem).breaches == [])
        #expect(quick.objective <= best.bound && quick.bound >= best.objective)
        #expect(quick.objective > 0.985 * best.objective)
    }

    @Test func doesNotDependOnTheOrderOfTheInput() throws {
        let instance = Instance.ward(seed: 7, playbook: try Playbook.builtIn())
        var turned = instance
        turned.groups.reverse()
        turned.volunteers.reverse()
        turned.needs.reverse()
        turned.quotas.reverse()
        #expect(try solve(try instance.problem()) == solve(try turned.problem()))
    }

    /// Written from the words of the playbook: same former ward first, then the distance.
    @Test func sendsNobodyFar() throws {
        let instance = Instance.ward(seed: 9, playbook: try Playbook.builtIn())
        let plan = try solve(try instance.problem())
        let groups = Dictionary(uniqueKeysWithValues: instance.groups.map { ($0.id, $0) })
        func rank(of group: GroupID, from home: GroupID) throws -> Int {
            let origin = try #require(groups[home])
            func distance(_ other: ResidentialGroup) throws -> (Int, Double, GroupID) {
                let north = try #require(other.latitude) - #require(origin.latitude)
                let east = try (#require(other.longitude) - #require(origin.longitude)) * 0.932
                let ward = other.id == home ? 0 : other.formerWard == origin.formerWard ? 1 : 2
                return (ward, (north * north + east * east).rounded(to: 1e-9), other.id)
            }
            let own = try distance(try #require(groups[group]))
            return try instance.groups.count { try distance($0) < own }
        }
        let visited = plan.visits.map(\.group)
        #expect(Set(visited).count > 90)
        for assignment in plan.assignments {
            let volunteer = try #require(instance.volunteers.first { $0.id == assignment.volunteer })
            let home = try #require(volunteer.homeGroup)
            for group in assignment.groups where try rank(of: group, from: home) >= 13 {
                let own = try rank(of: group, from: home)
                let nearer = try instance.volunteers.count {
                    let other = try rank(of: group, from: #require($0.homeGroup))
                    return $0.force == volunteer.force && $0.id != volunteer.id && other < own
                }
                #expect(nearer < 3, "\(volunteer.id.text) to \(group.text)")
            }
        }
    }

    @Test func anHourOfEveryScarceForceIsWorthSomething() throws {
        let plan = try solve(try Instance.ward(seed: 8, playbook: try Playbook.builtIn()).problem())
        // Police go only where they are asked in: they may have more time than that takes.
        let scarce = plan.prices.filter { 100 * $0.minutesUsed >= 95 * $0.minutesAvailable }
        #expect(Set(scarce.map(\.force)).isSuperset(of: [.youth, .women]))
        for price in plan.prices {
            let hour = try #require(price.oneMoreHour)
            if scarce.contains(price) { #expect(hour.first > 0 && hour.ofADay > 0) }
            #expect(hour.first >= 0 && hour.ofADay >= 0)
            // More of the same is never worth more.
            #expect(hour.ofADay <= hour.first * 1.001 + 1e-6)
        }
    }
}

extension Double {
    /// Equal distances of a grid count as equal whatever the rounding of a sum.
    fileprivate func rounded(to step: Double) -> Double { (self / step).rounded() * step }
}
