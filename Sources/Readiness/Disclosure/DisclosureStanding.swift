/// Whether a page may still choose to show a figure.
package enum DisclosureStanding: String, Sendable, CaseIterable {
    /// The page would show it: control decides.
    case offered
    /// No page shows it, as the complement of a type: it may follow from others all the same.
    case neverShown
    /// An earlier page showed it.
    case published
    /// An earlier page hid it, and so it stays.
    case withheld
}
