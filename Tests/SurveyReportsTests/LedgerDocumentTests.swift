import Basics
import Readiness
import SurveyReports
import TestSupport
import Testing

@Suite struct LedgerDocumentTests {
    private var ledgers: PublicationLedgers {
        let ward = DomainKey(kind: .formerWard, code: "An Lạc", label: "An Lạc")
        let cells = [
            PublishedCell(
                indicator: .eIDLevel2, domain: .all, content: .rate(.whole(65), base: 400),
                shift: 0.00123456789012),
            PublishedCell(indicator: .cascadeKnowledge, domain: .all, content: .rate(.underOne, base: 1205)),
            PublishedCell(indicator: .eIDLevel2, domain: ward, content: .small),
            PublishedCell(indicator: .cascadeKnowledge, domain: ward, content: .protectingOverTime),
        ]
        let statements: [PublishedStatement] = [
            .uptake(percent: 43, lower: 40, upper: 47, target: 80),
            .changeOverlap(referenceMonths: 3, comparableFrom: nil), .mainBarrier(.eID),
        ]
        let households = [
            PageHouseholds(cells: [0, 2], weight: 1.0 / 3, households: [1, 0xFFFF_FFFF_FFFF]),
            PageHouseholds(cells: [1], weight: 2, households: [7]),
        ]
        let page = PublishedPage(
            month: "2025-10", day: "2025-11-05", statements: statements, cells: cells, households: households)
        let next = PublishedPage(
            month: "2025-08..2025-11", day: "2025-12-31", isStopped: true,
            statements: [.rose(since: "2025-10")],
            cells: [], households: [])
        let ledger = PublicationLedger(groups: ["AL01"], formerWards: ["An Lạc"], isSynthetic: true)
            .adding(page, groups: ["AL02"], formerWards: []).adding(next, groups: [], formerWards: [])
        let own = PublicationLedger(groups: ["TX01"], formerWards: [], isSynthetic: false)
        return PublicationLedgers().replacing(by: ledger).replacing(by: own)
    }

    @Test("a ledger that is written is read as the same, and written as the same bytes")
    func roundTrip() throws {
        let text = LedgerDocument(ledgers).text()
        let read = try LedgerDocument.ledgers(in: text, file: "ledger.json")
        #expect(read == ledgers && read.all.map(\.isSynthetic) == [false, true])
        #expect(LedgerDocument(read).text() == text)
    }

    @Test("a damaged ledger is read or refused, never a crash", arguments: [1, 2, 3] as [UInt64])
    func damaged(seed: UInt64) {
        let bytes = Array(LedgerDocument(ledgers).text().utf8)
        var random = SplitMix64(seed: seed)
        var refused = 0
        for _ in 0..<500 {
            let text = String(decoding: Mutation.json.mutated(bytes, &random), as: UTF8.self)
            guard let read = try? LedgerDocument.ledgers(in: text, file: "ledger.json") else {
                refused += 1
                continue
            }
            for ledger in read.all {
                for page in ledger.pages { _ = try? ReleaseRule(ledger.pages).released(page) }
            }
        }
        #expect(refused > 100, "seed \(seed)")
    }
}
