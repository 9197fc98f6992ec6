import SurveyStatistics
import Testing

@testable import Readiness

/// Made-up wards, month after month, attacked with everything that was shown.
@Suite struct DisclosurePropertyTests {
    private struct Pages {
        var figures: [DisclosureFigure] = []
        var relations: [DisclosureRelation] = []
        var changes: [DisclosureChange] = []
        var shown: Set<String> = []
        var outcomes: [String: DisclosureOutcome] = [:]
        var unprotected: [UnprotectedFigure] = []
        /// The longest that one month's decisions took.
        var longest = Duration.zero
    }

    /// Each month is decided with the months before as they were published.
    private func pages(_ ward: DisclosureWard, months: Int) throws -> Pages {
        var pages = Pages()
        let control = try DisclosureControl(settings: DisclosureSettings())
        for month in 0..<months {
            let before = pages.shown
            pages.figures = (0...month).flatMap { past in
                ward.figures(past) { id in
                    past == month ? .offered : before.contains(id) ? .published : .withheld
                }
            }
            pages.relations = (0...month).flatMap(ward.relations)
            let old = pages.changes.map {
                DisclosureChange(earlier: $0.earlier, later: $0.later, isPublished: true)
            }
            let relations = pages.relations
            let changes = old + (month > 0 ? ward.changes(to: month) : [])
            let start = ContinuousClock.now
            let decisions = try control.decisions(
                pages.figures, relations: relations, changes: changes)
            pages.longest = max(pages.longest, ContinuousClock.now - start)
            pages.changes = decisions.shownChanges
            pages.shown = Set(pages.figures.map(\.id).filter(decisions.isShown))
            pages.outcomes.merge(decisions.outcomes) { $1 == .notOffered ? $0 : $1 }
            pages.unprotected = decisions.unprotected
        }
        return pages
    }

    @Test(arguments: 0..<500)
    func theAttackFindsNothing(seed: UInt64) throws {
        let months = 1 + Int(seed % 2)
        let ward = DisclosureWard(seed: seed, DisclosureWard.Size(months: months))
        let pages = try pages(ward, months: months)
        let attack = DisclosureAttack(
            pages.figures, pages.relations, changes: pages.changes, shown: pages.shown, limit: 10)
        let unprotected = Set(pages.unprotected.map(\.id))
        #expect(Set(attack.found().keys).subtracting(unprotected) == [], "seed \(seed)")
        #expect(unprotected == [], "seed \(seed)")
        // What is hidden for others' sake does not follow from the rest, or it need not be hidden; unless it is hidden
        // because its base would tell.
        for figure in pages.figures where pages.outcomes[figure.id] == .protecting {
            let isBaseKnown = figure.baseID.map(attack.isWorkedOut) ?? true
            #expect(!isBaseKnown || !attack.isWorkedOut(figure.id), "seed \(seed), \(figure.id)")
        }
    }

    @Test func withoutFurtherHidingTheAttackFindsFigures() throws {
        var found = 0
        for seed in 0..<50 as Range<UInt64> {
            let ward = DisclosureWard(seed: seed, DisclosureWard.Size())
            let figures = ward.figures(0)
            let settings = try DisclosureSettings()
            let shown = figures.filter {
                $0.standing == .offered && !settings.isSmall(count: $0.count, base: $0.base)
            }
            let attack = DisclosureAttack(
                figures, ward.relations(0), shown: Set(shown.map(\.id)), limit: 10)
            found += attack.found().isEmpty ? 0 : 1
        }
        print("attacked without further hiding: figures found in \(found) of 50 wards")
        #expect(found > 30)
    }

    /// Seven former wards of 150–600 households, 6 types, 15 procedures, 12 indicators, rates of 5–95 %.
    @Test func ofARealisticWardFewFiguresAreHidden() throws {
        let size = DisclosureWard.Size(
            months: 3, formerWards: 7...7, households: 150...600, types: 6...6, procedures: 15...15,
            indicators: 7...7, rates: 5...95)
        var counts: [DisclosureOutcome: Int] = [:]
        var unprotected = 0
        var longest = Duration.zero
        for seed in 1..<3 as Range<UInt64> {
            let ward = DisclosureWard(seed: seed, size)
            let pages = try pages(ward, months: 3)
            longest = max(longest, pages.longest)
            for outcome in pages.outcomes.values { counts[outcome, default: 0] += 1 }
            unprotected += pages.unprotected.count
        }
        let offered = counts.reduce(0) { $0 + ($1.key == .notOffered ? 0 : $1.value) }
        print(
            "realistic wards: of \(offered) figures", counts, "unprotected", unprotected, "longest", longest)
        #expect(unprotected == 0)
        #expect(Double(counts[.protecting] ?? 0) < 0.1 * Double(offered))
    }
}
