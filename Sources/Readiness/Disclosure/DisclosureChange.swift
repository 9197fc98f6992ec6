/// The change of a figure's percentage between two months.
package struct DisclosureChange: Sendable, Hashable {
    /// The figure of the earlier month.
    package let earlier: String
    /// The same figure of the later month.
    package let later: String
    /// Whether an earlier page showed the change: then it stays.
    package let isPublished: Bool

    package init(earlier: String, later: String, isPublished: Bool = false) {
        self.earlier = earlier
        self.later = later
        self.isPublished = isPublished
    }
}
