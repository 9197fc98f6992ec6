package import SurveyStatistics

/// One figure: what, of whom, how sure, and whether it may be shown.
package struct IndicatorEstimate: Sendable {
    package let indicator: Indicator
    package let domain: DomainKey
    /// nil where nobody in the domain answered.
    package let estimate: Estimate?
    package let gate: Gate
    /// Cases (or dossiers) that say yes, unweighted: the "16" of "16 of 20".
    package let count: Int
    /// Cases (or dossiers) in the base, unweighted: the "20" of "16 of 20".
    package let of: Int
    /// Members of the domain without an answer to this.
    package let missing: Int
    /// Members of the domain, with an answer or without.
    package let members: Int
    /// What a small-area model adds; nil for the domain's own answers.
    package let model: ModelNote?

    /// Whether it comes from the small-area model instead of the group's own answers.
    package var isModelled: Bool { model != nil }

    /// What a modelled figure rests on, and where its group stands among all.
    package struct ModelNote: Sendable {
        package let basis: ShareAreas.Basis
        /// nil where groups are not ranked by this indicator.
        package let standing: ShareAreas.Standing?
    }

    package var isShown: Bool { gate.isShown }

    /// The estimate if it may be shown.
    package var shown: Estimate? { isShown ? estimate : nil }
}
