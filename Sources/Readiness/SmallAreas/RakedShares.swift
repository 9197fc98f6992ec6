/// Shares of groups in categories that exclude each other, made to add up both ways.
///
/// - Source: W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940) 427–444.
enum RakedShares {
    private static let mostRounds = 500
    private static let tolerance = 1e-12

    /// Shares by group, then category, each 0…1: those of a group add up to one, those of a category, weighted by
    /// groups, to the category's total.
    ///
    /// `weights`: one a group, above 0. `totals`: one a category, 0…1, taken as parts of their sum. A group without
    /// any share takes the totals. What a group must add up to is kept exactly, the totals to 1e-12, or as near as
    /// rounds of proportional fitting come where zeros leave no way.
    static func raked(_ shares: [[Double]], weights: [Double], totals: [Double]) -> [[Double]] {
        let sum = totals.reduce(0, +)
        let whole = weights.reduce(0, +)
        guard sum > 0, whole > 0 else { return shares }
        let wanted = totals.map { $0 / sum }
        var raked = shares.map { row in row.contains { $0 > 0 } ? row.map { max(0, $0) } : wanted }
        for _ in 0..<mostRounds {
            raked = raked.map(ofOne)
            var off = 0.0
            for category in wanted.indices {
                let found = zip(raked, weights).reduce(0) { $0 + $1.0[category] * $1.1 } / whole
                off = max(off, abs(found - wanted[category]))
                guard found > 0 else { continue }
                for group in raked.indices { raked[group][category] *= wanted[category] / found }
            }
            if off < tolerance { break }
        }
        return raked.map(ofOne)
    }

    private static func ofOne(_ row: [Double]) -> [Double] {
        let sum = row.reduce(0, +)
        return sum > 0 ? row.map { $0 / sum } : row
    }
}
