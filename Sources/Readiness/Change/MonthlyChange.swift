internal import SurveyStatistics

/// What changed since earlier months.
package struct MonthlyChange: Sendable {
    /// "2025-10": the month that the headline is compared with; without a headline the latest earlier month.
    package let previousMonth: String?
    /// Households asked in that month and in this one.
    package let commonHouseholds: Int
    /// The headline first, then in the order of indicators and domains.
    package let figures: [ChangeFigure]
    /// Changes that rest on too little to be shown, in the same order.
    package let hidden: [HiddenChange]
    /// Indicators whose questions are not the same in both months: their series is cut.
    package let cut: [Indicator]
    /// Indicators that no earlier month at hand can be compared with, in their order.
    package let overlaps: [RecallOverlap]
    /// The least change that is claimed, a share.
    package let relevance: Double

    /// The level of the headline's test.
    package static let headlineLevel = 0.025
    /// The share of false claims among all others.
    package static let falseShare = 0.02
    /// The least change that is claimed unless a ward says otherwise: one percentage point.
    package static let usualRelevance = 0.01
    /// With fewer units that differ between the months a change is hidden.
    package static let leastDiscordantUnits = 10

    package var headline: ChangeFigure? { figures.first { $0.isHeadline } }

    /// Claimed changes other than the headline.
    package var claims: [ChangeFigure] { figures.filter { !$0.isHeadline && $0.verdict != .notTellable } }
}

extension MonthlyChange {
    /// The same figures with what may be claimed of each: a test that allows it, and a change above the relevance.
    ///
    /// The headline is tested alone at 0.025, all others together, and together with the p-values of `others`, at a
    /// share of 0.02 of false claims.
    func judged(beside others: [Double] = []) -> MonthlyChange {
        let family = figures.indices.filter(isInFamily)
        // Each change holds among the changes too: levels that are nearly always certain must not make a change easier.
        let alone = Self.family(familyPValues)
        let all = Self.family(others + familyPValues).dropFirst(others.count)
        var judged = figures
        for figure in judged.indices {
            judged[figure].verdict = .notTellable
            guard judged[figure].isHeadline else { continue }
            judged[figure].adjustedPValue = judged[figure].change.pValue
            if (judged[figure].change.pValue ?? 1) <= Self.headlineLevel { claim(&judged[figure]) }
        }
        for (figure, tests) in zip(family, zip(alone, all)) {
            judged[figure].adjustedPValue = max(tests.0.adjusted, tests.1.adjusted)
            if tests.0.isFound && tests.1.isFound { claim(&judged[figure]) }
        }
        return MonthlyChange(
            previousMonth: previousMonth, commonHouseholds: commonHouseholds, figures: judged, hidden: hidden,
            cut: cut, overlaps: overlaps, relevance: relevance)
    }

    private static func family(_ pValues: [Double]) -> [(isFound: Bool, adjusted: Double)] {
        zip(
            FalseDiscoveries.discovered(pValues, share: falseShare), FalseDiscoveries.adjusted(pValues)
        ).map { ($0, $1) }
    }

    /// The p-values of all figures but the headline, in their order.
    var familyPValues: [Double] {
        figures.indices.filter(isInFamily).compactMap { figures[$0].change.pValue }
    }

    private func isInFamily(_ place: Int) -> Bool {
        !figures[place].isHeadline && figures[place].change.pValue != nil
    }

    private func claim(_ figure: inout ChangeFigure) {
        let difference = figure.change.difference.value
        guard abs(difference) > relevance else { return }
        figure.verdict = difference > 0 ? .rose : .fell
    }
}
