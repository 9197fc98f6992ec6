import SurveyData
import SurveyStatistics
import Testing

@testable import Readiness

/// Months that ask almost the same households again, with the same answers.
@Suite struct NearFullOverlapTests {
    /// 1,000 households of one group; `shift` of them leave and as many come in, who file nothing online.
    private func month(
        _ date: String, from shift: Int, columns: String = "", cells: (Int) -> String = { _ in "" }
    ) -> String {
        let rows = ((1 + shift)...(1000 + shift)).map { household in
            let online = household <= 1000 && household % 5 < 2
            return "H\(household),\(date),1,2,\(online ? 2 : 0),\(online ? "self" : ""),"
                + "\(household % 3 == 0 ? "no" : "yes")\(cells(household))"
        }
        return
            ([
                "household_id,survey_date,residential_group,procedures_total,procedures_online,who_filed,"
                    + "smartphone\(columns)"
            ] + rows).joined(separator: "\n")
    }

    private func report(
        _ before: String, _ after: String, relevance: Double = MonthlyChange.usualRelevance
    ) throws -> ReadinessReport {
        let codebook = try Codebook.builtIn()
        return try ReadinessReport(
            Survey.read(text: after, codebook: codebook, sampling: .probability),
            previous: Survey.read(text: before, codebook: codebook, sampling: .probability), target: 0.8,
            relevance: relevance)
    }

    private func claimsNothing(_ report: ReadinessReport) -> Bool {
        let claims: Set<Finding.Code> = [.uptakeRose, .uptakeFell, .figureRose, .figureFell]
        return report.change?.figures.allSatisfy { $0.verdict == .notTellable } == true
            && !report.findings.contains { claims.contains($0.code) }
    }

    @Test("with 4 of 1,000 households replaced the change is hidden", arguments: [0, 1, 4])
    func fewDiscordant(shift: Int) throws {
        let report = try report(month("2025-08-13", from: 0), month("2025-11-13", from: shift))
        #expect(claimsNothing(report))
        #expect(report.change?.headline == nil)
        let hidden = try #require(report.change?.hidden.first { $0.isHeadline })
        #expect(hidden.reason == .discordantUnits && hidden.since == "2025-08")
        let finding = try #require(report.findings.first { $0.code == .uptakeChangeNotTellable })
        #expect(finding.certainty == .open && finding.hiddenChange == hidden && finding.outlook == nil)
    }

    @Test(
        "with 6 of 1,000 households replaced the change is shown with their degrees of freedom, not claimed")
    func fewPointsOfChange() throws {
        let report = try report(month("2025-08-13", from: 0), month("2025-11-13", from: 6))
        #expect(claimsNothing(report))
        let headline = try #require(report.change?.headline)
        #expect(headline.change.discordantUnits == 12)
        #expect(headline.change.difference.degreesOfFreedom == 11)
    }

    @Test("weights that move with the response change nobody's answer")
    func movedWeights() throws {
        let report = try report(
            month("2025-08-13", from: 0, columns: ",weight", cells: { _ in ",31.5" }),
            month("2025-11-13", from: 2, columns: ",weight", cells: { ",3\($0 % 7).25" }))
        #expect(claimsNothing(report))
        #expect(report.change?.hidden.contains { $0.isHeadline } == true)
    }

    @Test("clusters count as one unit each, however many households of theirs differ")
    func clusters() throws {
        // Twelve leave four of 50 clusters, and everyone who is new lives in two.
        func cluster(_ household: Int) -> String {
            ",C\(household <= 1000 ? household / 3 % 50 : household % 2),1"
        }
        let report = try report(
            month("2025-08-13", from: 0, columns: ",psu,weight", cells: cluster),
            month("2025-11-13", from: 12, columns: ",psu,weight", cells: cluster))
        #expect(claimsNothing(report))
        #expect(report.change?.hidden.first { $0.isHeadline }?.reason == .discordantUnits)
    }

    /// 30 of 1,000 households begin to file online, nobody stops: far beyond chance, 3 points.
    private func rising(_ date: String, by more: Int) -> String {
        let rows = (1...1000).map { household in
            let online = household <= 400 + more
            return "H\(household),\(date),1,2,\(online ? 2 : 0),\(online ? "self" : "")"
        }
        return
            (["household_id,survey_date,residential_group,procedures_total,procedures_online,who_filed"]
            + rows)
            .joined(separator: "\n")
    }

    @Test("a claim needs a change above the floor of relevance", arguments: [(9, false), (30, true)])
    func floorOfRelevance(more: Int, isClaimed: Bool) throws {
        let report = try report(rising("2025-08-13", by: 0), rising("2025-11-13", by: more))
        #expect(claimsNothing(report) != isClaimed)
    }

    @Test("the floor of relevance is a setting", arguments: [(0.02, true), (0.031, false)])
    func relevanceSetting(relevance: Double, isClaimed: Bool) throws {
        let report = try report(
            rising("2025-08-13", by: 0), rising("2025-11-13", by: 30), relevance: relevance)
        #expect(claimsNothing(report) != isClaimed)
        #expect(report.change?.relevance == relevance)
    }
}
