import Readiness
import SurveyData
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
            #expect(plan.visits.count + left == wanted, "seed \(seed)")
        }
    }

    /// The limits, written again from the words of the issue and the raw input.
    private static func limitsBroken(by plan: DeploymentPlan, in instance: Instance) -> [String] {
        var broken: [String] = []
        var visited: [HouseholdID: Int] = [:]
        var quotas: [String: Int] = [:]
        for volunteer in instance.volunteers {
            let visits = plan.visits.filter { $0.volunteer == volunteer.id }
            let limit = Int(Double(volunteer.minutes) * instance.playbook.settings.maximumMinutesShare + 1e-9)
            if visits.reduce(0, { $0 + $1.minutes }) > limit { broken.append("minutes") }
            if Set(visits.map(\.group)).count > volunteer.maximumGroups { broken.append("groups") }
            for visit in visits {
                let tasks = visit.failedSteps.compactMap {
                    instance.playbook.task(for: $0, by: volunteer.force)
                }
                if tasks.isEmpty { broken.append("force does not fit") }
                let minutes = min(90, tasks.reduce(0) { $0 + $1.minutes })
                if minutes != visit.minutes { broken.append("minutes of a visit") }
                if volunteer.force == .police && visit.steps != [.eID] {
                    broken.append("police without need")
                }
                guard let household = visit.household else {
                    quotas["\(visit.group.text) \(visit.failedSteps)", default: 0] += 1
                    continue
                }
                visited[household, default: 0] += 1
                let need = instance.needs.first { $0.household == household }
                if need?.consentTo.contains(volunteer.force) != true { broken.append("consent") }
                if need?.group != visit.group { broken.append("group of the household") }
                if need?.failedSteps != visit.failedSteps { broken.append("steps of the household") }
                if volunteer.neverHouseholds.contains(household) { broken.append("never") }
            }
        }
        if visited.values.contains(where: { $0 > 1 }) { broken.append("household twice") }
        for quota in instance.quotas {
            let key = "\(quota.group.text) \(quota.failedSteps)"
            quotas[key] = (quotas[key] ?? 0) - quota.count
        }
        if quotas.values.contains(where: { $0 > 0 }) { broken.append("quota") }
        let known = Set(instance.volunteers.map(\.id))
        if !plan.visits.allSatisfy({ known.contains($0.volunteer) }) { broken.append("unknown volunteer") }
        return broken
    }

    @Test func liesBetweenNothingAndTheBestPlanWhichLiesUnderTheBound() throws {
        var found = 0.0
        var best = 0.0
        for seed in 2_000..<2_200 {
            var instance = Instance.random(seed: seed, playbook: try Playbook.builtIn(), most: 6)
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
                    help.minutes <= minutes[place]
                else { continue }
                let isOpen = groups[place][need.group, default: 0] > 0
                if !isOpen && groups[place].values.count(where: { $0 > 0 }) >= volunteer.maximumGroups {
                    continue
                }
                minutes[place] -= help.minutes
                groups[place][need.group, default: 0] += 1
                value = max(
                    value, book.gain(of: help, dossiers: need.expectedDossiers) + best(from: index + 1))
                groups[place][need.group, default: 0] -= 1
                minutes[place] += help.minutes
            }
            return value
        }
        return best(from: 0)
    }

    @Test(arguments: [3, 14, 15, 92, 65])
    func doesNotDependOnTheOrderOfTheInput(seed: Int) throws {
        let instance = Instance.random(seed: seed, playbook: try Playbook.builtIn())
        var shuffled = instance
        var random = TestRandom(seed: seed + 1)
        shuffled.groups.shuffle(using: &random)
        shuffled.volunteers.shuffle(using: &random)
        shuffled.needs.shuffle(using: &random)
        shuffled.quotas.shuffle(using: &random)
        #expect(try solve(try instance.problem()) == solve(try shuffled.problem()))
    }
}
