import Basics
import Readiness
import SurveyData
import TestSupport
import Testing
import VolunteerDeployment

@Suite struct StabilityTests {
    /// Two in a hundred households leave the list, as many come new.
    private func changed(_ instance: Instance, seed: Int) -> Instance {
        var random = SplitMix64(test: seed)
        var changed = instance
        let count = instance.needs.count / 50
        for place in 0..<count {
            let leaves = Int.random(in: 0..<changed.needs.count, using: &random)
            let model = instance.needs[Int.random(in: 0..<instance.needs.count, using: &random)]
            changed.needs[leaves] = need(
                "new\(place)", in: model.group.text, model.failedSteps, dossiers: model.expectedDossiers,
                consent: model.consentTo, address: "9 Lý Thái Tổ", types: model.types)
        }
        return changed
    }

    @Test(arguments: 1...3)
    func peopleStayWhereLittleChanges(seed: Int) throws {
        let instance = Instance.ward(seed: seed, asked: 2_000, playbook: try Playbook.builtIn())
        let before = try solve(try instance.problem())
        let pairs = before.assignments.flatMap { assignment in
            assignment.groups.map { PlanStability.Pair(volunteer: assignment.volunteer, group: $0) }
        }
        let problem = try changed(instance, seed: seed).problem()
        let plan = try solve(problem, PlanRequest(previous: Set(pairs)))
        let stability = try #require(plan.stability)
        let all = stability.kept.count + stability.ended.count
        #expect(all == Set(pairs).count)
        #expect(Double(stability.kept.count) >= 0.85 * Double(all), "seed \(seed): \(stability.kept.count)")
        #expect(stability.loss < 0.01, "seed \(seed): \(stability.loss)")
        #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
    }

    @Test("where nothing changed, last month's plan is the plan", arguments: 1...20)
    func nothingChanged(seed: Int) throws {
        let problem = try Instance.random(seed: seed, playbook: try Playbook.builtIn()).problem()
        let before = try solve(problem)
        let pairs = before.assignments.flatMap { assignment in
            assignment.groups.map { PlanStability.Pair(volunteer: assignment.volunteer, group: $0) }
        }
        let plan = try solve(problem, PlanRequest(previous: Set(pairs), last: before.assignments))
        #expect(plan.assignments.map(\.visits) == before.assignments.map(\.visits), "seed \(seed)")
        #expect(plan.stability?.ended == [] && plan.stability?.new == [], "seed \(seed)")
    }

    @Test func whoIsNoMoreIsNotMissed() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1")]
        instance.volunteers = [volunteer("V1", .youth, home: "G1", minutes: 120)]
        instance.needs = [need("H1", in: "G1", [.knowledge])]
        let gone = PlanStability.Pair(volunteer: VolunteerID("V9"), group: GroupID("G1"))
        let pair = PlanStability.Pair(volunteer: VolunteerID("V1"), group: GroupID("G1"))
        let plan = try solve(try instance.problem(), PlanRequest(previous: [gone, pair]))
        #expect(plan.stability?.kept == [pair] && plan.stability?.ended == [])
    }

    /// Half of a plan's rows, some of them with another volunteer: what breaks no limit stays, and the rest is
    /// planned.
    @Test(arguments: 0..<5)
    func aCompletedPlanKeepsWhatAPersonDecided(batch: Int) throws {
        var kept = 0
        for seed in batch * 40..<(batch + 1) * 40 {
            let instance = Instance.random(seed: seed, playbook: try Playbook.builtIn())
            let problem = try instance.problem()
            let plan = try solve(problem)
            var random = SplitMix64(test: seed)
            let pinned = plan.assignments.map { assignment in
                let visits = assignment.visits.filter { _ in random.chance(0.5) }
                return VolunteerAssignment(
                    volunteer: assignment.volunteer, force: assignment.force, minutesAvailable: 0,
                    visits: visits)
            }
            let completed = try solve(problem, PlanRequest(pinned: pinned))
            #expect(PlanCheck(completed, of: problem).breaches == [], "seed \(seed)")
            #expect(completed.objective <= completed.bound + 1e-9, "seed \(seed)")
            for assignment in pinned {
                let now = completed.assignments.first { $0.volunteer == assignment.volunteer }?.visits ?? []
                for visit in assignment.visits where visit.household != nil {
                    // Nobody follows up where a person took the first visit away.
                    let isFounded = pinned.flatMap(\.visits).contains {
                        $0.household == visit.household && $0.kind == .visit
                    }
                    guard isFounded else { continue }
                    #expect(
                        now.contains { $0.household == visit.household && $0.kind == visit.kind },
                        "seed \(seed)")
                    kept += 1
                }
                for kind in [Visit.Kind.quota, .session] {
                    let (old, new) = (
                        assignment.visits.count { $0.kind == kind }, now.count { $0.kind == kind }
                    )
                    #expect(new >= old, "seed \(seed)")
                }
            }
            // Nothing fits after all is taken away from somebody else: the plan is still whole.
            let stolen = pinned.map { assignment in
                VolunteerAssignment(
                    volunteer: instance.volunteers.last?.id ?? VolunteerID(""), force: assignment.force,
                    minutesAvailable: 0, visits: assignment.visits)
            }
            let other = try solve(problem, PlanRequest(pinned: stolen))
            #expect(PlanCheck(other, of: problem).breaches == [], "seed \(seed)")
        }
        #expect(kept > 20)
    }
}
