/// Σ coefficient · (households that say yes) ≤ upper.
struct ReleaseBound {
    let coefficients: [Double]
    let upper: Double
}

/// What a printed rate says of the answers behind it.
enum ReleaseBounds {
    /// A rate lies within half a per cent of what is printed, and nobody would print a small count.
    ///
    /// Where all weights are one, counts are whole numbers, and the bounds are drawn to the nearest that can be.
    ///
    /// - Parameters:
    ///   - shift: what the rate is above the plain weighted share.
    ///   - sizes: households of each atom, with their `weights`.
    static func all(
        _ percent: PublishedPercent, shift: Double, sizes: [Int], weights: [Double], limit: Int
    ) -> [ReleaseBound] {
        let households = sizes.reduce(0, +)
        let whole = zip(sizes, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
        guard households > 0, whole > 0 else { return [] }
        let (lower, upper) = shares(percent)
        let mean = whole / Double(households)
        var least = (lower - shift) * Double(households)
        var most = (upper - shift) * Double(households)
        let small = (Double(limit), Double(households - limit))
        let ones = sizes.map { _ in 1.0 }
        if weights.allSatisfy({ abs($0 - weights[0]) <= 1e-9 * weights[0] }) {
            least = max((least - 1e-6).rounded(.up), small.0)
            most = min((most + 1e-6).rounded(.down), small.1)
            return both(ones, least, most)
        }
        return both(weights.map { $0 / mean }, least, most) + both(ones, small.0, small.1)
    }

    /// Between which shares what is printed as such a per cent lies.
    private static func shares(_ percent: PublishedPercent) -> (Double, Double) {
        switch percent {
        case .underOne: (0, 0.005)
        case .overNinetyNine: (0.995, 1)
        case .whole(let whole): ((Double(whole) - 0.5) / 100, (Double(whole) + 0.5) / 100)
        }
    }

    private static func both(_ coefficients: [Double], _ least: Double, _ most: Double) -> [ReleaseBound] {
        [
            ReleaseBound(coefficients: coefficients, upper: most),
            ReleaseBound(coefficients: coefficients.map { -$0 }, upper: -least),
        ]
    }
}
