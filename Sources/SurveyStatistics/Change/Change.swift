/// The change of a statistic from one sample to a later one, and whether it can be told from chance.
public struct Change: Sendable, Hashable {
    /// The statistic in each sample.
    public let before, after: Estimate
    /// After − before, with the covariance of the samples' common units; base: that of the smaller sample.
    public let difference: Estimate
    /// The chance of a difference as large or larger, either way, without any change; nil where the samples have no
    /// variance to tell by.
    public let pValue: Double?
    /// Units whose part in the statistic differs between the samples: that enter, leave, or answer otherwise. A
    /// difference rests on these alone.
    public let discordantUnits: Int
    /// The standard error of the change to one more sample, if it asks all units of the later one again and they answer
    /// as alike as the common ones did; nil with fewer than ten degrees of freedom of common units.
    public let panelStandardError: Double?
}

extension SampleOverlap {
    /// The change of a statistic between the two samples.
    ///
    /// `before` and `after` are the same question, one value a row of each sample. Degrees of freedom:
    /// Satterthwaite's, at most those of all units asked in either, and at most the discordant units − 1: at almost
    /// full overlap a difference rests on a few units, however many were asked.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    /// - Source: Tam (1984); F. E. Satterthwaite, Biometrics Bulletin 2 (1946) 110–114.
    public func change(
        of before: Statistic, in earlierDomain: Domain, to after: Statistic, in laterDomain: Domain,
        interval method: IntervalMethod = .t, level: Double = 0.95
    ) throws(DesignError) -> Change {
        let first = try earlier.estimate(before, in: earlierDomain, interval: method, level: level)
        let second = try later.estimate(after, in: laterDomain, interval: method, level: level)
        let own = (variance(first), variance(second))
        let scores = (
            earlier.linearise(before, in: earlierDomain).scores,
            later.linearise(after, in: laterDomain).scores
        )
        let moments = moments(scores.0, scores.1)
        let covariance = moments.covariance.value
        // A covariance over what the variances allow is chance: then the samples count as fully alike.
        let most = (own.0 * own.1).squareRoot()
        let variance = max(0, own.0 + own.1 - 2 * min(most, max(-most, covariance)))
        // Units asked twice are counted once: a full panel has the degrees of freedom of its pairs.
        let common = commonDegreesOfFreedom(scores.0, scores.1)
        let discordant = discordantUnits(before, in: earlierDomain, after, in: laterDomain)
        let df = max(
            0,
            min(
                Self.degreesOfFreedom(own, (first.degreesOfFreedom, second.degreesOfFreedom)),
                first.degreesOfFreedom + second.degreesOfFreedom - common, discordant - 1))
        let value = second.value - first.value
        let error = variance.squareRoot()
        let base = min(first.base, second.base)
        let interval = ConfidenceInterval(
            value: value, standardError: error, base: base, degreesOfFreedom: df, level: level,
            method: .t, isFullCount: first.isFullCount && second.isFullCount)
        return Change(
            before: first, after: second,
            difference: Estimate(
                value: value, standardError: error, interval: interval, base: base, degreesOfFreedom: df,
                designEffect: nil),
            pValue: error > 0 && df > 0
                ? Distributions.tTails(value / error, df: Double(df)) : nil,
            discordantUnits: discordant,
            panelStandardError: common < 10
                ? nil : moments.correlation.map { (2 * own.1 * (1 - $0)).squareRoot() })
    }

    private func variance(_ estimate: Estimate) -> Double {
        (estimate.standardError ?? 0) * (estimate.standardError ?? 0)
    }

    private static func degreesOfFreedom(_ variances: (Double, Double), _ own: (Int, Int)) -> Int {
        let sum = variances.0 + variances.1
        guard own.0 > 0, own.1 > 0, sum > 0 else { return min(own.0, own.1) }
        let spread =
            variances.0 * variances.0 / Double(own.0) + variances.1 * variances.1 / Double(own.1)
        return max(1, Int(sum * sum / spread))
    }
}
