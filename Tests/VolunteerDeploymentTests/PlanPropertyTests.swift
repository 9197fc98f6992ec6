import Basics
import Readiness
import SurveyData
import TestSupport
import Testing
import VolunteerDeployment

@Suite struct PlanPropertyTests {
    /// 2,000 seeds in twenty batches; the seed of a failure is printed.
    @Test(arguments: 0..<20)
    func breaksNoLimit(batch: Int) throws {
        let playbook = try Playbook.builtIn()
        for seed in batch * 100..<(batch + 1) * 100 {
            let instance = Instance.random(seed: seed, playbook: playbook)
            let problem = try instance.problem()
            let plan = try solve(problem)
            #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
            #expect(Self.limitsBroken(by: plan, in: instance) == [], "seed \(seed)")
            #expect(plan.objective <= plan.bound + 1e-9, "seed \(seed)")
            let wanted = instance.needs.count + instance.quotas.reduce(0) { $0 + $1.count }
            let left = plan.unassigned.reduce(0) { $0 + $1.count }
            let served = plan.visits.filter { $0.kind != .followUp }.reduce(0) { $0 + $1.seats }
            #expect(served + left == wanted, "seed \(seed)")
            let threads = seed.isMultiple(of: 2) ? 2 : 4
            #expect(try solve(problem, PlanRequest(threads: threads)) == plan, "seed \(seed)")
        }
    }

    /// What is owed is kept, or what is missed is named.
    @Test(arguments: 0..<4)
    func keepsWhatIsOwedOrSaysWhatNot(batch: Int) throws {
        var kept = 0
        for seed in batch * 100..<(batch + 1) * 100 {
            let instance = Instance.random(seed: seed, playbook: try Playbook.builtIn())
            let plan = try solve(try instance.problem())
            let visited = Set(plan.visits.map(\.group))
            for floor in plan.floors {
                kept += floor.isKept ? 1 : 0
                switch floor.owed {
                case .groups(let count):
                    let owed = Double(floor.missed.count) + (floor.reached * Double(count)).rounded(to: 1)
                    #expect(floor.missed.allSatisfy { !visited.contains($0) }, "seed \(seed)")
                    #expect(Int(owed) == count, "seed \(seed)")
                case .type(_, households: 0): #expect(floor.wanted == 0, "seed \(seed)")
                case .type(let type, _):
                    let named = plan.visits.compactMap { visit in
                        instance.needs.first { $0.household == visit.household }.map {
                            ($0, visit.expectedMinutes)
                        }
                    }
                    let own = named.filter { $0.0.isOf(type) }.reduce(0) { $0 + $1.1 }
                    let all = named.reduce(0) { $0 + $1.1 }
                    if all > 0 {
                        #expect(abs(floor.reached - Double(own) / Double(all)) < 1e-12, "seed \(seed)")
                    }
                }
            }
        }
        #expect(kept > 100)
    }

    /// The limits, written again from the words of the issue and the raw input.
    private static func limitsBroken(by plan: DeploymentPlan, in instance: Instance) -> [String] {
        var broken: [String] = []
        var (visited, followedUp) = ([HouseholdID: Int](), [HouseholdID: Int]())
        var quotas: [String: Int] = [:]
        var quotaSeats: [GroupID: Int] = [:]
        for volunteer in instance.volunteers {
            let visits = plan.visits.filter { $0.volunteer == volunteer.id }
            let limit = Int(Double(volunteer.minutes) * instance.playbook.settings.maximumMinutesShare + 1e-9)
            // Each outing has its own way; of a month without outings each group.
            let outings = Dictionary(grouping: visits, by: \.outing)
            let ways = outings.values.reduce(0) { sum, own in
                Set(own.map(\.group)).reduce(sum) { $0 + way(volunteer, to: $1, in: instance) }
            }
            let used = visits.reduce(ways) { $0 + average($1, by: volunteer, instance.playbook.settings) }
            if used > limit { broken.append("minutes") }
            let stated = plan.assignments.first { $0.volunteer == volunteer.id }?.travelMinutes
            if stated != ways { broken.append("ways") }
            if Set(visits.map(\.group)).count > volunteer.maximumGroups { broken.append("groups") }
            for visit in visits where visit.kind == .session {
                if volunteer.force == .police { broken.append("police lead a session") }
                quotaSeats[visit.group, default: 0] += visit.seats
            }
            for visit in visits where visit.kind != .session {
                let tasks = visit.failedSteps.compactMap {
                    instance.playbook.task(for: $0, by: volunteer.force, skills: nil)
                }
                if tasks.isEmpty { broken.append("force does not fit") }
                let minutes = min(90, tasks.reduce(0) { $0 + $1.minutes })
                if minutes != visit.minutes { broken.append("minutes of a visit") }
                if volunteer.force == .police && visit.steps != [.eID] {
                    broken.append("police without need")
                }
                guard let household = visit.household else {
                    quotas["\(visit.group.text) \(visit.failedSteps)", default: 0] += 1
                    quotaSeats[visit.group, default: 0] += 1
                    continue
                }
                if visit.kind == .followUp {
                    followedUp[household, default: 0] += 1
                    let before = plan.visits.contains { first in
                        first.household == household && first.steps == [.eID]
                            && first.volunteer != volunteer.id && first.week < visit.week
                    }
                    if !before || visit.steps.contains(.eID) { broken.append("follows nobody") }
                } else {
                    visited[household, default: 0] += 1
                }
                let need = instance.needs.first { $0.household == household }
                if need?.consentTo.contains(volunteer.force) != true { broken.append("consent") }
                if need?.group != visit.group { broken.append("group of the household") }
                if need?.failedSteps != visit.failedSteps { broken.append("steps of the household") }
                if volunteer.neverHouseholds.contains(household) { broken.append("never") }
            }
        }
        if [visited, followedUp].contains(where: { $0.values.contains { $0 > 1 } }) {
            broken.append("household twice")
        }
        for quota in instance.quotas {
            let key = "\(quota.group.text) \(quota.failedSteps)"
            quotas[key] = (quotas[key] ?? 0) - quota.count
        }
        if quotas.values.contains(where: { $0 > 0 }) { broken.append("quota") }
        for (group, seats) in quotaSeats {
            let all = instance.quotas.filter { $0.group == group }.reduce(0) { $0 + $1.count }
            if seats > all { broken.append("more seats and doors than a quota has") }
        }
        let known = Set(instance.volunteers.map(\.id))
        if !plan.visits.allSatisfy({ known.contains($0.volunteer) }) { broken.append("unknown volunteer") }
        return broken
    }

    /// What a visit takes on average, doors that stay closed counted, to the nearest five minutes.
    private static func average(_ visit: Visit, by volunteer: Volunteer, _ settings: PlaybookSettings) -> Int
    {
        let (inside, closed) = (Double(visit.minutes), Double(settings.closedDoorMinutes))
        let walk = Double(settings.outings?.betweenDoors ?? 0)
        var minutes: Double
        let reach: Double
        switch visit.kind {
        case .session: return visit.minutes
        case .visit, .followUp:
            // At home at once, at home the second time, or out twice.
            let home = settings.atHome
            minutes =
                home * inside + (1 - home) * home * (closed + inside) + (1 - home) * (1 - home) * 2 * closed
                + walk * (2 - home)
            reach = 1 - (1 - home) * (1 - home)
        case .quota:
            let opens = settings.quotaReach[volunteer.force] ?? 0
            minutes = opens * inside + (1 - opens) * closed + walk
            reach = opens
        }
        // Five households are met in two hours at most.
        if settings.outings != nil { minutes = max(minutes, 24 * reach) }
        return 5 * max(1, Int((minutes / 5).rounded()))
    }

    /// Ten minutes, and four a kilometre, rounded up to five; a degree is 111.195 km.
    private static func way(_ volunteer: Volunteer, to group: GroupID, in instance: Instance) -> Int {
        let places = Dictionary(uniqueKeysWithValues: instance.groups.map { ($0.id, $0) })
        guard let there = places[group] else { return -1 }
        var kilometres = 4.0
        if let home = volunteer.homeGroup.flatMap({ places[$0] }) {
            kilometres = home.formerWard == there.formerWard ? 1.5 : 4
            if let one = home.latitude, let other = there.latitude { kilometres = abs(one - other) * 111.195 }
            if home.id == group { kilometres = 0 }
        }
        return Int(((10 + 4 * kilometres) / 5 - 1e-6).rounded(.up)) * 5
    }

    @Test func liesBetweenNothingAndTheBestPlanWhichLiesUnderTheBound() throws {
        var found = 0.0
        var best = 0.0
        for seed in 2_000..<2_200 {
            var instance = Instance.random(seed: seed, playbook: try Playbook.plain(), most: 6)
            instance.quotas = []
            instance.volunteers = Array(instance.volunteers.prefix(3))
            let plan = try solve(try instance.problem())
            let optimum = Self.bestValue(of: instance)
            #expect(plan.objective <= optimum + 1e-9, "seed \(seed)")
            #expect(optimum <= plan.bound + 1e-9, "seed \(seed)")
            found += plan.objective
            best += optimum
        }
        #expect(found >= 0.99 * best)
    }

    /// The value of the best whole plan, by trying all.
    private static func bestValue(of instance: Instance) -> Double {
        let book = instance.playbook
        var minutes = instance.volunteers.map { book.settings.visitMinutes(of: $0.minutes) }
        var groups = instance.volunteers.map { _ in [GroupID: Int]() }
        func best(from index: Int) -> Double {
            guard index < instance.needs.count else { return 0 }
            let need = instance.needs[index]
            var value = best(from: index + 1)
            for (place, volunteer) in instance.volunteers.enumerated() {
                guard need.consentTo.contains(volunteer.force),
                    !volunteer.neverHouseholds.contains(need.household),
                    let help = book.help(over: need.failedSteps, by: volunteer.force),
                    let visit = book.visit(
                        help, to: .named(asksForHelp: need.asksForHelp), dossiers: need.expectedDossiers),
                    visit.minutes <= minutes[place]
                else { continue }
                let isOpen = groups[place][need.group, default: 0] > 0
                if !isOpen && groups[place].values.count(where: { $0 > 0 }) >= volunteer.maximumGroups {
                    continue
                }
                let travel = isOpen ? 0 : way(volunteer, to: need.group, in: instance)
                guard visit.minutes + travel <= minutes[place] else { continue }
                minutes[place] -= visit.minutes + travel
                groups[place][need.group, default: 0] += 1
                value = max(value, visit.gain + best(from: index + 1))
                groups[place][need.group, default: 0] -= 1
                minutes[place] += visit.minutes + travel
            }
            return value
        }
        return best(from: 0)
    }

    @Test(arguments: [3, 14, 15, 92, 65])
    func doesNotDependOnTheOrderOfTheInput(seed: Int) throws {
        let instance = Instance.random(seed: seed, playbook: try Playbook.builtIn())
        var shuffled = instance
        var random = SplitMix64(test: seed + 1)
        shuffled.groups.shuffle(using: &random)
        shuffled.volunteers.shuffle(using: &random)
        shuffled.needs.shuffle(using: &random)
        shuffled.quotas.shuffle(using: &random)
        #expect(try solve(try instance.problem()) == solve(try shuffled.problem()))
    }
}

extension SupportNeed {
    /// Written again from the words of the playbook.
    fileprivate func isOf(_ type: FloorType) -> Bool {
        switch type {
        case .only60Plus: types.contains(.only60Plus)
        case .womenHeaded: types.contains(.womenHeaded)
        case .withChildren: types.contains(.withChildren)
        case .noDevice: failedSteps.contains(.device)
        }
    }
}

extension Double {
    fileprivate func rounded(to step: Double) -> Double { (self / step).rounded() * step }
}
