import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct UnassignedNeedTests {
    @Test func saysWhyAHouseholdGetsNoVisit() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1"), group("G2")]
        instance.volunteers = [
            volunteer("V1", .youth, home: "G1", minutes: 100, groups: 1, never: ["Hnever"])
        ]
        instance.needs = [
            need("H1", in: "G1", [.knowledge], dossiers: 3), need("H2", in: "G1", [.knowledge], dossiers: 2),
            need("Hnone", in: "G1", [.knowledge], consent: []),
            need("Hyes", in: "G1", [.eID], consent: [.youth, .women]),
            need("Hnever", in: "G1", [.skill]), need("Hpolice", in: "G2", [.eID]),
            need("Hfar", in: "G2", [.connection]), need("Hidle", in: "G2", [.device], dossiers: 0),
        ]
        let plan = try solve(try instance.problem())
        #expect(plan.visits.map(\.household?.text) == ["H1", "H2"])
        let reasons = plan.unassigned.map { "\($0.group.text) \($0.barrier) \($0.reason) \($0.count)" }
        #expect(
            reasons == [
                "G1 eID noConsent 1", "G1 skill excludedForEveryVolunteer 1", "G1 knowledge noConsent 1",
                "G2 device noGain 1", "G2 connection groupLimit 1", "G2 eID noVolunteer 1",
            ])
        // What time would meet: minutes of the force that brings most in a minute.
        let minutes = plan.unassigned.map { $0.wouldTake.map { "\($0.key.rawValue) \($0.value)" } }
        #expect(minutes[0] == [] && minutes[1] == [] && minutes[2] == [] && minutes[3] == [])
        #expect(minutes[4] == ["\(quickest(.connection, instance))"])
        #expect(minutes[5] == ["\(quickest(.eID, instance))"])
    }

    /// By the playbook alone: the force and minutes with the greatest gain in a minute.
    private func quickest(_ step: CascadeStep, _ instance: Instance) -> String {
        let visits = Force.allCases.compactMap { force in
            instance.playbook.help(over: [step], by: force).flatMap {
                instance.playbook.visit($0, to: .named(asksForHelp: false), dossiers: 1)
            }
        }
        let best = visits.max { $0.gain / Double($0.minutes) < $1.gain / Double($1.minutes) }
        return best.map { "\($0.help.force.rawValue) \($0.minutes)" } ?? "nobody"
    }
}
