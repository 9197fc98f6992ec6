import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct DeploymentProblemTests {
    private func instance() throws -> Instance {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1", households: 10)]
        instance.volunteers = [volunteer("V1", .youth, home: "G1", minutes: 60)]
        instance.needs = [need("H1", in: "G1", [.skill])]
        return instance
    }

    @Test func refusesWhatCannotBe() throws {
        func error(_ change: (inout Instance) -> Void) throws -> DeploymentProblemError? {
            var changed = try instance()
            change(&changed)
            return #expect(throws: DeploymentProblemError.self) { try changed.problem() }
        }
        #expect(try error { $0.groups += $0.groups } == .groupTwice(GroupID("G1")))
        #expect(try error { $0.volunteers += $0.volunteers } == .volunteerTwice(VolunteerID("V1")))
        #expect(try error { $0.needs += $0.needs } == .householdTwice(HouseholdID("H1")))
        #expect(
            try error { $0.needs = [need("H1", in: "G9", [.skill])] }
                == .needInUnknownGroup(HouseholdID("H1"), GroupID("G9")))
        #expect(
            try error { $0.needs = [need("H1", in: "G1", [.skill], dossiers: .nan)] }
                == .badDossiers(GroupID("G1")))
        #expect(try error { $0.needs = [need("H1", in: "G1", [.filesAlone])] } == .badSteps(GroupID("G1")))
        #expect(
            try error { $0.volunteers = [volunteer("V1", .youth, home: nil, minutes: -1)] }
                == .badMinutes(VolunteerID("V1")))
        #expect(
            try error { $0.volunteers = [volunteer("V1", .youth, home: nil, minutes: 9, groups: 0)] }
                == .badGroupLimit(VolunteerID("V1")))
        #expect(
            try error {
                $0.quotas = [
                    QuotaNeed(group: GroupID("G1"), failedSteps: [.skill], count: 10, expectedDossiers: 1)
                ]
            } == .quotaOverHouseholds(GroupID("G1"), quota: 10, households: 9))
    }

    @Test func anEmptyWardHasAnEmptyPlan() throws {
        let empty = Instance(playbook: try Playbook.builtIn())
        let plan = try solve(try empty.problem())
        #expect(plan.visits.isEmpty && plan.bound == 0 && plan.gap == 0)
        #expect(plan.prices.allSatisfy { $0.oneMoreHour == nil })
    }
}
