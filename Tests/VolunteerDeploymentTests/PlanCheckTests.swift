import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct PlanCheckTests {
    private func instance() throws -> Instance {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1"), group("G2")]
        instance.volunteers = [volunteer("V1", .youth, home: "G1", minutes: 120, groups: 1)]
        instance.needs = [need("H1", in: "G1", [.knowledge]), need("H2", in: "G1", [.skill])]
        return instance
    }

    @Test func namesNothingInASolvedPlan() throws {
        let problem = try instance().problem()
        let plan = try solve(problem)
        #expect(plan.visits.count == 2)
        #expect(PlanCheck(plan, of: problem).breaches == [])
        #expect(abs(PlanCheck(plan, of: problem).score - plan.objective) < 1e-12)
    }

    @Test func namesEachLimitThatAnotherProblemSetsTighter() throws {
        let plan = try solve(try instance().problem())
        var tighter = try instance()
        tighter.volunteers = [
            volunteer("V1", .youth, home: "G1", minutes: 60, groups: 1, never: ["H2"])
        ]
        tighter.needs[0] = need("H1", in: "G2", [.knowledge], consent: [.women])
        let breaches = Set(PlanCheck(plan, of: try tighter.problem()).breaches)
        #expect(
            breaches == [
                .tooManyMinutes(VolunteerID("V1"), used: 85, allowed: 60),
                .outingTooLong(VolunteerID("V1"), outing: 1, used: 85, allowed: 60),
                .neverHousehold(HouseholdID("H2"), VolunteerID("V1")),
                .wrongGroup(HouseholdID("H1"), GroupID("G1")), .noConsent(HouseholdID("H1"), .youth),
            ])
    }

    @Test func namesPoliceSentWithoutNeed() throws {
        let plan = try solve(try instance().problem())
        var other = try instance()
        other.volunteers = [volunteer("V1", .police, home: "G1", minutes: 120, groups: 1)]
        let breaches = PlanCheck(plan, of: try other.problem()).breaches
        #expect(breaches.contains(.noFit(VolunteerID("V1"), order: 1)))
        #expect(breaches.contains(.noFit(VolunteerID("V1"), order: 2)))
    }

    /// A plan that was written and read again breaks nothing and is worth the same.
    @Test(arguments: 0..<5)
    func anUntouchedPlanIsFine(batch: Int) throws {
        for seed in batch * 40..<(batch + 1) * 40 {
            let problem = try Instance.random(seed: seed, playbook: try Playbook.builtIn()).problem()
            let plan = try solve(problem)
            var text = "volunteer_id,outing,slot,group_id,household_id,barrier,need_code,kind,task_code\n"
            for visit in plan.visits {
                text +=
                    "\(visit.volunteer.text),\(visit.outing),\(visit.slot),\(visit.group.text),"
                    + "\(visit.household?.text ?? ""),\(visit.barrier.rawValue),\(visit.needCode),"
                    + "\(visit.kind.rawValue),\(visit.taskCode)\n"
            }
            let edited = try EditedAssignments(table: WardTable(text: text, name: "edited.csv"))
            let read = DeploymentPlan(edited, of: problem, bound: plan.bound)
            let check = PlanCheck(read, of: problem)
            #expect(check.limitsBroken == [], "seed \(seed)")
            #expect(abs(check.score - plan.objective) < 1e-3, "seed \(seed)")
        }
    }
}
