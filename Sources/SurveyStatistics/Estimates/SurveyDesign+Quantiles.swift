extension SurveyDesign {
    /// The value below which a share `probability` of the population lies: the smallest y whose share of weights at
    /// or below it reaches `probability`.
    ///
    /// Woodruff's interval: that of the share at or below the quantile, read off the same distribution. Standard
    /// error: the interval's width ÷ 2t. Both are nil where the share's interval leaves 0…1. nil without a case.
    /// `method`: how the share's interval is made (`t`, `beta` or `logit`).
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    /// - Source: R survey 4.1-1 `svyquantile(qrule = "math")`; R. S. Woodruff, JASA 47 (1952) 635–646.
    public func quantile(
        of values: [Double?], probability: Double, in domain: Domain = .all,
        interval method: IntervalMethod = .t, level: Double = 0.95
    ) throws(DesignError) -> Estimate? {
        let members = rows(of: domain)
        let distribution = CumulativeWeights(
            members.compactMap { row in values[row].map { ($0, weights[row]) } })
        guard let quantile = distribution.value(at: probability) else { return nil }
        let below = values.map { $0.map { $0 <= quantile ? 1.0 : 0.0 } }
        // Cases only: a missing answer belongs to no distribution.
        let cases = Domain.rows(members.filter { values[$0] != nil })
        let share = try estimate(.mean(below), in: cases, interval: method, level: level)
        let bounds = share.interval.flatMap { interval -> (Double, Double)? in
            guard interval.lower >= 0, interval.upper <= 1,
                let lower = distribution.value(at: interval.lower),
                let upper = distribution.value(at: interval.upper)
            else { return nil }
            return (lower, upper)
        }
        let t = Distributions.tQuantile((1 + level) / 2, df: Double(share.degreesOfFreedom))
        return Estimate(
            value: quantile, standardError: bounds.map { ($0.1 - $0.0) / (2 * t) },
            interval: bounds.map {
                ConfidenceInterval(lower: $0.0, upper: $0.1, level: level, method: method)
            },
            base: share.base, degreesOfFreedom: share.degreesOfFreedom, designEffect: nil)
    }
}

/// A weighted distribution: values ascending with the exact weight up to each.
private struct CumulativeWeights {
    private var values: [Double] = []
    private var upTo: [Double] = []

    init(_ cases: [(value: Double, weight: Double)]) {
        var sum = ExactSum()
        for (value, weight) in cases.filter({ $0.weight > 0 }).sorted(by: { $0.value < $1.value }) {
            sum.add(weight)
            if values.last == value {
                upTo[upTo.count - 1] = sum.value
            } else {
                values.append(value)
                upTo.append(sum.value)
            }
        }
    }

    /// The smallest value whose cumulative weight reaches the share; nil without a case.
    func value(at share: Double) -> Double? {
        guard let whole = upTo.last else { return nil }
        let wanted = share * whole
        return upTo.firstIndex { $0 >= wanted }.map { values[$0] } ?? values.last
    }
}
