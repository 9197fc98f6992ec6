package import Readiness
package import SurveyStatistics

/// The estimated share of a former ward's households that fail exactly these steps.
package struct PatternShare: Sendable, Equatable {
    package let formerWard: String
    /// In cascade order; never empty.
    package let failedSteps: [CascadeStep]
    /// 0…1.
    package let share: Double
    /// nil where the design cannot give one: then nothing can be counted on.
    package let standardError: Double?
    /// Mean dossiers that such a household is expected to file in three months.
    package let expectedDossiers: Double

    package init(
        formerWard: String, failedSteps: [CascadeStep], share: Double, standardError: Double?,
        expectedDossiers: Double
    ) {
        self.formerWard = formerWard
        self.failedSteps = failedSteps
        self.share = share
        self.standardError = standardError
        self.expectedDossiers = expectedDossiers
    }

    /// The share as a survey estimate.
    package init(
        formerWard: String, failedSteps: [CascadeStep], estimate: Estimate, expectedDossiers: Double
    ) {
        self.init(
            formerWard: formerWard, failedSteps: failedSteps, share: estimate.value,
            standardError: estimate.standardError, expectedDossiers: expectedDossiers)
    }

    /// The share that is reached or passed with 75 % certainty: share − 0.674 standard errors, at least 0.
    package var lowerQuartile: Double {
        guard let standardError else { return 0 }
        return max(0, share - Self.quartileOfNormal * standardError)
    }

    /// The upper quartile of the standard normal distribution (R `qnorm(0.75)`).
    private static let quartileOfNormal = 0.6744897501960817
}
