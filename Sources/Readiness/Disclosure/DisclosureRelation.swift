/// A figure whose count is the sum of other figures' counts.
///
/// Where the parts do not add up to the total, the remainder is a part too, never shown: what "filed oneself" leaves
/// of "filed online" is known to be nothing less than 0.
package struct DisclosureRelation: Sendable, Equatable {
    /// How the bases of total and parts are related.
    ///
    /// Control takes every base as known anyway; it only checks that what is claimed is true.
    package enum Bases: String, Sendable, CaseIterable {
        /// Parts of a domain: the bases add up as the counts do.
        case added
        /// Answers of one domain: total and parts have one base.
        case shared
        /// Nothing is claimed.
        case unrelated
    }

    /// The figure that the parts add up to.
    package let total: String
    /// The figures that add up, each once.
    package let parts: [String]
    /// How the bases are related.
    package let bases: Bases

    package init(total: String, parts: [String], bases: Bases) {
        self.total = total
        self.parts = parts
        self.bases = bases
    }
}
