package import SurveyStatistics

/// Whether a figure may be shown, and why not.
///
/// - Source: NCHS, Data Presentation Standards for Proportions (Vital and Health Statistics 2:175, 2017);
///   small cells as the ward's disclosure rule has it.
package struct Gate: Sendable, Equatable {
    package enum Reason: String, CaseIterable, Sendable, Codable {
        case noData, degreesOfFreedom, effectiveBase, width, relativeWidth, disclosure
    }

    /// nil: the figure is shown.
    package let reason: Reason?
    /// Shown, but to be looked at by a person: under 8 degrees of freedom, a share of 0 or 1, or a model not very sure.
    package let needsReview: Bool

    package var isShown: Bool { reason == nil }

    package static let leastEffectiveBase = 30.0
    package static let smallCell = 5
    private static let widest = 0.30
    /// An effective base of 30 that its sums leave a last digit below 30 is 30.
    private static let rounding = 1e-9
    /// The largest error of a modelled share on the scale of θ = arcsin√p: 7 points at a share of 50 %.
    private static let largestModelError = 0.075
    /// Above this a person looks at it.
    private static let modelErrorToReview = 0.05

    /// Judges a share by its truncated Korn-Graubard interval, whatever interval is displayed.
    ///
    /// `count` is the unweighted number of cases that say yes; `isProtected` asks for the small-cell rule.
    package init(_ estimate: Estimate?, korn: ConfidenceInterval?, count: Int, isProtected: Bool) {
        guard let estimate, estimate.base > 0 else {
            self.init(reason: .noData, needsReview: false)
            return
        }
        let review = estimate.degreesOfFreedom < 8 || estimate.value <= 0 || estimate.value >= 1
        self.init(
            reason: Self.reason(estimate, korn: korn, count: count, isProtected: isProtected),
            needsReview: review)
    }

    /// Judges a modelled share by its mean squared error on the scale of θ = arcsin√p.
    ///
    /// How many cases it rests on says nothing. The width of its interval must not decide: transformed back it is
    /// narrower where the share came out low by chance, so that what is shown would cover too seldom.
    init(modelledWithError meanSquaredError: Double) {
        let error = meanSquaredError.squareRoot()
        let isShown = error <= Self.largestModelError
        self.init(
            reason: isShown ? nil : .width, needsReview: isShown && error > Self.modelErrorToReview)
    }

    private init(reason: Reason?, needsReview: Bool) {
        self.reason = reason
        self.needsReview = needsReview
    }

    private static func reason(
        _ estimate: Estimate, korn: ConfidenceInterval?, count: Int, isProtected: Bool
    ) -> Reason? {
        if estimate.degreesOfFreedom <= 0 { return .degreesOfFreedom }
        let effective = min(Double(estimate.base), estimate.effectiveBase ?? Double(estimate.base))
        if effective < leastEffectiveBase * (1 - rounding) { return .effectiveBase }
        if isProtected, min(count, estimate.base - count) < smallCell { return .disclosure }
        // An interval has no width only where all were asked. Without one, nobody knows how wide it would be.
        guard let width = estimate.isFullCount ? estimate.interval?.width : korn?.width else { return .width }
        if width <= 0.05 { return nil }
        if width >= widest { return .width }
        if estimate.value > 0, width / estimate.value > 1.3 { return .relativeWidth }
        return nil
    }
}
