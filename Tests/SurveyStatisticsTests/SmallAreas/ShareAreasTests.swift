import Basics
import Foundation
import SurveyStatistics
import Testing

/// Groups in four wards; the last two have no sample.
func exampleAreas(
    count: Int = 30, regions: Int = 4, share: Double = 0.3, sampleSize: Int = 30, unsampled: Int = 2,
    seed: UInt64 = 11
) -> [ShareArea] {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    return (0..<count).map { place in
        let x = random.normal()
        let truth = 1 / (1 + exp(-(log(share / (1 - share)) + 0.4 * x + 0.3 * random.normal())))
        let found = (0..<sampleSize).filter { _ in random.share() < truth }.count
        let direct = Double(found) / Double(sampleSize)
        return ShareArea(
            code: "G\(100 + place)", region: place % regions, covariates: [x],
            weight: 300 + Double(random.below(150)),
            direct: place >= count - unsampled
                ? nil
                : .init(
                    share: direct, sampleSize: sampleSize,
                    effectiveSize: found == 0 || found == sampleSize ? nil : Double(sampleSize) / 1.2))
    }
}

@Suite struct ShareAreasTests {
    @Test(arguments: [0.05, 0.3, 0.32, 0.9])
    func sharesAddUpToTheWard(target: Double) throws {
        let areas = exampleAreas()
        let result = try ShareAreas(areas, ward: .init(share: target, standardError: 0.02), seed: 1)
        let sum = zip(areas, result.shares).reduce(0) { $0 + $1.0.weight * $1.1.value }
        #expect(relativeError(sum, target * areas.reduce(0) { $0 + $1.weight }) < 1e-12)
        let benchmark = try #require(result.benchmark)
        #expect(abs(benchmark.unbenchmarked + benchmark.shift - target) < 1e-12)
        #expect(benchmark.exceedsStandardError == (abs(benchmark.shift) > 0.02))
    }

    @Test func intervalsMoveWithTheSharesOnTheLogitScale() throws {
        let areas = exampleAreas()
        func logit(_ share: Double) -> Double { log(share / (1 - share)) }
        let plain = try ShareAreas(areas, seed: 1)
        let moved = try ShareAreas(areas, ward: .init(share: 0.4), seed: 1)
        let benchmark = try #require(moved.benchmark)
        #expect(plain.benchmark == nil)
        #expect(benchmark.exceedsStandardError == nil)
        for (before, after) in zip(plain.shares, moved.shares) {
            for (old, new) in [
                (before.value, after.value), (before.interval.lowerBound, after.interval.lowerBound),
                (before.interval.upperBound, after.interval.upperBound),
            ] { #expect(abs(logit(new) - logit(old) - benchmark.logitShift) < 1e-9) }
            #expect(after.unbenchmarked == before.value)
        }
    }

    @Test(arguments: 20..<40 as Range<UInt64>)
    func anAreaWithoutASampleIsMarkedAndNeverMoreCertainThanItsSampledTwin(seed: UInt64) throws {
        let areas = exampleAreas(unsampled: 0, seed: seed)
        let twins = areas.map {
            ShareArea(
                code: "T" + $0.code, region: $0.region, covariates: $0.covariates, weight: $0.weight,
                direct: nil)
        }
        let result = try ShareAreas(areas + twins, seed: 1, draws: 10)
        #expect(result.level == .area)
        let isDifferent = (result.fit?.areaVariance ?? 0) > 0
        for (sampled, twin) in zip(result.shares, result.shares.suffix(30)) {
            #expect(sampled.basis == .combined && sampled.isSampled && sampled.gamma != nil)
            #expect(twin.basis == .synthetic && !twin.isSampled && twin.gamma == nil && twin.direct == nil)
            #expect(twin.meanSquaredError >= sampled.meanSquaredError)
        }
        func total(_ shares: some Sequence<ShareAreas.Share>) -> Double {
            shares.reduce(0) { $0 + $1.interval.upperBound - $1.interval.lowerBound }
        }
        if isDifferent { #expect(total(result.shares.suffix(30)) > total(result.shares.prefix(30))) }
    }

    @Test func theShareIsTheMeanOfSineSquaredNotSineSquaredOfTheMean() throws {
        // Away from 0.5, where the two agree.
        let result = try ShareAreas(exampleAreas(share: 0.15, unsampled: 0), seed: 1)
        #expect(result.level == .area)
        let quantiles = (0..<4_000).map { Distributions.normalQuantile((Double($0) + 0.5) / 4_000) }
        for share in result.shares {
            let deviation = share.meanSquaredError.squareRoot()
            // The upper end lies z deviations above the centre.
            let centre =
                asin(share.interval.upperBound.squareRoot()) - Distributions.normalQuantile(0.975) * deviation
            let mean = quantiles.reduce(0) { $0 + pow(sin(centre + deviation * $1), 2) } / 4_000
            #expect(abs(share.value - mean) < 1e-5)
            #expect(share.value > pow(sin(centre), 2) + 1e-4)
        }
    }

    @Test(arguments: [(30, 0.3), (10, 0.04)])
    func rowOrderChangesNothingToTheLastBit(sampleSize: Int, share: Double) throws {
        let areas = exampleAreas(share: share, sampleSize: sampleSize)
        let ward = ShareAreas.WardShare(share: 0.2, standardError: 0.01)
        let one = try ShareAreas(areas, ward: ward, target: 0.3, seed: 5)
        let again = try ShareAreas(areas, ward: ward, target: 0.3, seed: 5)
        let reversed = try ShareAreas(areas.reversed(), ward: ward, target: 0.3, seed: 5)
        #expect(one.shares == again.shares)
        #expect(one.shares == reversed.shares.reversed())
        #expect(one.shares.map(\.code) == areas.map(\.code))
    }

    @Test func areasThatDoNotDifferStillHaveIntervals() throws {
        let areas = (0..<20).map { place in
            ShareArea(
                code: "G\(100 + place)", region: 1, covariates: [], weight: 1,
                direct: .init(share: 0.5, sampleSize: 30, effectiveSize: 30))
        }
        let result = try ShareAreas(areas, seed: 1)
        #expect(result.fit?.areaVariance == 0)
        for share in result.shares {
            #expect(share.interval.upperBound - share.interval.lowerBound > 0.03)
            #expect(abs(share.value - 0.5) < 1e-9)
        }
    }

    @Test func aTrueShareOfNobodyOrAllHasAFiniteVariance() throws {
        var areas = exampleAreas(share: 0.5)
        for (place, share) in [(0, 0.0), (1, 1.0)] {
            areas[place] = ShareArea(
                code: areas[place].code, region: areas[place].region, covariates: areas[place].covariates,
                weight: 300, direct: .init(share: share, sampleSize: 30, effectiveSize: nil))
        }
        let result = try ShareAreas(areas, seed: 1)
        #expect(result.shares[0].value > 0 && result.shares[0].value < 0.5)
        #expect(result.shares[1].value > 0.5 && result.shares[1].value < 1)
    }
}
