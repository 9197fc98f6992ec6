import Basics
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

/// A month is made of outings: one group and one time each.
@Suite struct OutingTests {
    private static let times = [
        "weekday-evening", "weekday-morning", "sat-morning", "sun-morning", "weekend", "weekday-afternoon",
    ]

    /// A random ward whose volunteers and households name times, with the built-in playbook.
    private func ward(_ seed: Int) throws -> Instance {
        var instance = Instance.random(seed: seed, playbook: try Playbook.builtIn(), most: 60)
        var random = SplitMix64(test: seed + 1_000)
        instance.volunteers = instance.volunteers.map { person in
            Volunteer(
                id: person.id, name: "", force: person.force, phone: "", homeGroup: person.homeGroup,
                minutes: Int.random(in: 0...900, using: &random), maximumGroups: person.maximumGroups,
                skills: [], available: Self.times.filter { _ in random.chance(0.3) },
                neverHouseholds: person.neverHouseholds)
        }
        instance.needs = instance.needs.map { need in
            SupportNeed(
                household: need.household, group: need.group, failedSteps: need.failedSteps,
                types: need.types, expectedDossiers: need.expectedDossiers, consentTo: need.consentTo,
                asksForHelp: random.chance(0.5),
                time: random.chance(0.7)
                    ? WardTime(written: Self.times[Int.random(in: 0..<6, using: &random)]) : nil,
                address: "")
        }
        return instance
    }

    private struct Key: Hashable {
        let volunteer: VolunteerID
        let outing: Int
    }

    @Test(
        "every outing is to one group at one time, as long as it may be, and meets nobody at a wrong time",
        arguments: 0..<8)
    func outingsKeepTheirLimits(batch: Int) throws {
        for seed in batch * 15..<(batch + 1) * 15 {
            let instance = try ward(seed)
            let problem = try instance.problem()
            let plan = try solve(problem)
            #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
            let people = Dictionary(uniqueKeysWithValues: instance.volunteers.map { ($0.id, $0) })
            let wished = Dictionary(uniqueKeysWithValues: instance.needs.map { ($0.household, $0.time) })
            let outings = Dictionary(grouping: plan.visits) {
                Key(volunteer: $0.volunteer, outing: $0.outing)
            }
            for (key, visits) in outings {
                let person = try #require(people[key.volunteer])
                #expect(Set(visits.map(\.group)).count == 1, "seed \(seed)")
                #expect(Set(visits.map(\.week)).count == 1 && (1...4).contains(visits[0].week))
                let time = try #require(visits[0].time)
                #expect(visits.allSatisfy { $0.time == time })
                #expect(
                    person.available.isEmpty || person.available.contains { WardTime(written: $0) == time })
                let way = try #require(problem.way(of: key.volunteer, to: visits[0].group)).minutes
                #expect(visits.reduce(way) { $0 + $1.expectedMinutes } <= 120, "seed \(seed)")
                for visit in visits {
                    if let household = visit.household, let own = wished[household] ?? nil {
                        #expect(own.overlaps(time), "seed \(seed)")
                    }
                }
            }
            for (volunteer, own) in Dictionary(grouping: outings.values.compactMap(\.first), by: \.volunteer)
            {
                let person = try #require(people[volunteer])
                #expect(Set(own.map(\.group)).count <= person.maximumGroups, "seed \(seed)")
                #expect(own.count <= 8)
                // A day of the week comes once a week.
                for (time, same) in Dictionary(grouping: own, by: \.time) {
                    guard ["sat-morning", "sun-morning"].contains(time?.code) else { continue }
                    #expect(Set(same.map(\.week)).count == same.count, "seed \(seed)")
                }
            }
        }
    }

    @Test("who has only Saturday mornings goes out four times a month")
    func aDayOfTheWeekComesFourTimes() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1")]
        instance.needs = (0..<60).map { need("H\($0)", in: "G1", [.knowledge]) }
        instance.volunteers = [
            Volunteer(
                id: VolunteerID("V1"), name: "", force: .youth, phone: "", homeGroup: GroupID("G1"),
                minutes: 900, maximumGroups: 1, skills: [], available: ["sat-morning"], neverHouseholds: [])
        ]
        let visits = try solve(try instance.problem()).visits
        #expect(Set(visits.map(\.outing)) == [1, 2, 3, 4])
        #expect(Set(visits.map(\.week)) == [1, 2, 3, 4])
    }

    @Test("a household that can only be met on Sunday gets the one who has Sunday")
    func timesDecideWhoGoes() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1")]
        instance.needs = [
            SupportNeed(
                household: HouseholdID("H1"), group: GroupID("G1"), failedSteps: [.knowledge], types: [],
                expectedDossiers: 2, consentTo: [.youth, .women], asksForHelp: true,
                time: WardTime(written: "sun-morning"), address: "")
        ]
        func person(_ id: String, _ time: String) -> Volunteer {
            Volunteer(
                id: VolunteerID(id), name: "", force: .youth, phone: "", homeGroup: GroupID("G1"),
                minutes: 120, maximumGroups: 1, skills: [], available: [time], neverHouseholds: [])
        }
        instance.volunteers = [person("V1", "sat-morning"), person("V2", "weekend"), person("V3", "t7")]
        let visits = try solve(try instance.problem()).visits
        #expect(visits.map(\.volunteer.text) == ["V2"])
    }

    @Test(
        "an edited outing that is too long, divided or at a wrong time is named, and filled around where it is sound"
    )
    func editedOutings() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1"), group("G2")]
        instance.needs = (0..<6).map { need("H\($0)", in: "G1", [.skill]) }
        instance.needs.append(
            SupportNeed(
                household: HouseholdID("H6"), group: GroupID("G1"), failedSteps: [.skill], types: [],
                expectedDossiers: 1, consentTo: [.youth], time: WardTime(written: "sun-morning"), address: "")
        )
        instance.needs.append(need("H7", in: "G2", [.skill]))
        instance.volunteers = [
            Volunteer(
                id: VolunteerID("V1"), name: "", force: .youth, phone: "", homeGroup: GroupID("G1"),
                minutes: 480, maximumGroups: 2, skills: [], available: ["weekday-evening", "sat-morning"],
                neverHouseholds: [])
        ]
        let problem = try instance.problem()
        func plan(_ rows: String) throws -> DeploymentPlan {
            let text = "volunteer_id,outing,slot,group_id,household_id,barrier\n" + rows
            let edited = try EditedAssignments(table: WardTable(text: text, name: "edited.csv"))
            return DeploymentPlan(edited, of: problem, bound: 100)
        }
        func breaches(_ rows: String) throws -> [String] {
            PlanCheck(try plan(rows), of: problem).limitsBroken.map(\.code)
        }
        let long = (0..<4).map { "V1,1,weekday-evening,G1,H\($0),skill\n" }.joined()
        #expect(try breaches(long) == ["outingTooLong"])
        #expect(
            try breaches("V1,1,sat-morning,G1,H0,skill\nV1,1,sat-morning,G2,H7,skill\n") == ["dividedOuting"])
        #expect(
            try breaches("V1,1,sat-morning,G1,H0,skill\nV1,1,weekday-evening,G1,H1,skill\n") == [
                "dividedOuting"
            ])
        #expect(try breaches("V1,1,sun-morning,G1,H0,skill\n") == ["notFree"])
        #expect(try breaches("V1,1,sat-morning,G1,H6,skill\n") == ["wrongTime"])
        let five = (1...5).map { "V1,\($0),sat-morning,G1,H\($0 - 1),skill\n" }.joined()
        #expect(try breaches(five) == ["tooManyOutings"])
        // Sound rows stay, at their time.
        let sound = try plan("V1,2,sat-morning,G1,H3,skill\nV1,2,sat-morning,G1,H4,skill\n")
        #expect(PlanCheck(sound, of: problem).limitsBroken == [])
        let filled = try solve(problem, PlanRequest(pinned: sound.assignments))
        #expect(PlanCheck(filled, of: problem).breaches == [])
        let kept = filled.visits.filter { ["H3", "H4"].contains($0.household?.text) }
        #expect(kept.count == 2 && Set(kept.map(\.outing)).count == 1)
        #expect(kept.allSatisfy { $0.time?.code == "sat-morning" })
        #expect(filled.visits.count > 4)
    }

    /// A volunteer of one time, and households enough.
    private func alone(_ times: [String], month: String?, holidays: [String] = []) throws -> DeploymentProblem
    {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1")]
        instance.needs = (0..<60).map { need("H\($0)", in: "G1", [.knowledge]) }
        instance.volunteers = [
            Volunteer(
                id: VolunteerID("V1"), name: "", force: .youth, phone: "", homeGroup: GroupID("G1"),
                minutes: 1_200, maximumGroups: 1, skills: [], available: times, neverHouseholds: [])
        ]
        let days = try holidays.map { text in
            let parts = text.split(separator: "-").compactMap { Int($0) }
            return try #require(SurveyDate(year: parts[0], month: parts[1], day: parts[2]))
        }
        return try DeploymentProblem(
            groups: instance.groups, volunteers: instance.volunteers, needs: instance.needs, quotas: [],
            playbook: instance.playbook, month: month, holidays: Set(days))
    }

    @Test("nobody goes out on a holiday, and who has only that day goes out less often")
    func holidaysAreLeftOut() throws {
        func dates(_ times: [String], _ holidays: [String]) throws -> [String] {
            let problem = try alone(times, month: "2025-12", holidays: holidays)
            let plan = try solve(problem)
            #expect(PlanCheck(plan, of: problem).breaches == [])
            return Set(plan.visits.compactMap { $0.date?.text }).sorted()
        }
        // December 2025 begins on a Monday.
        #expect(
            try dates(["sat-morning"], []) == ["2025-12-06", "2025-12-13", "2025-12-20", "2025-12-27"])
        #expect(try dates(["sat-morning"], ["2025-12-13", "2025-12-14"]).count == 3)
        #expect(try dates(["sun-morning"], ["2025-12-07", "2025-12-14", "2025-12-21", "2025-12-28"]) == [])
        // A week of holidays takes its outings with it: two a week, at most.
        let week = (8...14).map { "2025-12-\($0 < 10 ? "0" : "")\($0)" }
        let evenings = try dates(["weekday-evening"], week)
        #expect(evenings.count == 6 && Set(evenings).isDisjoint(with: week))
        // The Saturdays that are left, and evenings for the rest.
        #expect(try dates(["sat-morning", "weekday-evening"], ["2025-12-06", "2025-12-20"]).count == 8)
    }

    @Test("an edited outing on a holiday, or on a day without its time, is named")
    func editedDays() throws {
        let problem = try alone(
            ["sat-morning", "weekday-evening"], month: "2025-12", holidays: ["2025-12-25"])
        func breaches(_ slot: String) throws -> [String] {
            let text =
                "volunteer_id,outing,slot,group_id,household_id,barrier\nV1,1,\(slot),G1,H1,knowledge\n"
            let edited = try EditedAssignments(table: WardTable(text: text, name: "edited.csv"))
            let plan = DeploymentPlan(edited, of: problem, bound: 100)
            return PlanCheck(plan, of: problem).limitsBroken.map(\.code)
        }
        #expect(try breaches("2025-12-06 sat-morning") == [])
        #expect(try breaches("2025-12-30 weekday-evening") == [])
        #expect(try breaches("2025-12-25 weekday-evening") == ["wrongDay"])
        #expect(try breaches("2025-12-07 sat-morning") == ["wrongDay"])
        let error = #expect(throws: Diagnostic.self) { try breaches("2025-12-32 sat-morning") }
        #expect(error?.line == 2 && error?.header == "slot")
    }

    @Test("a day that a person chose stays when the rest is planned, in the last days of the month too")
    func chosenDaysStay() throws {
        let problem = try alone(["sat-morning", "weekday-evening"], month: "2025-12")
        let text = """
            volunteer_id,outing,slot,group_id,household_id,barrier
            V1,1,2025-12-30 weekday-evening,G1,H1,knowledge
            V1,2,2025-12-13 sat-morning,G1,H2,knowledge

            """
        let edited = try EditedAssignments(table: WardTable(text: text, name: "edited.csv"))
        let pinned = DeploymentPlan(edited, of: problem, bound: 100).assignments
        let plan = try solve(problem, PlanRequest(pinned: pinned))
        #expect(PlanCheck(plan, of: problem).breaches == [])
        let slots = Dictionary(
            uniqueKeysWithValues: plan.visits.compactMap { visit in
                visit.household.map { ($0.text, visit.slot) }
            })
        #expect(slots["H1"] == "2025-12-30 weekday-evening" && slots["H2"] == "2025-12-13 sat-morning")
        #expect(Set(plan.visits.compactMap(\.date)).count == 8)
    }

    @Test(
        "with time to branch a small ward's plan is the best of its model, and proven", arguments: 0..<25)
    func smallWardsAreProven(seed: Int) throws {
        var instance = try ward(seed)
        instance.groups = Array(instance.groups.prefix(3))
        let groups = Set(instance.groups.map(\.id))
        instance.needs = instance.needs.filter { groups.contains($0.group) }
        instance.quotas = instance.quotas.filter { groups.contains($0.group) }
        instance.volunteers = instance.volunteers.prefix(2).map { person in
            Volunteer(
                id: person.id, name: "", force: person.force, phone: "", homeGroup: instance.groups[0].id,
                minutes: min(person.minutes, 360), maximumGroups: min(person.maximumGroups, 2), skills: [],
                available: person.available, neverHouseholds: person.neverHouseholds)
        }
        let problem = try instance.problem()
        let turns = try solve(problem, PlanRequest(gap: 0))
        let proven = try solve(problem, PlanRequest(gap: 0, renewals: 1_000))
        #expect(PlanCheck(proven, of: problem).breaches == [], "seed \(seed)")
        #expect(proven.objective >= turns.objective - 1e-9 || proven.floors != turns.floors)
        #expect(abs(proven.bound - proven.objective) <= 1e-6 * max(1, proven.objective), "seed \(seed)")
        #expect(proven.bound <= turns.bound + 1e-9 || proven.floors != turns.floors, "seed \(seed)")
    }
}
