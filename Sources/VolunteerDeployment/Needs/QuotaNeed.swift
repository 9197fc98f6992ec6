package import Readiness
package import SurveyData

/// How many households that nobody asked can be counted on to fail the same steps in one group.
///
/// A quota has no names: a volunteer goes from door to door.
package struct QuotaNeed: Sendable, Equatable {
    package let group: GroupID
    /// In cascade order, of `CascadeStep.barriers` only; never empty.
    package let failedSteps: [CascadeStep]
    /// At least 0: the lower quartile of the estimated number.
    package let count: Int
    /// Dossiers that one such household is expected to file in three months.
    package let expectedDossiers: Double
    /// The estimated number itself, and its standard error; nil: `count` is it.
    package let mean: Double?
    package let standardError: Double

    package init(
        group: GroupID, failedSteps: [CascadeStep], count: Int, expectedDossiers: Double, mean: Double? = nil,
        standardError: Double = 0
    ) {
        self.mean = mean
        self.standardError = standardError
        self.group = group
        self.failedSteps = failedSteps
        self.count = count
        self.expectedDossiers = expectedDossiers
    }
}
