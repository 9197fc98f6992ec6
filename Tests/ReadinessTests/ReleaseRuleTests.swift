import Readiness
import Testing

/// Pages of one indicator, the e-ID, of the whole ward and of former wards.
@Suite struct ReleaseRuleTests {
    /// A part of a former ward's households who stand on the same pages.
    private struct Part {
        let ward: String
        let households: ClosedRange<UInt64>
        var weight = 1.0
    }

    /// A page of some parts; a former ward without a rate is hidden.
    private func page(
        _ month: String, all: PublishedPercent, rates: [String: PublishedPercent], _ parts: [Part]
    ) -> PublishedPage {
        let wards = Set(parts.map(\.ward)).sorted()
        let contents =
            [PublishedCell.Content.rate(all, base: 100)]
            + wards.map { rates[$0].map { .rate($0, base: 50) } ?? .small }
        let domains = [DomainKey.all] + wards.map { DomainKey(kind: .formerWard, code: $0, label: $0) }
        return PublishedPage(
            month: month, day: "2025-12-01", statements: [],
            cells: zip(domains, contents).map {
                PublishedCell(indicator: .eIDLevel2, domain: $0, content: $1)
            },
            households: parts.map { part in
                PageHouseholds(
                    cells: [0, 1 + (wards.firstIndex(of: part.ward) ?? 0)], weight: part.weight,
                    households: Array(part.households))
            })
    }

    private let first = [Part(ward: "A", households: 1...100), Part(ward: "B", households: 101...200)]

    private func shown(_ page: PublishedPage) -> [Bool] { page.cells.map(\.isShown) }

    @Test("six late households whose answers two pages of a month give are protected: no second page")
    func lateHouseholds() throws {
        let old = page("2025-10", all: .whole(50), rates: ["A": .whole(50), "B": .whole(50)], first)
        let late = first + [Part(ward: "A", households: 201...206)]
        let new = page("2025-10", all: .whole(51), rates: ["A": .whole(53), "B": .whole(50)], late)
        #expect(try ReleaseRule([]).holds(old))
        #expect(try !ReleaseRule([old]).holds(new))
        var ledger = PublicationLedger(groups: ["G"], formerWards: [], isSynthetic: false)
        ledger = ledger.adding(old, groups: [], formerWards: [])
        let frozen = try Publication(new, after: ledger)
        #expect(frozen.page == old && frozen.now == new && !frozen.isNew)
        #expect(throws: PublicationRefusal.self) {
            try Publication(new, after: ledger, isReplacing: true)
        }
    }

    @Test("the next month hides the former ward that would tell who came in, and no more than it takes")
    func nextMonth() throws {
        let old = page("2025-10", all: .whole(50), rates: ["A": .whole(50), "B": .whole(50)], first)
        let more = first + [Part(ward: "A", households: 201...206)]
        let new = page("2025-11", all: .whole(51), rates: ["A": .whole(53), "B": .whole(50)], more)
        let released = try ReleaseRule([old]).released(new)
        #expect(!shown(released)[1])
        #expect(shown(released).count(where: \.self) >= 1)
        #expect(try ReleaseRule([old]).holds(released))
        // The same month again is the same page, though by itself it would show more.
        let ledger = PublicationLedger(groups: [], formerWards: [], isSynthetic: false)
            .adding(old, groups: [], formerWards: []).adding(released, groups: [], formerWards: [])
        let again = try Publication(new, after: ledger)
        #expect(again.page == released && again.now == nil && !again.isNew)
    }

    @Test("a month with half of its households replaced is published whole")
    func halfReplaced() throws {
        let old = page("2025-10", all: .whole(50), rates: ["A": .whole(50), "B": .whole(50)], first)
        let new = page(
            "2025-11", all: .whole(52), rates: ["A": .whole(54), "B": .whole(50)],
            [
                Part(ward: "A", households: 51...100), Part(ward: "A", households: 301...350),
                Part(ward: "B", households: 151...200), Part(ward: "B", households: 401...450),
            ])
        #expect(try ReleaseRule([old]).released(new) == new)
    }

    @Test("where everybody is asked again and many answer otherwise, the month is published whole")
    func changedAnswers() throws {
        let old = page("2025-10", all: .whole(50), rates: ["A": .whole(50), "B": .whole(50)], first)
        let parts = [Part(ward: "A", households: 4...103), Part(ward: "B", households: 104...200)]
        let moved = [Part(ward: "A", households: 4...100), Part(ward: "A", households: 501...503), parts[1]]
        let new = page("2025-11", all: .whole(65), rates: ["A": .whole(65), "B": .whole(65)], moved)
        #expect(try ReleaseRule([old]).released(new).cells.contains { $0.isShown })
    }

    @Test("a household of a great weight shows in a rate, so its answer is protected")
    func greatWeight() throws {
        let old = page("2025-10", all: .whole(50), rates: ["A": .whole(50), "B": .whole(50)], first)
        let heavy = first + [Part(ward: "A", households: 201...201, weight: 30)]
        let new = page("2025-11", all: .whole(56), rates: ["A": .whole(62), "B": .whole(50)], heavy)
        #expect(try !ReleaseRule([old]).holds(new))
    }

    @Test("the order in which households and pages are given changes nothing")
    func order() throws {
        let old = page("2025-10", all: .whole(50), rates: ["A": .whole(50), "B": .whole(50)], first)
        let more = first + [Part(ward: "A", households: 201...206), Part(ward: "B", households: 301...303)]
        let rates: [String: PublishedPercent] = ["A": .whole(53), "B": .whole(50)]
        let one = page("2025-11", all: .whole(51), rates: rates, more)
        let other = page("2025-11", all: .whole(51), rates: rates, more.reversed())
        #expect(try ReleaseRule([old]).released(one).cells == ReleaseRule([old]).released(other).cells)
    }
}
