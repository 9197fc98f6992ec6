// Values: R 4.2.2, survey 4.1-1, as written at each test.
import CSVReader
import SurveyData
import SurveyStatistics
import Testing

@testable import Readiness

/// How columns of strata, sampled units and weights make the design.
@Suite struct DesignRuleTests {
    private static func codebook(_ columns: String) throws -> Codebook {
        try Codebook(
            yaml: """
                codebook: trial
                sampling: probability
                variables:
                  household_id: { required: true, headers: [id] }
                  smartphone: { headers: [phone], answers: { "yes": ["1"], "no": ["0"] } }
                \(columns)
                """, file: "trial.yaml")
    }

    private static func smartphone(
        _ text: String, _ columns: String, registry: Registry? = nil
    ) throws -> IndicatorEstimate? {
        let survey = try Survey.read(
            text: text, codebook: codebook(columns), registry: registry, sampling: .probability)
        let figures = try SummaryFigures(SurveySummary(survey), target: 0.8)
        // The households one by one have the same design.
        let places = try figures.design.design(of: survey)
        #expect(places.psuCount == figures.design.psus)
        #expect(places.strataCount == figures.design.strata)
        return figures.estimates.first { $0.indicator == .smartphone && $0.domain.kind == .all }
    }

    private static let clusters = zip(
        [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 6],
        [1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0]
    ).enumerated().map { place, row in
        (id: place, cluster: row.0, stratum: place < 9 ? "u" : "r", phone: row.1)
    }

    private static let text =
        "id,cl,st,phone\n"
        + clusters.map { "\($0.id),\($0.cluster),\($0.stratum),\($0.phone)\n" }.joined()

    /// g <- data.frame(cl = rep(1:6, c(3, 2, 4, 3, 2, 4)), st = rep(c("u", "r"), each = 9), y = …)
    /// SE(svymean(~y, svydesign(~cl, strata = ~st, weights = ~1, data = g))) and so on; deff = "replace"
    @Test(
        "columns of strata and sampled units count without weights",
        arguments: [
            ("  psu: { headers: [cl] }\n  stratum: { headers: [st] }", 0.1800205749558, 4),
            ("  psu: { headers: [cl] }", 0.177430215807459, 5),
            ("  stratum: { headers: [st] }", 0.117851130197758, 16),
        ])
    func withoutWeights(columns: String, error: Double, degreesOfFreedom: Int) throws {
        let figure = try Self.smartphone(Self.text, columns)
        let estimate = try #require(figure?.estimate)
        #expect(abs(estimate.value - 0.5) < 1e-12)
        #expect(abs((estimate.standardError ?? 0) - error) < 1e-9)
        #expect(estimate.degreesOfFreedom == degreesOfFreedom)
    }

    /// The same with weights of 4 ÷ 2 from a registry: all equal, so the same standard error.
    @Test("columns of sampled units count with weights from a registry") func registry() throws {
        let groups = ["A", "B", "C"].map {
            ResidentialGroup(
                id: GroupID($0), formerWard: "W", name: $0, households: 12, share60Plus: 0.1, latitude: nil,
                longitude: nil, siteDistanceKilometres: 1)
        }
        let text =
            "id,cl,group,phone\n"
            + Self.clusters.map { "\($0.id),\($0.cluster),\(["A", "B", "C"][$0.id % 3]),\($0.phone)\n" }
            .joined()
        let figure = try Self.smartphone(
            text, "  psu: { headers: [cl] }\n  residential_group: { headers: [group] }",
            registry: Registry(groups: groups, isGiven: true))
        #expect(abs((figure?.estimate?.standardError ?? 0) - 0.177430215807459) < 1e-9)
        #expect(figure?.estimate?.degreesOfFreedom == 5)
    }

    /// w <- rep(c(1.2, 0.8, 1), 100); y <- rep(c(1, 0, 1, 1), 75)
    /// svymean(~y, svydesign(~1, weights = ~w), deff = "replace"), and in the domain h == "a"
    @Test(
        "weights that add up to the sample hide nothing",
        arguments: [1.0, 1.0000001, 0.9999, 1.004, 0.5, 0.003])
    func normalisedWeights(scale: Double) throws {
        let text =
            "id,w,phone\n"
            + (0..<300).map { "\($0),\([1.2, 0.8, 1][$0 % 3] * scale),\([1, 0, 1, 1][$0 % 4])\n" }.joined()
        let figure = try Self.smartphone(text, "  weight: { headers: [w] }")
        #expect(figure?.isShown == true)
        #expect(abs((figure?.estimate?.designEffect ?? 0) - 1.02666666666667) < 1e-9)
        #expect((figure?.estimate?.effectiveBase ?? 0) > 290)
    }

    @Test("weights that add up to a population keep the design effect against a draw from it")
    func populationWeights() throws {
        let text =
            "id,w,phone\n"
            + (0..<300).map { "\($0),\([12, 8, 10][$0 % 3]),\([1, 0, 1, 1][$0 % 4])\n" }.joined()
        let estimate = try #require(try Self.smartphone(text, "  weight: { headers: [w] }")?.estimate)
        let (with, without) = (
            try #require(estimate.designEffectWithReplacement), try #require(estimate.designEffect)
        )
        #expect(abs(without - with / (1 - 300.0 / 3000)) < 1e-9)
    }
}
