/// Decides which figures of public tables are hidden, so that no small one can be worked out.
///
/// A figure is hidden if it is small, and others with it until every small figure keeps enough possible counts for a
/// reader who knows all shown figures exactly, all bases, all relations, published changes, and that it is small. The
/// range is found exactly by a linear programme per small figure; where the equations have whole corners, as for
/// parts of domains and answers of one domain, every count in it is possible.
///
/// - Source: A. Hundepool et al., Statistical Disclosure Control (2012), ch. 4 (cell suppression).
package struct DisclosureControl: Sendable {
    /// The settings that are decided by.
    package let settings: DisclosureSettings

    package init(settings: DisclosureSettings) { self.settings = settings }

    /// Decides about all figures of all months together; what is published already stays as it is.
    ///
    /// The order in which figures, relations and changes are given does not matter.
    ///
    /// - Throws: `DisclosureProblem`.
    package func decisions(
        _ figures: [DisclosureFigure], relations: [DisclosureRelation], changes: [DisclosureChange] = []
    ) throws -> DisclosureDecisions {
        let figures = figures.sorted { $0.id < $1.id }
        var system = try DisclosureSystem(figures)
        let sorted = relations.sorted { ($0.total, $0.parts.joined()) < ($1.total, $1.parts.joined()) }
        for relation in sorted { try system.add(relation) }
        for change in changes { try system.add(change) }
        let search = SuppressionSearch(system, settings: settings)
        var outcomes: [String: DisclosureOutcome] = [:]
        for (number, figure) in figures.enumerated() {
            outcomes[figure.id] = outcome(figure, isShown: search.shown[number])
        }
        return DisclosureDecisions(
            outcomes: outcomes,
            shownChanges: changes.filter {
                $0.isPublished || (outcomes[$0.earlier] == .shown && outcomes[$0.later] == .shown)
            },
            unprotected: search.unprotected, settings: settings)
    }

    private func outcome(_ figure: DisclosureFigure, isShown: Bool) -> DisclosureOutcome {
        switch figure.standing {
        case .published: .shown
        case .neverShown, .withheld: .notOffered
        case .offered:
            if figure.base == 0 {
                .noData
            } else if settings.isSmall(count: figure.count, base: figure.base) {
                .small
            } else {
                isShown ? .shown : .protecting
            }
        }
    }
}
