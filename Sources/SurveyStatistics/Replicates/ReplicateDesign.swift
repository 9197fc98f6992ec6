internal import Basics
internal import Foundation

/// A sample with replicates: the spread of an estimate over them is its uncertainty. A second way beside
/// linearisation, for any smooth statistic; takes rows × replicates numbers of memory.
///
/// - Source: Lumley (2010), sec. 2.3; R survey 4.1-1 `as.svrepdesign(mse = FALSE)`, `svrVar`.
public struct ReplicateDesign: Sendable {
    /// The design as drawn, calibrated where asked.
    public let design: SurveyDesign
    /// Weights of each replicate, one a row.
    let replicates: [[Double]]
    /// What each replicate's squared deviation counts.
    let scales: [Double]

    /// Makes the replicates of a design's first stage; each goes through `calibrating` as the whole sample does.
    ///
    /// - Throws: `ReplicationError`.
    public init(
        _ design: SurveyDesign, _ method: ReplicationMethod,
        calibrating: (SurveyDesign) throws(CalibrationError) -> SurveyDesign = { $0 }
    ) throws(ReplicationError) {
        guard design.adjustments.isEmpty else { throw .alreadyCalibrated }
        let made =
            switch method {
            case .jk1:
                if design.strataCount > 1 { throw .strata } else { try Self.leaveOneOut(design) }
            case .jkn: try Self.leaveOneOut(design)
            case .bootstrap(let count, let seed): try Self.bootstrap(design, count, seed)
            }
        var replicates: [[Double]] = []
        for (place, factors) in made.factors.enumerated() {
            let weights = design.weights.indices.map {
                design.weights[$0] * factors[design.first.unit(of: $0)]
            }
            do throws(CalibrationError) {
                replicates.append(try calibrating(design.with(weights: weights, after: nil)).weights)
            } catch {
                throw .calibration(replicate: place, error)
            }
        }
        do throws(CalibrationError) {
            self.design = try calibrating(design)
        } catch {
            throw .calibration(replicate: -1, error)
        }
        self.replicates = replicates
        scales = made.scales
    }

    /// One replicate a PSU of the strata that are not taken whole, in the order of PSUs.
    private static func leaveOneOut(
        _ design: SurveyDesign
    ) throws(ReplicationError) -> (factors: [[Double]], scales: [Double]) {
        let stage = design.first
        var factors: [[Double]] = []
        var scales: [Double] = []
        for (unit, place) in stage.stratumOfUnit.enumerated() {
            let stratum = stage.strata[place]
            if stratum.isFullCount { continue }
            guard stratum.sampledUnits > 1 else { throw .lonelyPSU(stratum: stratum.label) }
            let count = Double(stratum.sampledUnits)
            factors.append(
                stage.stratumOfUnit.enumerated().map { other, otherPlace in
                    other == unit ? 0 : otherPlace == place ? count / (count - 1) : 1
                })
            scales.append(stratum.notSampled * (count - 1) / count)
        }
        return (factors, scales)
    }

    private static func bootstrap(
        _ design: SurveyDesign, _ count: Int, _ seed: UInt64
    ) throws(ReplicationError) -> (factors: [[Double]], scales: [Double]) {
        guard count > 1 else { throw .tooFew }
        let stage = design.first
        let units = Dictionary(grouping: stage.stratumOfUnit.indices, by: { stage.stratumOfUnit[$0] })
        var random = SplitMix64(seed: seed)
        var factors: [[Double]] = []
        for _ in 0..<count {
            var replicate = Array(repeating: 1.0, count: stage.stratumOfUnit.count)
            for (place, stratum) in stage.strata.enumerated() {
                let own = units[place] ?? []
                guard own.count > 1 else { throw .lonelyPSU(stratum: stratum.label) }
                var drawn = Array(repeating: 0.0, count: own.count)
                for _ in 1..<own.count { drawn[random.below(own.count)] += 1 }
                for (unit, times) in zip(own, drawn) {
                    replicate[unit] = times * Double(own.count) / Double(own.count - 1)
                }
            }
            factors.append(replicate)
        }
        return (factors, Array(repeating: 1 / Double(count - 1), count: count))
    }

    /// A statistic in a domain with the uncertainty that the replicates show; `t` and `logit` intervals.
    ///
    /// A `logit` interval takes the spread on the log-odds scale.
    public func estimate(
        _ statistic: Statistic, in domain: Domain = .all, interval method: IntervalMethod = .t,
        level: Double = 0.95
    ) -> Estimate {
        let linear = design.linearise(statistic, in: domain)
        let values = replicates.map {
            design.with(weights: $0, after: nil).linearise(statistic, in: domain).value
        }
        let error = spread(values)
        let df = design.degreesOfFreedom(in: linear.scores.rows)
        var interval = ConfidenceInterval(
            value: linear.value, standardError: error, base: linear.cases,
            degreesOfFreedom: df, level: level, method: .t,
            isFullCount: design.isFullCount(linear.scores.rows))
        if method == .logit, interval != nil, linear.value > 0, linear.value < 1 {
            let centre = log(linear.value / (1 - linear.value))
            let step =
                Distributions.tQuantile((1 + level) / 2, df: Double(df))
                * spread(values.map { log($0 / (1 - $0)) })
            interval = ConfidenceInterval(
                lower: 1 / (1 + exp(-(centre - step))), upper: 1 / (1 + exp(-(centre + step))), level: level,
                method: .logit)
        }
        return Estimate(
            value: linear.value, standardError: error, interval: interval, base: linear.cases,
            degreesOfFreedom: df, designEffect: nil)
    }

    private func spread(_ values: [Double]) -> Double {
        let mean = exactSum(values) / Double(values.count)
        return exactSum(zip(values, scales).map { ($0 - mean) * ($0 - mean) * $1 }).squareRoot()
    }
}
