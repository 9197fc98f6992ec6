package import SurveyStatistics

/// What one part of the survey would save a month if its share of dossiers online were the target.
package struct DomainSavings: Sendable {
    package let domain: DomainKey
    /// Dossiers of a household in the reference period that would move online; nil where the figure is hidden.
    package let mean: Estimate?
    /// From a household in the reference period to all households that the figure speaks of in a month.
    package let factor: Double
    /// Why the figure is hidden: the reason that hides the share online itself.
    package let reason: Gate.Reason?
    /// Households that the figure speaks of: those represented (Σ w), or 100 of those asked.
    package let households: Double
    /// Households that told their dossiers, those without any included.
    package let base: Int
    /// Households that did not tell; they count as those that did.
    package let missing: Int

    package var isShown: Bool { mean != nil }

    /// Whether the interval reaches below 0, where the target may be met already: then it is cut at 0.
    package var isTruncated: Bool { (mean?.interval?.lower ?? 0) < 0 }

    /// Dossiers a month that would move online, and the bounds, cut at 0.
    package var value: Double? { mean.map { max(0, $0.value * factor) } }
    package var lower: Double? { mean?.interval.map { max(0, $0.lower * factor) } }
    package var upper: Double? { mean?.interval.map { max(0, $0.upper * factor) } }
    /// Not cut.
    package var standardError: Double? { mean?.standardError.map { $0 * factor } }
}
