import SurveyStatistics
import Testing

@Suite struct ShareAreasLevelTests {
    @Test(arguments: [0.04, 0.96])
    func rareAnswersAreFittedPerRegion(share: Double) throws {
        let areas = exampleAreas(share: share, sampleSize: 10)
        let result = try ShareAreas(areas, seed: 1)
        #expect(result.level == .region)
        #expect(result.variationWithin > 0)
        for region in 0..<4 {
            let members = zip(areas, result.shares).filter { $0.0.region == region }.map(\.1)
            #expect(Set(members.map(\.value)).count == 1)
            #expect(members.allSatisfy { $0.basis == .pooled })
        }
        // One covariate and four regions leave two degrees of freedom: the regions share an intercept.
        #expect(result.fit?.coefficients.count == 1)
    }

    @Test func sixRegionsBearACovariate() throws {
        let result = try ShareAreas(exampleAreas(regions: 6, share: 0.04, sampleSize: 10), seed: 1)
        #expect(result.level == .region)
        #expect(result.fit?.coefficients.count == 2)
    }

    @Test func fewerThanThreeRegionsGetOneValue() throws {
        let result = try ShareAreas(
            exampleAreas(regions: 2, share: 0.04, sampleSize: 10), ward: .init(share: 0.05), seed: 1)
        #expect(result.level == .common)
        #expect(result.fit == nil)
        #expect(result.shares.allSatisfy { abs($0.value - 0.05) < 1e-12 && $0.basis == .pooled })
        #expect(result.shares.allSatisfy { $0.interval.contains(0.05) && $0.interval.upperBound > 0.06 })
    }

    @Test func aRegionWithoutASampleIsSynthetic() throws {
        let areas = exampleAreas(share: 0.04, sampleSize: 10).map { area in
            ShareArea(
                code: area.code, region: area.region, covariates: area.covariates, weight: area.weight,
                direct: area.region == 2 ? nil : area.direct)
        }
        let result = try ShareAreas(areas, seed: 1)
        #expect(result.level == .region)
        for (area, share) in zip(areas, result.shares) {
            #expect(share.basis == (area.region == 2 ? .synthetic : .pooled))
            #expect(share.isSampled == (area.direct != nil))
        }
    }

    @Test func nobodyWithTheAnswerStillGivesAnIntervalAboveZero() throws {
        let areas = (0..<12).map { place in
            ShareArea(
                code: "G\(100 + place)", region: place % 3, covariates: [], weight: 1,
                direct: .init(share: 0, sampleSize: 10, effectiveSize: nil))
        }
        let result = try ShareAreas(areas, seed: 1)
        #expect(result.shares.allSatisfy { $0.interval.lowerBound == 0 && $0.interval.upperBound > 0.01 })
    }

    @Test func theDesignEffectIsPooledOverTheRegionButNotAcrossCorrections() throws {
        func area(_ place: Int, region: Int, effect: Double, size: Int, fraction: Double) -> ShareArea {
            ShareArea(
                code: "G\(100 + place)", region: region, covariates: [], weight: 1,
                direct: .init(
                    share: 0.4 + 0.01 * Double(place), sampleSize: size,
                    effectiveSize: Double(size) / (effect * (1 - fraction)), samplingFraction: fraction))
        }
        let result = try ShareAreas(
            [
                area(0, region: 1, effect: 1, size: 20, fraction: 0.1),
                area(1, region: 1, effect: 2, size: 20, fraction: 0.5),
                area(2, region: 1, effect: 3, size: 40, fraction: 0),
                area(3, region: 2, effect: 5, size: 20, fraction: 0),
            ], seed: 1)
        #expect(relativeError(result.designEffects[1], 180.0 / 80) < 1e-12)
        // A single area is noise: the mean over all regions.
        #expect(relativeError(result.designEffects[2], 280.0 / 100) < 1e-12)
    }
}
