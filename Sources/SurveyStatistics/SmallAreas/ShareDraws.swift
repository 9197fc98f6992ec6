/// Joint draws of all areas' shares, counted into ranks and chances.
///
/// Every draw has one error of β̂ and one of each group, shared by all it concerns; the marginal variance of an
/// area is the mean squared error its interval rests on.
struct ShareDraws: Sendable {
    let count: Int
    /// How often each area was below the target.
    private(set) var below: [Int]
    /// How often each area (row) had each rank (column; rank 1 = the lowest share = column 0).
    private(set) var ranks: [[Int]]

    init(_ posterior: SharePosterior, shift: LogitShift, target: Double?, seed: UInt64, count: Int) {
        let size = posterior.groupOfArea.count
        self.count = count
        below = Array(repeating: 0, count: size)
        ranks = Array(repeating: Array(repeating: 0, count: size), count: size)
        let sampler = Sampler(posterior)
        var random = SeededRandom(seed: seed)
        for _ in 0..<count {
            let shares = sampler.draw(&random).map { shift.applied(to: SharePosterior.share(angle: $0)) }
            if let target { for area in 0..<size where shares[area] < target { below[area] += 1 } }
            let order = shares.indices.sorted { (shares[$0], $0) < (shares[$1], $1) }
            for (rank, area) in order.enumerated() { ranks[area][rank] += 1 }
        }
    }

    /// Where an area stands.
    func standing(_ area: Int, confidence: Double, hasTarget: Bool) -> ShareAreas.Standing {
        ShareAreas.Standing(
            chanceBelowTarget: hasTarget ? Double(below[area]) / Double(count) : nil,
            expectedRank: expectedRank(area), rankInterval: rankInterval(area, confidence: confidence))
    }

    /// The mean rank.
    func expectedRank(_ area: Int) -> Double {
        let sum = ranks[area].enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        return Double(sum) / Double(count)
    }

    /// The ranks that leave at most (1 − confidence)/2 of the draws out on either side.
    func rankInterval(_ area: Int, confidence: Double) -> ClosedRange<Int> {
        let tail = (1 - confidence) / 2 * Double(count)
        let lower = Self.first(ranks[area], beyond: tail) + 1
        let upper = ranks[area].count - Self.first(ranks[area].reversed(), beyond: tail)
        return min(lower, upper)...upper
    }

    /// The first place up to which more than `tail` draws lie.
    private static func first(_ counts: [Int], beyond tail: Double) -> Int {
        var sum = 0
        for (place, draws) in counts.enumerated() {
            sum += draws
            if Double(sum) > tail { return place }
        }
        return max(0, counts.count - 1)
    }
}

extension ShareDraws {
    /// One joint draw of all angles.
    private struct Sampler {
        let posterior: SharePosterior
        let factor: Cholesky?
        /// The standard deviation of each group's own error: what β̂ does not explain of its variance.
        let deviations: [Double]
        let deviationWithin: Double

        init(_ posterior: SharePosterior) {
            self.posterior = posterior
            factor = posterior.coefficientCovariance.flatMap { Cholesky($0) }
            deviationWithin = posterior.variationWithin.squareRoot()
            let covariance = factor == nil ? nil : posterior.coefficientCovariance
            deviations = posterior.groups.map { group in
                let shared = covariance.map { Self.product(group.loading, $0 * group.loading) } ?? 0
                return max(0, group.variance - shared).squareRoot()
            }
        }

        func draw(_ random: inout SeededRandom) -> [Double] {
            let size = posterior.coefficientCovariance?.rows ?? 0
            let errors = factor?.scaled((0..<size).map { _ in random.normal() })
            var angles: [Double] = []
            for (group, deviation) in zip(posterior.groups, deviations) {
                let shared = errors.map { Self.product(group.loading, $0) } ?? 0
                angles.append(group.centre + shared + deviation * random.normal())
            }
            return posterior.groupOfArea.map { group in
                deviationWithin > 0 ? angles[group] + deviationWithin * random.normal() : angles[group]
            }
        }

        private static func product(_ left: [Double], _ right: [Double]) -> Double {
            left.indices.reduce(0) { $0 + left[$1] * right[$1] }
        }
    }
}
