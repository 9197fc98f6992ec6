/// One figure "count of base" of a table: so many households of a domain say yes, of those asked.
///
/// Whoever reads the page is taken to know every base, shown or not: it protects against more than the page
/// tells, and makes count and base − count two sides of one number.
///
/// - Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001), ch. 6.
package struct DisclosureFigure: Sendable, Equatable {
    /// What relations and changes call the figure by: month, indicator and domain in one text.
    package let id: String
    /// Households that say yes, unweighted.
    package let count: Int
    /// Households that say yes or no, unweighted.
    package let base: Int
    /// Whether the page may still choose to show the figure.
    package let standing: DisclosureStanding
    /// Whether the figure is to be protected where it is small; false for a remainder that is no group of people.
    package let isSensitive: Bool
    /// Whether the figure is hidden for others' sake only when nothing else helps, as those of the whole ward are.
    package let isLastResort: Bool
    /// The figure whose count is this one's base, if there is one: whoever sees this figure knows that count.
    package let baseID: String?

    package init(
        id: String, count: Int, base: Int, standing: DisclosureStanding = .offered, isSensitive: Bool = true,
        isLastResort: Bool = false, baseID: String? = nil
    ) {
        self.id = id
        self.count = count
        self.base = base
        self.standing = standing
        self.isSensitive = isSensitive
        self.isLastResort = isLastResort
        self.baseID = baseID
    }
}
