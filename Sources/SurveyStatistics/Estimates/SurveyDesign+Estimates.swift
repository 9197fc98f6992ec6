/// Estimates by Taylor linearisation. Each takes time in proportion to the rows of its domain (to all rows after a
/// calibration, whose residuals reach every row).
extension SurveyDesign {
    /// A statistic in a domain with its uncertainty.
    ///
    /// `interval`: a share, or a ratio of parts to wholes (0 ≤ y ≤ x), may ask for `logit`, `beta` or `wilson`.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    /// - Source: Lumley (2010), ch. 2; R survey 4.1-1 `svymean`, `svytotal`, `svyratio`.
    public func estimate(
        _ statistic: Statistic, in domain: Domain = .all, interval method: IntervalMethod = .t,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        let linear = linearise(statistic, in: domain)
        let variance = try variance(linear.scores)
        let simple = simpleVariance(linear)
        return estimate(
            linear.value, variance: variance, simple: simple, cases: linear.scores.rows, method: method,
            level: level)
    }

    /// The population total Σ w·y.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func total(
        of values: [Double?], in domain: Domain = .all, interval method: IntervalMethod = .t,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        try estimate(.total(values), in: domain, interval: method, level: level)
    }

    /// The mean Σ w·y ÷ Σ w.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func mean(
        of values: [Double?], in domain: Domain = .all, interval method: IntervalMethod = .t,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        try estimate(.mean(values), in: domain, interval: method, level: level)
    }

    /// The share of cases that say yes, 0…1: the mean of ones and zeros.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func proportion(
        of answers: [Bool?], in domain: Domain = .all, interval method: IntervalMethod = .logit,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        try estimate(.proportion(answers), in: domain, interval: method, level: level)
    }

    /// The ratio Σ w·y ÷ Σ w·x, over rows that answered both.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func ratio(
        of numerators: [Double?], over denominators: [Double?], in domain: Domain = .all,
        interval method: IntervalMethod = .t, level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        try estimate(.ratio(numerators, over: denominators), in: domain, interval: method, level: level)
    }

    /// The variance under simple random sampling of as many cases: without replacement where the weights add up to
    /// a population (weights that add up to the sample do not: `hasNormalisedWeights`), and with.
    ///
    /// - Source: R survey 4.1-1, `svymean.survey.design2`, `svyvar`.
    private func simpleVariance(_ linear: Linearisation) -> (without: Double, with: Double)? {
        let rows = linear.scores.rows
        let population = linear.population
        let count = Double(rows.count)
        guard count > 1, population > 0 else { return nil }
        let mean = exactSum(zip(rows, linear.spread).map { weights[$0] * $1 }) / population
        let squares = exactSum(zip(rows, linear.spread).map { weights[$0] * ($1 - mean) * ($1 - mean) })
        let spread = squares / population * count / (count - 1) * linear.spreadScale
        let with = spread / count
        let isDrawn = !hasNormalisedWeights && population > count
        let without = isDrawn ? spread * (population - count) / (population * count) : with
        return (without, with)
    }

    private func estimate(
        _ value: Double, variance: Double, simple: (without: Double, with: Double)?, cases: [Int],
        method: IntervalMethod, level: Double
    ) -> Estimate {
        // Units without an answer tell nothing of the spread: R's degf(subset(design, !is.na(y))).
        let df = degreesOfFreedom(in: cases)
        let base = cases.count
        let isFullCount = isFullCount(cases)
        let root = variance.squareRoot()
        // A single unit compared with itself has no error, not one of 0.
        let error = df > 0 || ConfidenceInterval.varies(root, around: value) ? root : nil
        let interval = error.flatMap {
            ConfidenceInterval(
                value: value, standardError: $0, base: base, degreesOfFreedom: df, level: level,
                method: method, isFullCount: isFullCount)
        }
        return Estimate(
            value: value, standardError: error, interval: interval, base: base,
            degreesOfFreedom: df,
            designEffect: simple.flatMap { $0.without > 0 ? variance / $0.without : nil },
            designEffectWithReplacement: simple.flatMap { $0.with > 0 ? variance / $0.with : nil },
            isFullCount: isFullCount)
    }
}
