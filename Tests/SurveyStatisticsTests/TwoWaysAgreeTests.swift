import Basics
import SurveyStatistics
import Testing

/// Linearisation and replicates are two ways to one standard error.
@Suite struct TwoWaysAgreeTests {
    private struct Sample {
        let design: SurveyDesign
        let weights: [Double]
        let y, x: [Double?]
        let cells: [Int]

        /// 600 households in 60 PSUs of 5 strata; neighbours are alike.
        init(seed: UInt64) throws {
            var random = SplitMix64(seed: seed)
            let psus = (0..<600).map { $0 / 10 }
            let levels = (0..<60).map { _ in random.normal() }
            weights = psus.map { _ in 1 + Double(random.below(40)) / 10 }
            x = psus.map { _ in Double(1 + random.below(3)) }
            y = psus.map { 5 + levels[$0] + 2 * random.normal() }
            cells = psus.map { _ in random.below(4) }
            design = try SurveyDesign(
                weights: weights, strata: psus.map { $0 / 12 }, psus: psus, population: nil)
        }
    }

    @Test(arguments: 1...10)
    func taylorAndJackknifeAgreeWithinFivePercent(seed: Int) throws {
        let sample = try Sample(seed: UInt64(seed))
        let replicates = try ReplicateDesign(sample.design, .jkn)
        for statistic in [Statistic.mean(sample.y), .ratio(sample.y, over: sample.x), .total(sample.y)] {
            let taylor = try #require(try sample.design.estimate(statistic).standardError)
            let jackknife = try #require(replicates.estimate(statistic).standardError)
            #expect(abs(taylor / jackknife - 1) < 0.05, "seed \(seed): \(taylor) and \(jackknife)")
        }
    }

    @Test(arguments: 1...3)
    func taylorAndBootstrapAgree(seed: Int) throws {
        let sample = try Sample(seed: UInt64(seed))
        let replicates = try ReplicateDesign(sample.design, .bootstrap(replicates: 1000, seed: 7))
        let taylor = try #require(try sample.design.mean(of: sample.y).standardError)
        let bootstrap = try #require(replicates.estimate(.mean(sample.y)).standardError)
        // The bootstrap's own error is about 1/√2000 = 2.2 %.
        #expect(abs(taylor / bootstrap - 1) < 0.1, "seed \(seed): \(taylor) and \(bootstrap)")
    }

    /// After a calibration, the variance of residuals is what recalibrated replicates show.
    @Test(arguments: 1...5)
    func residualsAndRecalibratedReplicatesAgree(seed: Int) throws {
        let sample = try Sample(seed: UInt64(seed))
        let totals = [0: 400.0, 1: 500, 2: 450, 3: 420]
        func poststratified(_ design: SurveyDesign) throws(CalibrationError) -> SurveyDesign {
            try design.postStratified(by: sample.cells, totals: totals)
        }
        let covariates = sample.x.map { [1, $0 ?? 0] }
        func regressed(_ design: SurveyDesign) throws(CalibrationError) -> SurveyDesign {
            try design.calibrated(to: [1770, 3700], covariates: covariates)
        }
        let designs = [
            (
                try poststratified(sample.design),
                try ReplicateDesign(sample.design, .jkn, calibrating: poststratified)
            ),
            (try regressed(sample.design), try ReplicateDesign(sample.design, .jkn, calibrating: regressed)),
        ]
        for (design, replicates) in designs {
            let taylor = try #require(try design.total(of: sample.y).standardError)
            let jackknife = try #require(replicates.estimate(.total(sample.y)).standardError)
            #expect(abs(taylor / jackknife - 1) < 0.07, "seed \(seed): \(taylor) and \(jackknife)")
        }
    }

    @Test func calibrationReachesItsTotalsInsideItsBounds() throws {
        let sample = try Sample(seed: 4)
        let covariates = sample.x.map { [1, $0 ?? 0] }
        let totals = [1700.0, 3500]
        for distance in [CalibrationDistance.linear(0.6...1.6), .raking, .logit(0.6...1.6)] {
            let design = try sample.design.calibrated(to: totals, covariates: covariates, distance: distance)
            let ones = sample.x.map { _ in Double?.some(1) }
            #expect(abs(try design.total(of: ones).value - 1700) < 1e-8)
            #expect(abs(try design.total(of: sample.x).value - 3500) < 1e-8)
            let ratios = zip(design.weights, sample.weights).map { $0 / $1 }
            if case .raking = distance { continue }
            #expect(ratios.allSatisfy { $0 >= 0.6 - 1e-12 && $0 <= 1.6 + 1e-12 })
        }
    }

    @Test func trimmingKeepsTheSumOfWeights() throws {
        let sample = try Sample(seed: 5)
        let trimmed = try sample.design.trimmed(to: 1.5...3, isStrict: true)
        let sum = sample.weights.reduce(0, +)
        #expect(abs(trimmed.weights.reduce(0, +) - sum) < 1e-9)
        #expect(trimmed.weights.allSatisfy { $0 >= 1.5 - 1e-12 && $0 <= 3 + 1e-12 })
    }

    @Test func whatCannotBeCalibratedIsNamed() throws {
        let sample = try Sample(seed: 6)
        #expect(throws: CalibrationError.noTotal(label: 3)) {
            try sample.design.postStratified(by: sample.cells, totals: [0: 1, 1: 1, 2: 1])
        }
        #expect(throws: CalibrationError.emptyCell(label: 9)) {
            try sample.design.postStratified(by: sample.cells, totals: [0: 1, 1: 1, 2: 1, 3: 1, 9: 4])
        }
        #expect(throws: CalibrationError.singularCovariates) {
            try sample.design.calibrated(to: [1, 2], covariates: sample.x.map { [$0 ?? 0, 2 * ($0 ?? 0)] })
        }
    }
}
