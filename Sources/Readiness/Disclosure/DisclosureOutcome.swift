/// What becomes of a figure.
///
/// The page must mark `small` and `protecting` alike: which of two hidden figures is the small one is part of the
/// protection.
package enum DisclosureOutcome: String, Sendable, CaseIterable {
    /// It is shown, rounded.
    case shown
    /// It is hidden: few say yes, or few say no.
    case small
    /// It is hidden so that a small one does not follow from it.
    case protecting
    /// Nobody was asked: nothing to hide, nothing to show.
    case noData
    /// No page shows it, or an earlier page hid it.
    case notOffered
}
