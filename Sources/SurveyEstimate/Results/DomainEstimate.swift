package import SurveyStatistics

/// One figure: of what, in which part of the sample, how sure.
package struct DomainEstimate: Sendable {
    /// Why there is no figure.
    package enum Reason: String, Sendable {
        /// No row of the domain has an answer, or none has a weight.
        case noData
        /// Not more sampled units than strata.
        case degreesOfFreedom
    }

    package let statistic: StatisticRequest
    /// The level whose share it is; nil for other statistics.
    package let category: String?
    /// Columns of the domain with their levels, in the order asked for; nil where no row is in any level.
    package let domain: [(column: String, level: String?)]
    package let method: IntervalMethod
    package let level: Double
    /// As computed, whether it may be shown or not; nil where nothing was.
    package let estimate: Estimate?
    /// Rows of the domain without an answer, by column of the statistic.
    package let missing: [(column: String, rows: Int)]

    /// nil where the figure may be shown.
    package var reason: Reason? {
        guard let estimate, estimate.base > 0, estimate.value.isFinite else { return .noData }
        return estimate.degreesOfFreedom > 0 ? nil : .degreesOfFreedom
    }

    /// The estimate, if it may be shown.
    package var shown: Estimate? { reason == nil ? estimate : nil }
}
