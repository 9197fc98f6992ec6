/// The counts of one small figure that stay possible for a reader who knows that it is small.
struct DisclosureRange {
    /// How many whole counts lie between the least and the greatest.
    let counts: Int
    /// Figures that have another count than the true one at the least or the greatest: as long as all of them stay
    /// unknown, both stay possible.
    let moved: Set<Int>

    /// The figure is known.
    static let none = DisclosureRange(counts: 1, moved: [])
}
