// Reference: R 4.2.2, survey 4.1-1, on the rows below:
//   d <- svydesign(id=~psu+id, strata=~st, fpc=~f1+f2, data=d0)
//   svymean(~y, d); svytotal(~y, d); svyratio(~y, ~x, d); svychisq(~x+g, d)
//   svycontrast(svyby(~y, ~g, d, svymean, covmat=TRUE), c(1, -1))
import SurveyStatistics
import Testing

@Suite struct TwoStageDesignTests {
    private let y: [Double?] = [3, 5, 4, 8, 6, 2, 9, 7, 1, 4, 6, 5, 8, 2, 7, 3]
    private let x: [Double?] = [1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1]
    private let weights: [Double] =
        Array(repeating: 70.0 / 9, count: 3) + [25.0 / 3, 25.0 / 3] + Array(repeating: 10, count: 3)
        + Array(repeating: 8, count: 6) + [12, 12]

    private func design() throws -> SurveyDesign {
        let strata = Array(repeating: 1, count: 8) + Array(repeating: 2, count: 8)
        return try SurveyDesign(
            weights: weights,
            stages: [
                SamplingStage(
                    strata: strata, units: [1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6],
                    population: .init(strata.map { $0 == 1 ? 10 : 12 })),
                SamplingStage(
                    units: nil, population: .init([7, 7, 7, 5, 5, 9, 9, 9, 4, 4, 8, 8, 8, 8, 6, 6])),
            ])
    }

    private func near(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) <= 1e-12 * abs(expected) } ?? false
    }

    @Test func bothStagesAddToTheVariance() throws {
        let design = try design()
        let mean = try design.mean(of: y)
        #expect(near(mean.value, 5.056338028169014))
        #expect(near(mean.standardError, 0.502086046435405))
        let total = try design.total(of: y)
        #expect(near(total.value, 718))
        #expect(near(total.standardError, 123.079017076204))
        let ratio = try design.ratio(of: y, over: x)
        #expect(near(ratio.standardError, 1.58072778271480))
    }

    @Test func aDifferenceKnowsTheCovarianceOfItsParts() throws {
        let odd = Domain.rows(Array(stride(from: 0, to: 16, by: 2)))
        let even = Domain.rows(Array(stride(from: 1, to: 16, by: 2)))
        let difference = try design().difference(of: .mean(y), between: odd, and: even)
        #expect(near(difference.value, 1.26967990377761))
        #expect(near(difference.standardError, 1.23871349655388))
    }

    @Test func associationIsTestedWithTheDesignInIt() throws {
        let test = try design().association(
            of: x.map { $0.map(Int.init) }, and: (0..<16).map { $0 % 2 })
        #expect(near(test?.statistic, 2.894070514481))
        #expect(test.map { abs($0.pValue - 0.164124606155) < 1e-11 } == true)
    }
}
