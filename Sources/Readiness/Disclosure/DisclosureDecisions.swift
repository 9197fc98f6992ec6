/// Which figures and changes a page shows.
package struct DisclosureDecisions: Sendable, Equatable {
    /// What becomes of each figure, by id.
    package let outcomes: [String: DisclosureOutcome]
    /// Changes that may be shown: both months are, so a change adds nothing.
    package let shownChanges: [DisclosureChange]
    /// Small figures that what is published already gives away, by id.
    package let unprotected: [UnprotectedFigure]
    /// The settings that were decided by.
    package let settings: DisclosureSettings

    /// Whether the page shows the figure.
    package func isShown(_ id: String) -> Bool { outcomes[id] == .shown }

    /// The figure as it is published; nil where it is hidden.
    package func published(_ figure: DisclosureFigure) -> PublishedFigure? {
        guard isShown(figure.id) else { return nil }
        return PublishedFigure(count: figure.count, base: figure.base, settings: settings)
    }
}
