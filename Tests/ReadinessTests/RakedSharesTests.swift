import Basics
import Testing

@testable import Readiness

/// Shares that are made to add up by group and by category.
@Suite struct RakedSharesTests {
    @Test("groups add up to one and categories to their totals", arguments: 0..<20)
    func addsUp(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (groups, categories) = (2 + random.below(96), 2 + random.below(6))
        let part = { Double(1 + random.below(1000)) / 1000 }
        let shares = (0..<groups).map { _ in (0..<categories).map { _ in part() } }
        let weights = (0..<groups).map { _ in part() * 400 }
        let totals = (0..<categories).map { _ in part() }
        let raked = RakedShares.raked(shares, weights: weights, totals: totals)
        for row in raked { #expect(abs(row.reduce(0, +) - 1) < 1e-12, "seed \(seed)") }
        for category in totals.indices {
            let found =
                zip(raked, weights).reduce(0) { $0 + $1.0[category] * $1.1 } / weights.reduce(0, +)
            #expect(abs(found - totals[category] / totals.reduce(0, +)) < 1e-9, "seed \(seed)")
        }
    }

    @Test("shares that add up already stay") func stay() {
        let shares = [[0.2, 0.3, 0.5], [0.4, 0.1, 0.5]]
        let raked = RakedShares.raked(shares, weights: [1, 3], totals: [0.35, 0.15, 0.5])
        for (row, own) in zip(raked, shares) {
            for (found, expected) in zip(row, own) { #expect(abs(found - expected) < 1e-12) }
        }
    }

    @Test("a category that nobody is in stays empty, a group without shares takes the totals") func zeros() {
        let raked = RakedShares.raked(
            [[0, 0, 0], [0.3, 0, 0.9]], weights: [1, 1], totals: [0.25, 0, 0.75])
        #expect(raked.allSatisfy { $0[1] == 0 })
        #expect(raked.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
        #expect(abs(raked[0][0] - 0.25) < 1e-9)
    }
}
