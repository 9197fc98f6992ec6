/// Estimates by Taylor linearisation. Values are one a row; nil is a missing answer, which leaves the row out
/// of this estimate only. Each takes time in proportion to the rows of its domain.
extension SurveyDesign {
    /// The population total Σ w·y.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func total(
        of values: [Double?], in domain: Domain = .all, interval method: IntervalMethod = .t,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        let members = rows(of: domain)
        let cases = answered(values, in: members)
        let scores = zip(cases.rows, cases.values).map { weights[$0] * $1 }
        let total = exactSum(scores)
        let variance = try variance(Linearised(rows: cases.rows, values: scores))
        let population = exactSum(cases.rows.map { weights[$0] })
        let simple = simpleVariance(cases, population: population).map { $0 * population * population }
        return estimate(
            total, variance: variance, simple: simple, cases: cases.rows.count, members: members,
            method: method,
            level: level)
    }

    /// The mean Σ w·y ÷ Σ w.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func mean(
        of values: [Double?], in domain: Domain = .all, interval method: IntervalMethod = .t,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        let members = rows(of: domain)
        let cases = answered(values, in: members)
        let population = exactSum(cases.rows.map { weights[$0] })
        let mean = exactSum(zip(cases.rows, cases.values).map { weights[$0] * $1 }) / population
        let scores = zip(cases.rows, cases.values).map { weights[$0] * ($1 - mean) / population }
        let variance = try variance(Linearised(rows: cases.rows, values: scores))
        return estimate(
            mean, variance: variance, simple: simpleVariance(cases, population: population),
            cases: cases.rows.count, members: members, method: method, level: level)
    }

    /// The share of cases that say yes, 0…1: the mean of ones and zeros.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func proportion(
        of answers: [Bool?], in domain: Domain = .all, interval method: IntervalMethod = .logit,
        level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        let members = rows(of: domain)
        var numbers: [Double] = []
        var cases: [Int] = []
        for row in members {
            guard let answer = answers[row] else { continue }
            cases.append(row)
            numbers.append(answer ? 1 : 0)
        }
        let population = exactSum(cases.map { weights[$0] })
        let share = exactSum(zip(cases, numbers).map { weights[$0] * $1 }) / population
        let scores = zip(cases, numbers).map { weights[$0] * ($1 - share) / population }
        let variance = try variance(Linearised(rows: cases, values: scores))
        return estimate(
            share, variance: variance, simple: simpleVariance((cases, numbers), population: population),
            cases: cases.count, members: members, method: method, level: level)
    }

    /// The ratio Σ w·y ÷ Σ w·x, over rows that answered both.
    ///
    /// A ratio of parts to wholes (0 ≤ y ≤ x) may ask for the `logit` interval.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func ratio(
        of numerators: [Double?], over denominators: [Double?], in domain: Domain = .all,
        interval method: IntervalMethod = .t, level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        let members = rows(of: domain)
        var cases: [Int] = []
        var above: [Double] = []
        var below: [Double] = []
        for row in members {
            guard let numerator = numerators[row], let denominator = denominators[row] else { continue }
            cases.append(row)
            above.append(numerator)
            below.append(denominator)
        }
        let whole = exactSum(zip(cases, below).map { weights[$0] * $1 })
        let ratio = exactSum(zip(cases, above).map { weights[$0] * $1 }) / whole
        let residuals = zip(above, below).map { ($0 - ratio * $1) / whole }
        let scores = zip(cases, residuals).map { weights[$0] * $1 }
        let variance = try variance(Linearised(rows: cases, values: scores))
        let population = exactSum(cases.map { weights[$0] })
        let simple = simpleVariance((cases, residuals), population: population)
            .map { $0 * population * population }
        return estimate(
            ratio, variance: variance, simple: simple, cases: cases.count, members: members, method: method,
            level: level)
    }

    private func answered(_ values: [Double?], in members: [Int]) -> (rows: [Int], values: [Double]) {
        var rows: [Int] = []
        var numbers: [Double] = []
        for row in members {
            guard let value = values[row] else { continue }
            rows.append(row)
            numbers.append(value)
        }
        return (rows, numbers)
    }

    private func exactSum(_ numbers: [Double]) -> Double {
        var sum = ExactSum()
        for number in numbers { sum.add(number) }
        return sum.value
    }

    /// The variance of the mean under simple random sampling of as many cases: without replacement where the
    /// weights add up to a population, else with.
    ///
    /// - Source: R survey 4.1-1, `svymean.survey.design2`, `svyvar`.
    private func simpleVariance(_ cases: (rows: [Int], values: [Double]), population: Double) -> Double? {
        let count = Double(cases.rows.count { weights[$0] != 0 })
        guard count > 1, population > 0 else { return nil }
        let mean = exactSum(zip(cases.rows, cases.values).map { weights[$0] * $1 }) / population
        let squares = exactSum(
            zip(cases.rows, cases.values).map { weights[$0] * ($1 - mean) * ($1 - mean) })
        let spread = squares / population * count / (count - 1)
        return population > count ? spread * (population - count) / (population * count) : spread / count
    }

    private func estimate(
        _ value: Double, variance: Double, simple: Double?, cases: Int, members: [Int],
        method: IntervalMethod,
        level: Double
    ) -> Estimate {
        let df = degreesOfFreedom(in: members)
        let error = cases > 0 && df > 0 || variance > 0 ? variance.squareRoot() : nil
        let effect = simple.flatMap { $0 > 0 ? variance / $0 : nil }
        let interval = error.flatMap {
            ConfidenceInterval(
                value: value, standardError: $0, base: cases, rows: members.count, degreesOfFreedom: df,
                level: level, method: method)
        }
        return Estimate(
            value: value, standardError: error, interval: interval, base: cases,
            effectiveBase: effect.flatMap { $0 > 0 ? Double(cases) / $0 : nil }, degreesOfFreedom: df,
            designEffect: effect)
    }
}
