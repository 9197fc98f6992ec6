import Foundation
import SurveyData
import SyntheticWard
import Testing

@testable import Readiness

/// What the ledger knows of a page's households, against the report's own figures.
@Suite struct PageHouseholdsTests {
    @Test("the households of each cell are its base, and their weighted share with the shift is its rate")
    func bases() throws {
        let file = try #require(
            synthesize(SyntheticWardSettings(households: 900, months: 1, seed: 11)).first {
                $0.name == "2025-09.csv"
            })
        let survey = try Survey.read(
            text: String(decoding: file.bytes, as: UTF8.self), codebook: .builtIn(), sampling: .volunteer)
        let report = try ReadinessReport(survey, target: 0.8)
        let page = try PublishedPage(report, target: 0.8, month: "2025-09", day: "2025-10-01")
        #expect(page.cells.count > 40 && page.cells.contains { $0.isShown })
        for (place, cell) in page.cells.enumerated() {
            let figure = report.estimate(cell.indicator, kind: cell.domain.kind, code: cell.domain.code)
            let base = page.households.filter { $0.cells.contains(place) }.reduce(0) {
                $0 + $1.households.count
            }
            #expect(base == figure?.of ?? 0, "\(cell.indicator) \(cell.domain)")
            #expect(abs(cell.shift) < 0.05, "\(cell.indicator) \(cell.domain)")
        }
        let all = page.households.flatMap(\.households)
        #expect(Set(all).count == all.count)
    }

    @Test("two ways of writing a code are one pseudonym")
    func pseudonyms() {
        #expect(
            PageHouseholds.pseudonym(HouseholdID("TX03-017"))
                == PageHouseholds.pseudonym(HouseholdID("tx03 – 017")))
        #expect(
            PageHouseholds.pseudonym(HouseholdID("TX03-017"))
                != PageHouseholds.pseudonym(HouseholdID("TX03-17")))
    }
}
