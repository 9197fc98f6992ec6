import SurveyStatistics
import Testing

@testable import Readiness

/// A domain's figure, short.
private func figure(
    _ id: String, _ count: Int, _ base: Int, _ standing: DisclosureStanding = .offered,
    base baseID: String? = nil
) -> DisclosureFigure {
    DisclosureFigure(
        id: id, count: count, base: base, standing: standing, isLastResort: id.hasPrefix("W"), baseID: baseID)
}

@Suite struct DisclosureControlTests {
    private func decisions(
        _ figures: [DisclosureFigure], _ relations: [DisclosureRelation], _ changes: [DisclosureChange] = []
    ) throws -> DisclosureDecisions {
        let control = try DisclosureControl(settings: DisclosureSettings())
        let decisions = try control.decisions(figures, relations: relations, changes: changes)
        let backwards = try control.decisions(
            figures.reversed(), relations: relations.reversed(), changes: changes)
        #expect(decisions == backwards)
        let attack = DisclosureAttack(
            figures, relations, changes: decisions.shownChanges,
            shown: Set(figures.map(\.id).filter(decisions.isShown)), limit: 10)
        #expect(Set(attack.found().keys) == Set(decisions.unprotected.map(\.id)))
        return decisions
    }

    private let formerWards = DisclosureRelation(total: "W", parts: ["A", "B", "C"], bases: .added)

    @Test func aSmallFormerWardHidesTheNextSmallest() throws {
        let decisions = try decisions(
            [figure("W", 124, 400), figure("A", 4, 90), figure("B", 60, 160), figure("C", 60, 150)],
            [formerWards])
        #expect(decisions.outcomes == ["W": .shown, "A": .small, "B": .shown, "C": .protecting])
        #expect(decisions.unprotected.isEmpty)
    }

    /// 2 + 3 = 5: only six counts would stay possible.
    @Test func twoSmallOnesDoNotHideEachOther() throws {
        let decisions = try decisions(
            [figure("W", 65, 340), figure("A", 2, 90), figure("B", 3, 100), figure("C", 60, 150)],
            [formerWards])
        #expect(decisions.outcomes["C"] == .protecting)
    }

    @Test func aTypeWithASmallComplementIsHidden() throws {
        let decisions = try decisions(
            [figure("W", 60, 200), figure("T", 57, 180), figure("not T", 3, 20, .neverShown)],
            [DisclosureRelation(total: "W", parts: ["T", "not T"], bases: .added)])
        #expect(decisions.outcomes == ["W": .shown, "T": .protecting, "not T": .notOffered])
    }

    @Test func anAnswerThatFollowsFromOthersTakesOneWithIt() throws {
        let decisions = try decisions(
            [
                figure("online", 90, 200), figure("self", 44, 200), figure("assisted", 40, 200),
                figure("on behalf", 6, 200),
            ],
            [
                DisclosureRelation(total: "online", parts: ["self", "assisted", "on behalf"], bases: .shared)
            ])
        #expect(decisions.outcomes.values.count { $0 == .protecting } == 1)
    }

    /// Both ways of a table: hiding one more in the row alone, or in the column alone, does not help.
    @Test func aTableOfTwoWaysHidesARectangle() throws {
        let names = ["A", "B", "C"]
        let counts = [[6, 40, 30], [45, 50, 60], [70, 80, 90]]
        var figures: [DisclosureFigure] = []
        var relations: [DisclosureRelation] = []
        for (row, name) in names.enumerated() {
            let parts = (0..<3).map { "\(name)\($0)" }
            figures += (0..<3).map { figure("\(name)\($0)", counts[row][$0], 300) }
            figures.append(figure("W\(name)", counts[row].reduce(0, +), 300))
            figures.append(figure("W\(row)", counts.reduce(0) { $0 + $1[row] }, 900))
            relations.append(DisclosureRelation(total: "W\(name)", parts: parts, bases: .shared))
            relations.append(
                DisclosureRelation(total: "W\(row)", parts: names.map { "\($0)\(row)" }, bases: .added))
        }
        let decisions = try decisions(figures, relations)
        #expect(decisions.outcomes.values.count { $0 == .protecting } == 3)
        #expect(decisions.outcomes.allSatisfy { !$0.key.hasPrefix("W") || $0.value == .shown })
    }

    @Test func theWardsFigureIsHiddenOnlyIfNothingElseHelps() throws {
        let decisions = try decisions(
            [figure("W", 64, 250), figure("A", 4, 100), figure("B", 60, 150, .published)],
            [DisclosureRelation(total: "W", parts: ["A", "B"], bases: .added)])
        #expect(decisions.outcomes == ["W": .protecting, "A": .small, "B": .shown])
    }

    @Test func whatEarlierPagesGiveAwayIsReported() throws {
        let figures = [
            figure("W", 64, 250, .published), figure("A", 4, 100, .withheld),
            figure("B", 60, 150, .published),
        ]
        let decisions = try decisions(
            figures, [DisclosureRelation(total: "W", parts: ["A", "B"], bases: .added)])
        #expect(
            decisions.unprotected == [UnprotectedFigure(id: "A", possibleCounts: 1, neededCounts: 10)])
    }

    @Test func aChangeIsNotShownWhereOneMonthIsHidden() throws {
        let figures = [figure("A 1", 40, 100, .published), figure("A 2", 5, 100), figure("B 2", 30, 90)]
        let change = DisclosureChange(earlier: "A 1", later: "A 2")
        #expect(try decisions(figures, [], [change]).shownChanges.isEmpty)
        let published = DisclosureChange(earlier: "A 1", later: "A 2", isPublished: true)
        #expect(try decisions(figures, [], [published]).unprotected.map(\.id) == ["A 2"])
        // Had the change been shown, it would have been found.
        let attack = DisclosureAttack(figures, [], changes: [change], shown: ["A 1", "B 2"], limit: 10)
        #expect(attack.found() == ["A 2": 1])
    }

    /// Nearly all had a procedure: the base of "filed online" would tell how many had not.
    @Test func aBaseThatTellsASmallFigureIsHiddenToo() throws {
        let figures = [
            figure("had", 96, 100), figure("online", 40, 96, base: "had"), figure("other", 50, 100),
        ]
        #expect(
            try decisions(figures, []).outcomes
                == ["had": .small, "online": .protecting, "other": .shown])
    }

    @Test func aFigureWithoutBaseHidesNothing() throws {
        let decisions = try decisions(
            [figure("W", 60, 150), figure("A", 0, 0), figure("B", 60, 150)],
            [DisclosureRelation(total: "W", parts: ["A", "B"], bases: .added)])
        #expect(decisions.outcomes == ["W": .shown, "A": .noData, "B": .shown])
    }

    @Test func whatIsNotTrueIsRefused() throws {
        #expect(throws: DisclosureProblem.settings) { try DisclosureSettings(limit: 4, rounding: 5) }
        #expect(throws: DisclosureProblem.contradiction(total: "W")) {
            try decisions(
                [figure("W", 60, 150), figure("A", 50, 150)],
                [DisclosureRelation(total: "W", parts: ["A"], bases: .shared)])
        }
        #expect(throws: DisclosureProblem.unknown("B")) {
            try decisions(
                [figure("W", 60, 150)], [DisclosureRelation(total: "W", parts: ["B"], bases: .shared)])
        }
        #expect(throws: DisclosureProblem.repeated("W")) {
            try decisions([figure("W", 60, 150), figure("W", 60, 150)], [])
        }
        #expect(throws: DisclosureProblem.impossible("W")) { try decisions([figure("W", 60, 50)], []) }
    }
}
