import Readiness
import SurveyData
import Testing

@testable import VolunteerDeployment

/// What a visit brings and takes when doors may stay closed, and which visits are worth their time.
@Suite struct ExpectedVisitTests {
    private let task = ForceTask(minutes: 45, prior: BetaPrior(a: 1, b: 1), code: "x")

    private func playbook(
        leastGain: Double = 0, leastOfPrice: Double = 0, floors: FloorSettings = .none
    ) -> Playbook {
        Playbook(
            name: "doors",
            settings: PlaybookSettings(
                maximumMinutesShare: 1, longestVisitMinutes: 90, needsProcedure: 1, dossiersCap: 3,
                quotaReach: [.youth: 0.5], atHome: 0.7, closedDoorMinutes: 5, withoutWish: 0.8,
                leastGain: leastGain, leastOfPrice: leastOfPrice, travel: .none, floors: floors),
            barriers: [
                .device: BarrierRule(
                    later: 0,
                    tasks: [.youth: ForceTask(minutes: 20, prior: BetaPrior(a: 1, b: 99), code: "x")]),
                .skill: BarrierRule(later: 0, tasks: [.youth: task]),
            ], taskWords: [:])
    }

    @Test("a named visit is tried twice, and closed doors take their minutes")
    func named() throws {
        let book = playbook()
        let help = try #require(book.help(over: [.skill], by: .youth))
        let wanted = try #require(book.visit(help, to: .named(asksForHelp: true), dossiers: 2))
        // One try: .7 · 45 + .3 · 5 = 33; with chance .3 another: 33 + .3 · 33 = 42.9, and so 45.
        #expect(wanted.minutes == 45)
        #expect(abs(wanted.reach - 0.91) < 1e-12)
        #expect(abs(wanted.gain - 0.91 * 0.5 * 2) < 1e-12)
        #expect(abs(wanted.addedHouseholds - 0.91 * 0.5) < 1e-12)
        let unsaid = try #require(book.visit(help, to: .named(asksForHelp: false), dossiers: 2))
        #expect(unsaid.minutes == 45 && unsaid.reach == wanted.reach)
        #expect(abs(unsaid.gain - 0.8 * wanted.gain) < 1e-12)
    }

    @Test("a door that nobody asked takes less than a visit, and brings less")
    func unasked() throws {
        let book = playbook()
        let help = try #require(book.help(over: [.skill], by: .youth))
        let visit = try #require(book.visit(help, to: .unasked, dossiers: 2))
        // .5 · 45 + .5 · 5
        #expect(visit.minutes == 25)
        #expect(visit.reach == 0.5)
        // Who was not asked did not say that help is wanted.
        #expect(abs(visit.gain - 0.5 * 0.8) < 1e-12)
        #expect(book.visit(help, to: .unasked, dossiers: 0) == nil)
    }

    /// Two homes that a visit helps and one without a device, for one volunteer.
    private func problem(_ book: Playbook, minutes: Int = 1_000) throws -> DeploymentProblem {
        try DeploymentProblem(
            groups: [group("G")], volunteers: [volunteer("V", .youth, home: "G", minutes: minutes)],
            needs: [
                need("A", in: "G", [.skill], dossiers: 2), need("B", in: "G", [.skill], dossiers: 2),
                need("C", in: "G", [.device], dossiers: 1),
            ], quotas: [], playbook: book)
    }

    @Test("visits that bring next to nothing are not made, and their type is owed none")
    func nextToNothing() throws {
        let floors = FloorSettings(groupNeed: nil, typeShare: 0.8, types: [.noDevice])
        let owing = try problem(playbook(floors: floors))
        #expect(owing.typeFloors.map(\.type) == [.noDevice] && owing.typesThatVisitsCannotHelp.isEmpty)
        #expect(try solve(owing).visits.count == 3)
        let sparing = try problem(playbook(leastGain: 0.01, floors: floors))
        #expect(sparing.typeFloors.isEmpty && sparing.typesThatVisitsCannotHelp == [.noDevice])
        let plan = try solve(sparing)
        #expect(Set(plan.visits.compactMap { $0.household?.text }) == ["A", "B"])
        #expect(plan.floors.map(\.owed) == [.type(.noDevice, households: 0)])
        #expect(plan.floors.map(\.isKept) == [true])
        #expect(plan.unassigned.map(\.reason) == [.noGain])
    }

    @Test("minutes have the price of the last visit that a force has time for")
    func price() throws {
        // 45 minutes bring .73, so 20 bring .32; a tenth of that is more than the .007 of a home without a device.
        let tight = try problem(playbook(leastOfPrice: 0.1), minutes: 60)
        #expect(tight.cells.filter(\.canBeHelped).count == 1)
        // With time for everything minutes cost nothing.
        let loose = try problem(playbook(leastOfPrice: 0.1))
        #expect(loose.cells.filter(\.canBeHelped).count == 2)
    }

    @Test("police go to those who agreed, and to a few that ask them in")
    func invitations() throws {
        let built = try Playbook.builtIn()
        let problem = try DeploymentProblem(
            groups: [group("G")], volunteers: [volunteer("P", .police, home: "G", minutes: 600)],
            needs: (0..<4).map { need("H\($0)", in: "G", [.eID], consent: [.police]) },
            quotas: [
                QuotaNeed(
                    group: GroupID("G"), failedSteps: [.eID, .knowledge], count: 2, expectedDossiers: 1),
                QuotaNeed(group: GroupID("G"), failedSteps: [.eID], count: 20, expectedDossiers: 1),
            ], playbook: built)
        let plan = try solve(problem)
        #expect(plan.visits.count { $0.kind == .visit } == 4)
        #expect(
            plan.visits.filter { $0.kind == .quota }.map(\.failedSteps)
                == Array(repeating: [.eID], count: 8))
        #expect(PlanCheck(plan, of: problem).breaches.isEmpty)
        #expect(plan.unassigned.contains { $0.reason == .byInvitation && $0.count == 12 })
    }

    @Test("a plan counts the minutes that visits take on average")
    func minutesUsed() throws {
        let enough = try problem(playbook(), minutes: 90)
        let plan = try solve(enough)
        let assignment = try #require(plan.assignments.first)
        #expect(assignment.visits.count == 2 && assignment.minutesUsed == 90)
        #expect(assignment.visits.allSatisfy { $0.minutes == 45 && $0.expectedMinutes == 45 })
        #expect(PlanCheck(plan, of: enough).breaches.isEmpty)
        let short = try problem(playbook(), minutes: 89)
        let breaches = PlanCheck(plan, of: short).breaches
        #expect(breaches.contains(.tooManyMinutes(VolunteerID("V"), used: 90, allowed: 89)))
    }
}
