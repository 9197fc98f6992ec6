import Basics
import SurveyStatistics
import Testing

private struct RandomAreas {
    var values: [Double] = []
    var variances: [Double] = []
    var covariates: [[Double]] = []

    init(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let spread = random.share()
        for _ in 0..<(6 + random.below(30)) {
            let (x, variance) = (random.normal(), 0.05 + random.share())
            covariates.append([x, random.share()])
            variances.append(variance)
            values.append(1 + x + spread * random.normal() + variance.squareRoot() * random.normal())
        }
    }

    func fit(_ method: FayHerriot.Method = .reml) throws -> FayHerriot {
        try FayHerriot(
            values: values, variances: variances, covariates: covariates, method: method,
            precision: 1e-10, maximumIterations: 300)
    }
}

@Suite struct FayHerriotTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func eblupLiesBetweenDirectAndSynthetic(seed: UInt64) throws {
        let data = RandomAreas(seed: seed)
        for method in FayHerriot.Method.allCases {
            let fit = try data.fit(method)
            #expect(fit.isConverged && fit.areaVariance >= 0)
            for (direct, area) in zip(data.values, fit.areas) {
                #expect(area.value >= min(direct, area.synthetic) - 1e-12)
                #expect(area.value <= max(direct, area.synthetic) + 1e-12)
                #expect(area.gamma >= 0 && area.gamma < 1)
            }
        }
    }

    @Test func areasInAnotherOrderGetTheSameFigures() throws {
        let data = RandomAreas(seed: 3)
        var reversed = data
        reversed.values.reverse()
        reversed.variances.reverse()
        reversed.covariates.reverse()
        for (one, other) in zip(try data.fit().areas, try reversed.fit().areas.reversed()) {
            #expect(relativeError(one.value, other.value) < 1e-9)
            #expect(relativeError(one.meanSquaredError, other.meanSquaredError) < 1e-9)
        }
    }

    @Test func equalValuesGiveNoAreaVarianceAndSyntheticFigures() throws {
        let fit = try FayHerriot(
            values: [2, 2, 2, 2, 2], variances: [1, 2, 1, 3, 1], covariates: [[], [], [], [], []])
        #expect(fit.areaVariance == 0)
        #expect(fit.isConverged)
        #expect(fit.areas.allSatisfy { $0.gamma == 0 && $0.meanSquaredError > 0 })
    }

    @Test func anAreaWithoutASampleHasTheVarianceOfAreasAndOfTheLine() throws {
        let data = RandomAreas(seed: 8)
        let fit = try data.fit()
        let found = fit.synthetic([0.5, 0.25])
        let row = [1, 0.5, 0.25]
        var variance = 0.0
        for left in 0..<3 {
            for right in 0..<3 { variance += row[left] * row[right] * fit.covariance[left][right] }
        }
        let value = zip(row, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1.value }
        #expect(relativeError(found.value, value) < 1e-12)
        #expect(relativeError(found.meanSquaredError, fit.areaVariance + variance) < 1e-12)
    }

    @Test(arguments: [
        (
            [1.0, 2], [1.0, 1, 1], [[1.0], [2], [3]],
            FayHerriotError.differentLengths(values: 2, variances: 3, covariates: 3)
        ),
        ([1, .nan, 3], [1, 1, 1], [[1], [2], [4]], .notFinite(area: 1)),
        ([1, 2, 3], [1, 1, 1], [[1], [2], [.infinity]], .notFinite(area: 2)),
        ([1, 2, 3], [1, 0, 1], [[1], [2], [4]], .variance(area: 1)),
        ([1, 2, 3], [-1, 1, 1], [[1], [2], [4]], .variance(area: 0)),
        ([1, 2, 3], [1, 1, .infinity], [[1], [2], [4]], .variance(area: 2)),
        ([1, 2, 3], [1, 1, 1], [[1], [2, 3], [4]], .rowLength(area: 1)),
        ([1, 2], [1, 1], [[1], [2]], .tooFewAreas(areas: 2, coefficients: 2)),
        ([], [], [], .tooFewAreas(areas: 0, coefficients: 0)),
        ([1, 2, 3], [1, 1, 1], [[5], [5], [5]], .collinearCovariates),
    ])
    func whatCannotBeFittedIsSaid(
        values: [Double], variances: [Double], covariates: [[Double]], error: FayHerriotError
    ) {
        #expect(throws: error) {
            try FayHerriot(values: values, variances: variances, covariates: covariates)
        }
    }
}
