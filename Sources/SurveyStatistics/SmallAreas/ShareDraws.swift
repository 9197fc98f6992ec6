internal import Basics
internal import Foundation

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
        let limit = target.map { Self.angle(of: $0, before: shift) }
        let sampler = Sampler(posterior)
        var random = SplitMix64(seed: seed)
        var angles = Array(repeating: 0.0, count: size)
        var order = Array(repeating: UInt64(0), count: size)
        let places = (1 as UInt64) << UInt64(Int.bitWidth - size.leadingZeroBitCount) - 1
        for _ in 0..<count {
            sampler.draw(into: &angles, &random)
            if let limit { for area in 0..<size where angles[area] < limit { below[area] += 1 } }
            // The bits of numbers from 0 on are in their order; the last ones give way to the area's place.
            for area in 0..<size { order[area] = angles[area].bitPattern & ~places | UInt64(area) }
            order.sort()
            for (rank, key) in order.enumerated() { ranks[Int(key & places)][rank] += 1 }
        }
    }

    /// The angle whose share is `target` when it has been shifted: shares are in the order of their angles.
    private static func angle(of target: Double, before shift: LogitShift) -> Double {
        target > 1 ? .infinity : asin(shift.undone(from: max(0, target)).squareRoot())
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

        /// The areas' angles, brought into 0…π/2.
        func draw(into angles: inout [Double], _ random: inout SplitMix64) {
            let size = posterior.coefficientCovariance?.rows ?? 0
            let errors = factor?.scaled((0..<size).map { _ in random.normal() })
            let ofGroups = posterior.groups.indices.map { place in
                let group = posterior.groups[place]
                let shared = errors.map { Self.product(group.loading, $0) } ?? 0
                return group.centre + shared + deviations[place] * random.normal()
            }
            for (area, group) in posterior.groupOfArea.enumerated() {
                let own = deviationWithin > 0 ? deviationWithin * random.normal() : 0
                angles[area] = min(max(ofGroups[group] + own, 0), .pi / 2)
            }
        }

        private static func product(_ left: [Double], _ right: [Double]) -> Double {
            left.indices.reduce(0) { $0 + left[$1] * right[$1] }
        }
    }
}
