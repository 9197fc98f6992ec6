import Basics
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

/// A household that needs the police and another force gets both, the other days later.
@Suite struct FollowUpTests {
    /// The police and a youth volunteer beside households that need both.
    private func ward(
        _ households: Int, police: [String] = ["weekday-evening"], youth: [String] = ["sat-morning"],
        minutes: Int = 480
    ) throws -> Instance {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1")]
        instance.needs = (0..<households).map {
            need("H\($0)", in: "G1", [.eID, .knowledge], consent: [.police, .youth])
        }
        instance.volunteers = [person("P", .police, police, minutes), person("Y", .youth, youth, minutes)]
        return instance
    }

    private func person(_ id: String, _ force: Force, _ times: [String], _ minutes: Int) -> Volunteer {
        Volunteer(
            id: VolunteerID(id), name: "", force: force, phone: "", homeGroup: GroupID("G1"),
            minutes: minutes, maximumGroups: 2, skills: [], available: times, neverHouseholds: [])
    }

    private func problem(_ instance: Instance, month: String? = "2025-12") throws -> DeploymentProblem {
        try DeploymentProblem(
            groups: instance.groups, volunteers: instance.volunteers, needs: instance.needs,
            quotas: instance.quotas, playbook: instance.playbook, month: month)
    }

    @Test("two visits bring what both can do together, whoever is met")
    func jointGain() throws {
        let book = try Playbook.builtIn()
        let steps: [CascadeStep] = [.eID, .knowledge]
        let police = try #require(book.help(over: steps, by: .police))
        let first = try #require(
            book.visit(police, to: .named(asksForHelp: true), dossiers: 1))
        let second = try #require(
            book.followUp(over: steps, by: .youth, asksForHelp: true, dossiers: 1))
        // e-ID: 17 of 20, else .15 later; knowledge: 15 of 20, else .25 later. Nobody comes: .15 · .25.
        let (fixedID, fixedSteps) = (0.85 + 0.15 * 0.15, 0.75 + 0.25 * 0.25)
        let nobody = 0.15 * 0.25
        let (onlyPolice, onlyYouth) = (fixedID * 0.25 - nobody, 0.15 * fixedSteps - nobody)
        let both = fixedID * fixedSteps - nobody
        // Met at the first try or the second, each on its own; six of ten have a procedure.
        let met = 1 - 0.3 * 0.3
        let expected =
            met * met * both + met * (1 - met) * onlyPolice + (1 - met) * met * onlyYouth
        #expect(abs(first.gain + second.gain - 0.6 * expected) < 1e-12)
        #expect(
            second.minutes
                == book.visit(
                    try #require(book.help(over: steps, by: .youth)), to: .named(asksForHelp: true),
                    dossiers: 1)?.minutes)
        #expect(book.followUp(over: [.knowledge], by: .youth, asksForHelp: true, dossiers: 1) == nil)
        #expect(book.followUp(over: steps, by: .police, asksForHelp: true, dossiers: 1) == nil)
        #expect(book.followUp(over: [.eID], by: .youth, asksForHelp: true, dossiers: 1) == nil)
    }

    @Test("the police come in the first half of the month, the other force at least three days later")
    func daysBetween() throws {
        for month in ["2025-12", "2026-02", "2026-08"] {
            let problem = try problem(ward(4), month: month)
            let plan = try solve(problem)
            #expect(PlanCheck(plan, of: problem).breaches == [])
            let second = plan.visits.filter { $0.kind == .followUp }
            #expect(second.count == 4 && second.allSatisfy { $0.steps == [.knowledge] })
            for visit in second {
                let first = try #require(
                    plan.visits.first { $0.household == visit.household && $0.kind == .visit })
                let (before, after) = (try #require(first.date), try #require(visit.date))
                #expect(first.volunteer.text == "P" && before.days(to: after) >= 3)
                #expect(before.day <= 12 && after.day >= 15)
            }
        }
    }

    @Test("nobody follows up where the playbook says so, where only one force may come, or without police")
    func noFollowUps() throws {
        func kinds(_ change: (inout Instance) throws -> Void) throws -> Set<Visit.Kind> {
            var instance = try ward(4)
            try change(&instance)
            return Set(try solve(try problem(instance)).visits.map(\.kind))
        }
        #expect(try kinds { _ in } == [.visit, .followUp])
        #expect(
            try kinds {
                let text = String(decoding: PackageResources.ward_yaml, as: UTF8.self)
                    .replacing("followUpDays: 3", with: "followUpDays: 0")
                $0.playbook = try Playbook(yaml: text, file: "p.yaml")
            } == [.visit])
        #expect(
            try kinds {
                $0.needs = (0..<4).map { need("H\($0)", in: "G1", [.eID, .knowledge], consent: [.police]) }
            } == [.visit])
        #expect(try kinds { $0.volunteers.removeFirst() } == [.visit])
        #expect(try kinds { $0.volunteers[1] = person("Y", .police, ["sat-morning"], 480) } == [.visit])
    }

    @Test(
        "an edited follow-up without a visit of the police, or too soon after it, is named; a sound one stays"
    )
    func editedFollowUps() throws {
        let problem = try problem(ward(6))
        func plan(_ rows: String) throws -> DeploymentPlan {
            let text = "volunteer_id,outing,slot,group_id,household_id,barrier,kind\n" + rows
            let edited = try EditedAssignments(table: WardTable(text: text, name: "edited.csv"))
            return DeploymentPlan(edited, of: problem, bound: 100)
        }
        func breaches(_ rows: String) throws -> [String] {
            PlanCheck(try plan(rows), of: problem).limitsBroken.map(\.code)
        }
        let late = "Y,1,2025-12-20 sat-morning,G1,H1,eID,followUp\n"
        #expect(try breaches(late) == ["followsNobody"])
        #expect(try breaches("P,1,2025-12-18 weekday-evening,G1,H1,eID,visit\n" + late) == ["followsTooSoon"])
        #expect(try breaches("P,1,2025-12-18 weekday-evening,G1,H2,eID,visit\n" + late) == ["followsNobody"])
        #expect(
            try breaches("P,1,2025-12-04 weekday-evening,G1,H1,eID,visit\n" + late + late)
                == ["householdTwice"])
        let sound = try plan("P,1,2025-12-04 weekday-evening,G1,H1,eID,visit\n" + late)
        #expect(PlanCheck(sound, of: problem).limitsBroken == [])
        let filled = try solve(problem, PlanRequest(pinned: sound.assignments))
        #expect(PlanCheck(filled, of: problem).breaches == [])
        let kept = filled.visits.filter { $0.household?.text == "H1" }
        #expect(kept.map(\.slot).sorted() == ["2025-12-04 weekday-evening", "2025-12-20 sat-morning"])
        #expect(filled.visits.count { $0.kind == .followUp } > 1)
        // What a person decided of the police alone can be followed up as well.
        let first = try plan("P,1,2025-12-04 weekday-evening,G1,H1,eID,visit\n").assignments
        let followed = try solve(problem, PlanRequest(pinned: first))
        #expect(PlanCheck(followed, of: problem).breaches == [])
        #expect(followed.visits.contains { $0.kind == .followUp && $0.household?.text == "H1" })
    }

    @Test("the same crew and needs with last month's plan make the same plan")
    func lastPlanStays() throws {
        let problem = try problem(ward(9))
        let plan = try solve(problem)
        #expect(plan.visits.contains { $0.kind == .followUp })
        let pairs = plan.assignments.flatMap { assignment in
            assignment.groups.map { PlanStability.Pair(volunteer: assignment.volunteer, group: $0) }
        }
        let again = try solve(problem, PlanRequest(previous: Set(pairs), last: plan.assignments))
        #expect(again.assignments == plan.assignments)
    }
}
