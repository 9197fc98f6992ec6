internal import Foundation

/// Probabilities and quantiles of the distributions that intervals need.
public enum Distributions {
    /// The share of a beta(a, b) distribution at or below `x`: the regularised incomplete beta function.
    ///
    /// `a` and `b` above 0; `x` in 0…1. Relative error about 1e-13.
    ///
    /// - Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction), by Lentz's method.
    public static func betaShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
        return x < (a + 1) / (a + b + 2)
            ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var result = d
        for step in 1...10_000 {
            let m = Double(step)
            for term in [
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            ] {
                d = 1 + term * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + term / c
                if abs(c) < tiny { c = tiny }
                result *= c * d
            }
            if abs(c * d - 1) < 1e-16 { break }
        }
        return result
    }

    /// The point below which a share `p` of a beta(a, b) distribution lies; `a`, `b` above 0, `p` in 0…1.
    ///
    /// Halley's steps from a normal approximation, kept inside a shrinking bracket.
    public static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
        betaQuantile(p, a, b, start: betaGuess(p, a, b))
    }

    private static func betaQuantile(_ p: Double, _ a: Double, _ b: Double, start: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return 1 }
        let constant = logGamma(a + b) - logGamma(a) - logGamma(b)
        var low = 0.0
        var high = 1.0
        var x = min(max(start, 1e-300), 1 - 1e-16)
        for _ in 0..<200 {
            let error = betaShare(x, a, b) - p
            if error == 0 { break }
            if error > 0 { high = x } else { low = x }
            let density = exp(constant + (a - 1) * log(x) + (b - 1) * log1p(-x))
            let newton = density > 0 ? error / density : .infinity
            let curve = (a - 1) / x - (b - 1) / (1 - x)
            let step = newton / (1 - 0.5 * min(1, max(-1, newton * curve)))
            var next = x - step
            let isHalley = next > low && next < high
            if !isHalley { next = (low + high) / 2 }
            let moved = abs(next - x)
            x = next
            // Halley's steps cube the error: after one of a ten-millionth nothing is left of it.
            if moved <= (isHalley ? 1e-7 : 4e-16) * min(x, 1 - x) { break }
        }
        return x
    }

    /// - Source: Abramowitz and Stegun, 26.5.22.
    private static func betaGuess(_ p: Double, _ a: Double, _ b: Double) -> Double {
        guard a >= 1, b >= 1 else {
            let left = exp(a * log(a / (a + b))) / a
            let right = exp(b * log(b / (a + b))) / b
            let whole = left + right
            return p < left / whole ? pow(a * whole * p, 1 / a) : 1 - pow(b * whole * (1 - p), 1 / b)
        }
        let z = -normalQuantile(p)
        let lambda = (z * z - 3) / 6
        let h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
        let w =
            z * sqrt(h + lambda) / h
            - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * h))
        return a / (a + b * exp(2 * w))
    }

    /// The point below which a share `p` (0 < p < 1) of Student's t with `df` > 0 degrees of freedom lies.
    ///
    /// - Source: t² / (df + t²) follows beta(1/2, df/2).
    public static func tQuantile(_ p: Double, df: Double) -> Double {
        if p == 0.5 { return 0 }
        // Cornish-Fisher's expansion: its next term is below 1e-13 from 1,000 degrees of freedom on.
        if df >= 1000 { return nearTQuantile(normalQuantile(p), df: df) }
        let tail = 2 * min(p, 1 - p)
        // 1 − x = df / (df + t²) follows beta(df/2, 1/2): accurate in the far tail.
        let near = nearTQuantile(-normalQuantile(tail / 2), df: df)
        let y = betaQuantile(tail, df / 2, 0.5, start: df / (df + near * near))
        let t = sqrt(df * (1 - y) / y)
        return p < 0.5 ? -t : t
    }

    /// - Source: Abramowitz and Stegun, 26.7.5.
    private static func nearTQuantile(_ z: Double, df: Double) -> Double {
        let s = z * z
        let terms = [
            (s + 1) / 4, ((5 * s + 16) * s + 3) / 96, (((3 * s + 19) * s + 17) * s - 15) / 384,
            ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160,
        ]
        return z + z * terms.reversed().reduce(0) { ($0 + $1) / df }
    }

    /// The point below which a share `p` (0 < p < 1) of the standard normal distribution lies.
    ///
    /// - Source: Abramowitz and Stegun, 26.2.23, for the start, then Halley's steps with `erfc`.
    public static func normalQuantile(_ p: Double) -> Double {
        if p == 0.5 { return 0 }
        let tail = min(p, 1 - p)
        let r = sqrt(-2 * log(tail))
        var z =
            r - (2.515517 + 0.802853 * r + 0.010328 * r * r)
            / (1 + 1.432788 * r + 0.189269 * r * r + 0.001308 * r * r * r)
        for _ in 0..<4 {
            let error = 0.5 * erfc(z / 2.0.squareRoot()) - tail
            let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
            let newton = error / density
            z += newton / (1 + z * newton / 2)
            // Halley's steps cube the error: after one of a millionth nothing is left of it.
            if abs(newton) < 1e-6 { break }
        }
        return p < 0.5 ? -z : z
    }

    private static func logGamma(_ x: Double) -> Double { lgamma(x) }
}

extension Distributions {
    /// The share of an F distribution above `x` ≥ 0, with `above` and `below` degrees of freedom.
    ///
    /// - Source: below / (below + above·F) follows beta(below/2, above/2).
    public static func fTail(_ x: Double, _ above: Double, _ below: Double) -> Double {
        betaShare(below / (below + above * x), below / 2, above / 2)
    }

    /// The share of Student's t with `df` degrees of freedom beyond ±|t|.
    public static func tTails(_ t: Double, df: Double) -> Double { fTail(t * t, 1, df) }
}
