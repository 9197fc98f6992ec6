/// What counts as small, and how coarsely figures are published.
package struct DisclosureSettings: Sendable, Equatable {
    /// A figure is small where fewer households say yes, or fewer say no.
    package let limit: Int
    /// Published counts and bases are multiples of this many households.
    package let rounding: Int
    /// So many counts, at least, must stay possible for a small figure.
    ///
    /// A small figure known to be small has only the counts under the limit: more cannot be asked for.
    package let protection: Int

    /// - Throws: `DisclosureProblem.settings` where rounding is under 1 or over the limit: a small count could then
    ///   be rounded to nothing; or where protection is under 2, which protects from nothing.
    package init(limit: Int = 10, rounding: Int = 5, protection: Int? = nil) throws {
        guard rounding >= 1, limit >= rounding, protection ?? limit >= 2 else {
            throw DisclosureProblem.settings
        }
        self.limit = limit
        self.rounding = rounding
        self.protection = protection ?? limit
    }

    /// Whether so few say yes, or no, that the figure must be hidden; without a base there is nothing to hide.
    package func isSmall(count: Int, base: Int) -> Bool {
        base > 0 && min(count, base - count) < limit
    }

    /// The counts a figure of this base can have if it is small, on its own side if the sides are apart.
    func smallCounts(count: Int, base: Int) -> ClosedRange<Int> {
        if base < 2 * limit { return 0...base }
        return count < limit ? 0...limit - 1 : base - limit + 1...base
    }
}
