internal import Basics

/// A shown figure as the page prints it: everything that is printed follows from the two rounded numbers.
///
/// - Source: A. Hundepool et al., Statistical Disclosure Control (2012), section 5.4 (conventional rounding).
package struct PublishedFigure: Sendable, Equatable {
    /// Households that say yes, to the nearest multiple.
    package let count: Int
    /// Households that say yes or no, to the nearest multiple.
    package let base: Int
    /// `count` in percent of `base`.
    package let percent: PublishedPercent

    /// nil for a small figure and one without a base.
    ///
    /// At least `limit` say yes and as many say no, and the limit is no less than the rounding: rounding keeps order
    /// and steps, so at least one multiple is left on either side.
    package init?(count: Int, base: Int, settings: DisclosureSettings) {
        guard base > 0, !settings.isSmall(count: count, base: base) else { return nil }
        self.count = Self.nearest(count, settings.rounding)
        self.base = Self.nearest(base, settings.rounding)
        percent = PublishedPercent(self.count, of: self.base)
    }

    /// Percentage points from an earlier month's figure to this one, of the whole percentages printed.
    package func points(since earlier: PublishedFigure) -> Int { percent.nearest - earlier.percent.nearest }

    /// The nearest multiple; upwards from the middle.
    private static func nearest(_ value: Int, _ step: Int) -> Int { (value + step / 2) / step * step }
}
