import Foundation
import SurveyStatistics
import Testing

@Suite struct ShareAreasDrawTests {
    @Test(arguments: [(30, 0.3), (10, 0.04)])
    func ranksAreAPermutationOfTheAreas(sampleSize: Int, share: Double) throws {
        let areas = exampleAreas(share: share, sampleSize: sampleSize)
        let result = try ShareAreas(areas, seed: 1)
        let standings = try result.shares.map { try #require($0.standing) }
        let sum = standings.reduce(0) { $0 + $1.expectedRank }
        #expect(abs(sum - Double(areas.count * (areas.count + 1)) / 2) < 1e-9)
        for standing in standings {
            #expect(standing.rankInterval.lowerBound >= 1)
            #expect(standing.rankInterval.upperBound <= areas.count)
            #expect(standing.rankInterval.contains(Int(standing.expectedRank.rounded())))
            #expect(standing.chanceBelowTarget == nil)
        }
    }

    @Test func withoutDrawsThereIsNoStanding() throws {
        let areas = exampleAreas()
        let plain = try ShareAreas(areas, seed: 1, draws: 0)
        #expect(plain.shares.allSatisfy { $0.standing == nil })
        #expect(plain.shares.map(\.value) == (try ShareAreas(areas, seed: 1)).shares.map(\.value))
    }

    @Test func theChanceBelowTheTargetIsThatOfTheMeanSquaredError() throws {
        let areas = exampleAreas(unsampled: 0)
        let result = try ShareAreas(areas, target: 0.3, seed: 2)
        let fit = try #require(result.fit)
        for (share, area) in zip(result.shares, fit.areas) {
            let z = (asin(0.3.squareRoot()) - area.value) / share.meanSquaredError.squareRoot()
            let chance = try #require(share.standing?.chanceBelowTarget)
            // Four standard errors of a share of 2,000 draws.
            #expect(abs(chance - erfc(-z / 2.0.squareRoot()) / 2) < 4 * (0.25 / 2_000).squareRoot())
        }
    }

    @Test func aHigherShareRanksHigher() throws {
        let result = try ShareAreas(exampleAreas(), seed: 1)
        let byShare = result.shares.sorted { $0.value < $1.value }
        let (lowest, highest) = (try #require(byShare.first), try #require(byShare.last))
        #expect(try #require(lowest.standing).expectedRank < 10)
        #expect(try #require(highest.standing).expectedRank > 20)
    }

    @Test func aWiderConfidenceGivesWiderRanks() throws {
        let areas = exampleAreas()
        let half = try ShareAreas(areas, confidence: 0.5, seed: 1)
        let most = try ShareAreas(areas, confidence: 0.95, seed: 1)
        for (narrow, wide) in zip(half.shares, most.shares) {
            let (outer, inner) = (try #require(wide.standing), try #require(narrow.standing))
            #expect(outer.rankInterval.lowerBound <= inner.rankInterval.lowerBound)
            #expect(outer.rankInterval.upperBound >= inner.rankInterval.upperBound)
            #expect(wide.interval.lowerBound <= narrow.interval.lowerBound)
        }
    }
}

@Suite struct ShareAreasErrorTests {
    private func area(
        _ code: String = "A", weight: Double = 1, covariates: [Double] = [], share: Double = 0.5,
        size: Int = 10, effective: Double? = 10, fraction: Double = 0
    ) -> ShareArea {
        ShareArea(
            code: code, region: 1, covariates: covariates, weight: weight,
            direct: .init(
                share: share, sampleSize: size, effectiveSize: effective, samplingFraction: fraction))
    }

    @Test func figuresThatCannotBeAreSaidWithTheArea() {
        let good = area("B")
        let cases: [(ShareArea, ShareAreasError)] = [
            (area("B"), .duplicateCode(area: "B")), (area(weight: 0), .weight(area: "A")),
            (area(weight: .nan), .weight(area: "A")), (area(covariates: [1]), .covariates(area: "A")),
            (area(share: 1.1), .share(area: "A")), (area(share: .nan), .share(area: "A")),
            (area(size: 0), .sampleSize(area: "A")), (area(effective: 0), .sampleSize(area: "A")),
            (area(fraction: 1.5), .sampleSize(area: "A")),
        ]
        for (bad, error) in cases { #expect(throws: error) { try ShareAreas([good, bad], seed: 1) } }
    }

    @Test func noSampleAndTooFewAreasAreSaid() {
        let empty = ShareArea(code: "A", region: 1, covariates: [], weight: 1, direct: nil)
        #expect(throws: ShareAreasError.noSample) { try ShareAreas([empty], seed: 1) }
        #expect(throws: ShareAreasError.noSample) { try ShareAreas([], seed: 1) }
        #expect(throws: ShareAreasError.model(.tooFewAreas(areas: 1, coefficients: 1))) {
            try ShareAreas([area()], seed: 1)
        }
    }

    @Test(arguments: [0, 1, -0.1, .nan])
    func aWardShareWithoutALogitIsSaid(share: Double) {
        let areas = ["A", "B", "C"].map { area($0) }
        #expect(throws: ShareAreasError.wardShare) {
            try ShareAreas(areas, ward: .init(share: share), seed: 1)
        }
    }
}
