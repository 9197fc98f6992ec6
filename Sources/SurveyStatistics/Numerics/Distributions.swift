internal import Foundation

/// Probabilities and quantiles of the distributions that intervals need.
public enum Distributions {
    /// The share of a beta(a, b) distribution at or below `x`: the regularised incomplete beta function.
    ///
    /// `a` and `b` above 0; `x` in 0…1. Relative error about 1e-13.
    ///
    /// - Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction), by Lentz's method.
    public static func betaShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
        betaShare(x, a, b, constant: betaConstant(a, b))
    }

    /// log(1 / B(a, b)).
    private static func betaConstant(_ a: Double, _ b: Double) -> Double {
        logGamma(a + b) - logGamma(a) - logGamma(b)
    }

    private static func betaShare(_ x: Double, _ a: Double, _ b: Double, constant: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = exp(constant + a * log(x) + b * log1p(-x))
        return x < (a + 1) / (a + b + 2)
            ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var result = d
        @inline(__always) func add(_ term: Double) {
            d = 1 + term * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + term / c
            if abs(c) < tiny { c = tiny }
            result *= c * d
        }
        for step in 1...10_000 {
            let m = Double(step)
            add(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)))
            add(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)))
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
        let constant = betaConstant(a, b)
        let spread = (a * b / (a + b + 1)).squareRoot() / (a + b)
        var low = 0.0
        var high = 1.0
        var x = min(max(start, 1e-300), 1 - 1e-16)
        for _ in 0..<200 {
            let error = betaShare(x, a, b, constant: constant) - p
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
            // Halley's steps cube the error, in units of the spread: after one of 1e-5 nothing is left of it.
            if moved <= (isHalley ? 1e-5 * min(spread, x, 1 - x) : 4e-16 * min(x, 1 - x)) { break }
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
        if p == 0.975, df == df.rounded(), (1..<1000).contains(df) { return usualTQuantiles[Int(df) - 1] }
        return tQuantile(of: p, df: df)
    }

    /// Of p = 0.975, by degrees of freedom from 1: tables of 95 % intervals ask for few of them again and again.
    private static let usualTQuantiles = (1..<1000).map { tQuantile(of: 0.975, df: Double($0)) }

    private static func tQuantile(of p: Double, df: Double) -> Double {
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

    /// The point below which a share `p` (0 < p < 1) of the standard normal distribution lies. Relative error about
    /// 1e-16.
    ///
    /// - Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
    public static func normalQuantile(_ p: Double) -> Double {
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * centre.over(centreBelow, at: r)
        }
        let r = sqrt(-log(min(p, 1 - p)))
        let z = r <= 5 ? tail.over(tailBelow, at: r - 1.6) : farTail.over(farTailBelow, at: r - 5)
        return q < 0 ? -z : z
    }

    /// A polynomial of degree 7, the constant first.
    private struct Polynomial {
        let c: (Double, Double, Double, Double, Double, Double, Double, Double)

        @inline(__always)
        private func value(_ x: Double) -> Double {
            ((((((c.7 * x + c.6) * x + c.5) * x + c.4) * x + c.3) * x + c.2) * x + c.1) * x + c.0
        }

        @inline(__always)
        func over(_ below: Polynomial, at x: Double) -> Double { value(x) / below.value(x) }
    }

    private static let centre = Polynomial(
        c: (
            3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
            45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727
        ))
    private static let centreBelow = Polynomial(
        c: (
            1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
            39307.89580009271061, 28729.085735721942674, 5226.495278852545925
        ))
    private static let tail = Polynomial(
        c: (
            1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
            1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4
        ))
    private static let tailBelow = Polynomial(
        c: (
            1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
            0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9
        ))
    private static let farTail = Polynomial(
        c: (
            6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
            0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
            2.01033439929228813265e-7
        ))
    private static let farTailBelow = Polynomial(
        c: (
            1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
            7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
            2.04426310338993978564e-15
        ))

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
