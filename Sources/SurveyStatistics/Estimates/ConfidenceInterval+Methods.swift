internal import Foundation

extension ConfidenceInterval {
    /// The interval of an estimate; nil at no degrees of freedom, and where the sample shows no variance.
    ///
    /// `base` is the number of cases (R's `nrow(design)` of those with an answer). `isFullCount`: every unit of the
    /// population was asked, as its finite population says; only then has an interval no width. A share of
    /// exactly 0 or 1 has no standard error to go by: its interval (but `t`) is Clopper-Pearson's at `base` cases.
    ///
    /// - Source: R survey 4.1-1 `svyciprop`; E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201;
    ///   E. B. Wilson, JASA 22 (1927) 209–212, with the effective sample size and t for z.
    public init?(
        value: Double, standardError: Double, base: Int, degreesOfFreedom: Int, level: Double,
        method: IntervalMethod, isFullCount: Bool = false
    ) {
        guard degreesOfFreedom > 0, base > 0 else { return nil }
        let varies = Self.varies(standardError, around: value)
        if isFullCount, !varies {
            // Everyone was asked: there is nothing to be unsure of.
            self.init(lower: value, upper: value, level: level, method: method)
            return
        }
        let tail = (1 - level) / 2
        let t = Distributions.tQuantile(1 - tail, df: Double(degreesOfFreedom))
        if method == .t {
            // All who were asked may agree, and those who were not may not.
            guard varies else { return nil }
            self.init(
                lower: value - t * standardError, upper: value + t * standardError, level: level, method: .t)
            return
        }
        let bounds: (Double, Double)
        if value <= 0 || value >= 1 {
            bounds = Self.exact(share: value <= 0 ? 0 : 1, cases: Double(base), tail: tail)
        } else if !varies {
            return nil
        } else {
            let cases = value * (1 - value) / (standardError * standardError)
            let adjusted = cases * Self.squaredRatio(base: base, tail: tail, t: t)
            switch method {
            case .logit, .t: bounds = Self.logit(value, standardError, t)
            case .beta: bounds = Self.exact(share: value, cases: adjusted, tail: tail)
            case .betaTruncated:
                bounds = Self.exact(share: value, cases: min(adjusted, Double(base)), tail: tail)
            case .arcsine: bounds = Self.arcsine(value, standardError, t)
            case .wilson: bounds = Self.wilson(value, cases, t)
            }
        }
        self.init(lower: bounds.0, upper: bounds.1, level: level, method: method)
    }

    /// Whether a standard error is more than what rounding leaves of none.
    static func varies(_ standardError: Double, around value: Double) -> Bool {
        standardError > 1e-13 * abs(value)
    }

    /// (t_{n−1} ÷ t_df)², R's adjustment of the effective sample size for few degrees of freedom.
    private static func squaredRatio(base: Int, tail: Double, t: Double) -> Double {
        guard base > 1 else { return 1 }
        let simple = Distributions.tQuantile(1 - tail, df: Double(base - 1))
        return (simple / t) * (simple / t)
    }

    private static func logit(_ share: Double, _ error: Double, _ t: Double) -> (Double, Double) {
        let centre = log(share / (1 - share))
        let step = t * error / (share * (1 - share))
        return (1 / (1 + exp(-(centre - step))), 1 / (1 + exp(-(centre + step))))
    }

    private static func arcsine(_ share: Double, _ error: Double, _ t: Double) -> (Double, Double) {
        let angle = asin(share.squareRoot())
        let step = t * error / (2 * (share * (1 - share)).squareRoot())
        func back(_ angle: Double) -> Double {
            let sine = sin(min(max(angle, 0), .pi / 2))
            return sine * sine
        }
        return (back(angle - step), back(angle + step))
    }

    /// Clopper-Pearson at any number of cases.
    private static func exact(share: Double, cases: Double, tail: Double) -> (Double, Double) {
        let yes = share * cases
        let no = (1 - share) * cases
        return (
            yes <= 0 ? 0 : Distributions.betaQuantile(tail, yes, no + 1),
            no <= 0 ? 1 : Distributions.betaQuantile(1 - tail, yes + 1, no)
        )
    }

    private static func wilson(_ share: Double, _ cases: Double, _ t: Double) -> (Double, Double) {
        let scale = 1 + t * t / cases
        let centre = (share + t * t / (2 * cases)) / scale
        let half = t * (share * (1 - share) / cases + t * t / (4 * cases * cases)).squareRoot() / scale
        return (centre - half, centre + half)
    }
}
