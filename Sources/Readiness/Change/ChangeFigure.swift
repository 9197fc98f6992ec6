package import SurveyStatistics

/// The change of one figure since an earlier month, and what may be said of it.
package struct ChangeFigure: Sendable {
    /// What is claimed.
    package enum Verdict: String, Sendable, Codable {
        case rose, fell, notTellable
    }

    package let indicator: Indicator
    package let domain: DomainKey
    /// The month that it is compared with, "2025-10"; nil where the surveys have no dates.
    package let since: String?
    package let change: Change
    package var verdict = Verdict.notTellable
    /// Whether both months' own figures may be shown.
    package let showsMonths: Bool
    /// The ward's headline, tested alone at 0.025; all others are one family of tests.
    package let isHeadline: Bool
    /// The share of false discoveries at which this one would be claimed; of the headline, its p-value.
    package var adjustedPValue: Double?
}

/// A change that is not shown, and why.
package struct HiddenChange: Sendable, Equatable {
    package enum Reason: String, CaseIterable, Sendable, Codable {
        /// The difference rests on so few units that answered otherwise, came or went that no test holds.
        case discordantUnits
    }

    package let indicator: Indicator
    package let domain: DomainKey
    /// The month that it was compared with; nil where the surveys have no dates.
    package let since: String?
    package let reason: Reason

    package var isHeadline: Bool { indicator.isDossierRatio && domain.kind == .all }
}
