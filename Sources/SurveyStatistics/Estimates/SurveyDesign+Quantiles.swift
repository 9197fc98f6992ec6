extension SurveyDesign {
    /// The value below which a share `probability` of the population lies: the smallest y whose share of weights at
    /// or below it reaches `probability`.
    ///
    /// Woodruff's interval: that of the share at or below the quantile, read off the same distribution. Standard
    /// error: the interval's width ÷ 2t. nil without a case. `method`: how the share's interval is made (`t`, `beta`
    /// or `logit`). Where t's leaves 0…1, so that an end is missing, it is made by `logit` (R's `xlogit`), as the
    /// interval then says. Both are nil where neither gives both ends: the quantile is the largest value, say.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    /// - Source: R survey 4.1-1 `svyquantile(qrule = "math")`, its `interval.type` `mean`, `beta` and `xlogit`;
    ///   R. S. Woodruff, JASA 47 (1952) 635–646.
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
        // At the largest value the log-odds of the share are not defined.
        let isInside = share.isFullCount || share.value > 0 && share.value < 1
        var interval =
            isInside || method != .logit ? share.interval.flatMap { distribution.interval(of: $0) } : nil
        if interval == nil, method == .t, isInside {
            interval = share.interval(.logit, level: level).flatMap { distribution.interval(of: $0) }
        }
        let t = Distributions.tQuantile((1 + level) / 2, df: Double(share.degreesOfFreedom))
        return Estimate(
            value: quantile, standardError: interval.map { $0.width / (2 * t) }, interval: interval,
            base: share.base, degreesOfFreedom: share.degreesOfFreedom, designEffect: nil,
            isFullCount: share.isFullCount)
    }
}

extension Estimate {
    /// The interval that another method makes; nil where it makes none.
    fileprivate func interval(_ method: IntervalMethod, level: Double) -> ConfidenceInterval? {
        standardError.flatMap {
            ConfidenceInterval(
                value: value, standardError: $0, base: base, degreesOfFreedom: degreesOfFreedom, level: level,
                method: method, isFullCount: isFullCount)
        }
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

    /// The part of 1 by which rounding may miss a share: sums of weights at any scale are far closer.
    private static let slack = 1e-12

    /// The values between the ends of an interval of shares; nil where one lies outside 0…1.
    func interval(of shares: ConfidenceInterval) -> ConfidenceInterval? {
        guard shares.lower >= 0, shares.upper <= 1, let lower = value(at: shares.lower),
            let upper = value(at: shares.upper)
        else { return nil }
        return ConfidenceInterval(lower: lower, upper: upper, level: shares.level, method: shares.method)
    }

    /// The smallest value whose cumulative weight reaches the share; nil without a case.
    ///
    /// 0.3 × 442.1 is a bit more than three times 44.21: a share that is reached but for rounding is reached.
    func value(at share: Double) -> Double? {
        guard let whole = upTo.last else { return nil }
        let wanted = (share - Self.slack) * whole
        return upTo.firstIndex { $0 >= wanted }.map { values[$0] } ?? values.last
    }
}
