import Readiness
import SurveyData
import SurveyStatistics
import Testing

@Suite struct OfficialComparisonTests {
    /// 200 of 400 dossiers online in January 2026, or in no month.
    private func comparison(
        _ rows: [(String, Int, Int)], date: String = "2026-01-12", households: Int = 200
    ) throws -> OfficialComparison {
        let lines = (0..<households).map { "H\($0),1,\(date),2,\($0 % 2 == 0 ? 2 : 0)" }
        let text =
            (["household_id,residential_group,survey_date,procedures_total,procedures_online"] + lines)
            .joined(separator: "\n")
        let report = try ReadinessReport(
            Survey.read(text: text, codebook: Codebook.builtIn()), target: 0.8)
        return OfficialComparison(
            OfficialCounts(
                rows: rows.map { .init(month: $0.0, procedure: nil, dossiers: $0.1, online: $0.2) }),
            report, referenceMonths: 3)
    }

    @Test func theMonthsAreThoseOfTheSurveysQuestion() throws {
        let comparison = try comparison([
            ("2025-10", 1000, 0), ("2025-11", 1000, 500), ("2026-01", 3000, 1400),
        ])
        #expect(comparison.period == ["2025-11", "2025-12", "2026-01"])
        #expect(comparison.missing == ["2025-12"])
        #expect(comparison.rate == 1900.0 / 4000)
    }

    @Test(arguments: [
        (200, OfficialComparison.Place.below), (500, .inside), (800, .above),
    ])
    func theOfficialRateIsPlacedAgainstTheInterval(online: Int, place: OfficialComparison.Place) throws {
        #expect(try comparison([("2026-01", 1000, online)]).place == place)
    }

    @Test func nothingIsComparedWithAHiddenOrMissingFigure() throws {
        #expect(try comparison([("2026-01", 1000, 500)], households: 10).place == nil)
        #expect(try comparison([("2025-01", 1000, 500)]).place == nil)
        #expect(try comparison([("2026-01", 0, 0)]).rate == nil)
    }

    @Test func theCountsEnterNoEstimate() throws {
        let estimates = try [100, 900].map {
            try comparison([("2026-01", 1000, $0)]).survey?.estimate
        }
        #expect(estimates[0]?.value == 0.5)
        #expect(estimates[0] == estimates[1])
    }
}
