import Basics
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

/// `pairs: evening`: youth and women volunteers go in twos in the evening.
@Suite struct PairTests {
    private func playbook() throws -> Playbook {
        let text = String(decoding: PackageResources.ward_yaml, as: UTF8.self)
            .replacing("pairs: none", with: "pairs: evening")
        return try Playbook(yaml: text, file: "p.yaml")
    }

    private func person(
        _ id: String, _ force: Force, _ times: [String], minutes: Int = 480, groups: Int = 2,
        home: String = "G1", never: [String] = []
    ) -> Volunteer {
        Volunteer(
            id: VolunteerID(id), name: "", force: force, phone: "", homeGroup: GroupID(home),
            minutes: minutes, maximumGroups: groups, skills: [], available: times,
            neverHouseholds: Set(never.map { HouseholdID($0) }))
    }

    private func problem(
        _ volunteers: [Volunteer], needs: [SupportNeed]? = nil, playbook: Playbook? = nil
    ) throws -> DeploymentProblem {
        try DeploymentProblem(
            groups: [group("G1"), group("G2")], volunteers: volunteers,
            needs: needs ?? (0..<60).map { need("H\($0)", in: "G1", [.knowledge]) }, quotas: [],
            playbook: try playbook ?? self.playbook(), month: "2025-12")
    }

    @Test("two who have evenings only go out together, on the same days, and both months count it")
    func twoGoTogether() throws {
        let problem = try problem([
            person("V1", .youth, ["weekday-evening"]), person("V2", .youth, ["weekday-evening"]),
        ])
        let plan = try solve(problem)
        #expect(PlanCheck(plan, of: problem).breaches == [])
        #expect(!plan.visits.isEmpty && plan.visits.allSatisfy { $0.volunteer.text == "V1" })
        #expect(plan.visits.allSatisfy { $0.partner?.text == "V2" && $0.time?.code == "weekday-evening" })
        #expect(Set(plan.visits.map(\.outing)) == [1, 2, 3, 4])
        let (one, two) = (plan.assignments[0], plan.assignments[1])
        #expect(two.visits.isEmpty && two.joined == one.visits && !two.isIdle)
        #expect(two.minutesUsed == one.minutesUsed && two.minutesUsed > 300)
        #expect(two.groups == one.groups && two.expectedGain == 0)
        // Each household is on one list, once.
        let households = plan.visits.compactMap(\.household)
        #expect(Set(households).count == households.count)
    }

    @Test("who has no other of the same force goes nowhere in the evening; other times come first, and alone")
    func aloneByDay() throws {
        func slots(_ volunteers: [Volunteer]) throws -> [String: Set<String>] {
            let problem = try problem(volunteers)
            let plan = try solve(problem)
            #expect(PlanCheck(plan, of: problem).breaches == [])
            return Dictionary(grouping: plan.visits, by: \.volunteer.text)
                .mapValues { Set($0.map { "\($0.time?.code ?? "") \($0.partner?.text ?? "alone")" }) }
        }
        #expect(
            try slots([person("V1", .youth, ["weekday-evening"]), person("V2", .women, ["weekday-evening"])])
                == [:])
        // Police have their own rules.
        #expect(try slots([person("P", .police, ["weekday-evening"])]) == [:])
        let mixed = try slots([
            person("V1", .youth, ["weekday-evening", "sat-morning"], minutes: 960),
            person("V2", .youth, ["weekday-evening"], minutes: 960),
            person("V3", .women, ["sun-morning", "weekday-evening"], minutes: 480),
        ])
        #expect(mixed["V1"] == ["sat-morning alone", "weekday-evening V2"])
        #expect(mixed["V2"] == nil)
        #expect(mixed["V3"] == ["sun-morning alone"])
    }

    @Test("a pair keeps the never-lists, the groups and the skills of both")
    func limitsOfBoth() throws {
        let needs =
            (0..<3).map { need("A\($0)", in: "G1", [.knowledge], dossiers: 3) }
            + (0..<3).map { need("B\($0)", in: "G2", [.knowledge], dossiers: 3) }
        let problem = try problem(
            [
                person("V1", .youth, ["weekday-evening"], minutes: 960, groups: 2, never: ["A0"]),
                person("V2", .youth, ["weekday-evening"], minutes: 960, groups: 1, never: ["A1"]),
            ], needs: needs)
        let plan = try solve(problem, PlanRequest(gap: 0, renewals: 100))
        #expect(PlanCheck(plan, of: problem).breaches == [])
        let visited = Set(plan.visits.compactMap { $0.household?.text })
        #expect(visited == ["B0", "B1", "B2"])
        #expect(abs(plan.bound - plan.objective) < 1e-6)
    }

    @Test("an edited evening alone is named; a pair may be another than the program's, and its own stays")
    func editedPairs() throws {
        let problem = try problem([
            person("V1", .youth, ["weekday-evening"]), person("V2", .youth, ["weekday-evening"]),
            person("V3", .women, ["weekday-evening", "sat-morning"]),
        ])
        func plan(_ rows: String) throws -> DeploymentPlan {
            let text = "volunteer_id,with_volunteer_id,outing,slot,group_id,household_id,barrier\n" + rows
            let edited = try EditedAssignments(table: WardTable(text: text, name: "edited.csv"))
            return DeploymentPlan(edited, of: problem, bound: 100)
        }
        func breaches(_ rows: String) throws -> [String] {
            PlanCheck(try plan(rows), of: problem).limitsBroken.map(\.code)
        }
        #expect(try breaches("V1,,1,weekday-evening,G1,H1,knowledge\n") == ["aloneInEvening"])
        #expect(try breaches("V1,V2,1,weekday-evening,G1,H1,knowledge\n") == [])
        #expect(try breaches("V2,V1,1,weekday-evening,G1,H1,knowledge\n") == [])
        #expect(
            try breaches("V1,V3,1,weekday-evening,G1,H1,knowledge\n") == ["aloneInEvening"])
        #expect(try breaches("V3,,1,sat-morning,G1,H1,knowledge\n") == [])
        #expect(try breaches("V1,V9,1,weekday-evening,G1,H1,knowledge\n").contains("unknownVolunteer"))
        let sound = try plan("V1,V2,1,2025-12-10 weekday-evening,G1,H1,knowledge\n")
        let filled = try solve(problem, PlanRequest(pinned: sound.assignments))
        #expect(PlanCheck(filled, of: problem).breaches == [])
        let kept = try #require(filled.visits.first { $0.household?.text == "H1" })
        #expect(kept.slot == "2025-12-10 weekday-evening" && kept.partner?.text == "V2")
        #expect(filled.visits.count > 4)
    }

    @Test("no limit is broken, nobody is alone in the evening, and small wards are proven", arguments: 0..<6)
    func randomWards(batch: Int) throws {
        let book = try playbook()
        let times = ["weekday-evening", "sat-morning", "sun-morning", "weekday-morning", "sat-evening"]
        for seed in batch * 10..<(batch + 1) * 10 {
            var instance = Instance.random(seed: seed, playbook: book, most: 40)
            var random = SplitMix64(test: seed + 7_000)
            instance.volunteers = instance.volunteers.map { person in
                Volunteer(
                    id: person.id, name: "", force: person.force, phone: "", homeGroup: person.homeGroup,
                    minutes: Int.random(in: 0...600, using: &random), maximumGroups: person.maximumGroups,
                    skills: [], available: times.filter { _ in random.chance(0.4) },
                    neverHouseholds: person.neverHouseholds)
            }
            let problem = try DeploymentProblem(
                groups: instance.groups, volunteers: instance.volunteers, needs: instance.needs,
                quotas: instance.quotas, playbook: book, month: "2026-03")
            let plan = try solve(problem)
            #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
            #expect(plan.objective <= plan.bound + 1e-9, "seed \(seed)")
            #expect(try solve(problem, PlanRequest(threads: 2)) == plan, "seed \(seed)")
            let forces = Dictionary(uniqueKeysWithValues: instance.volunteers.map { ($0.id, $0.force) })
            for visit in plan.visits where visit.time?.part == .evening && forces[visit.volunteer] != .police
            {
                let partner = try #require(visit.partner, "seed \(seed)")
                #expect(forces[partner] == forces[visit.volunteer] && partner != visit.volunteer)
            }
            // Nobody is in two places on one day at one time.
            for assignment in plan.assignments {
                let outings = Dictionary(grouping: assignment.visits + assignment.joined, by: \.outing)
                let slots = outings.values.map { $0[0].slot }.filter { $0.contains("2026") }
                #expect(Set(slots).count == slots.count, "seed \(seed)")
            }
        }
    }
}
