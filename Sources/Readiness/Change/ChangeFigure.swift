package import SurveyStatistics

/// The change of one figure since the month before, and what may be said of it.
package struct ChangeFigure: Sendable {
    /// What is claimed.
    package enum Verdict: String, Sendable, Codable {
        case rose, fell, notTellable
    }

    package let indicator: Indicator
    package let domain: DomainKey
    package let change: Change
    package let verdict: Verdict
    /// Whether both months' own figures may be shown.
    package let showsMonths: Bool
    /// The ward's headline, tested alone at 0.025; all others are one family of tests.
    package let isHeadline: Bool
    /// The share of false discoveries at which this one would be claimed; of the headline, its p-value.
    package let adjustedPValue: Double?
}

/// What changed since the month before.
package struct MonthlyChange: Sendable {
    /// "2025-10".
    package let previousMonth: String?
    /// Households asked in both months.
    package let commonHouseholds: Int
    /// The headline first, then in the order of indicators and domains.
    package let figures: [ChangeFigure]
    /// Indicators whose questions are not the same in both months: their series is cut.
    package let cut: [Indicator]

    /// The level of the headline's test.
    package static let headlineLevel = 0.025
    /// The share of false claims among all others.
    package static let falseShare = 0.02

    package var headline: ChangeFigure? { figures.first { $0.isHeadline } }

    /// Claimed changes other than the headline.
    package var claims: [ChangeFigure] { figures.filter { !$0.isHeadline && $0.verdict != .notTellable } }
}
