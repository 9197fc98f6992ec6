package import SurveyStatistics

/// One figure: of what, in which part of the sample, how sure.
package struct DomainEstimate: Sendable {
    /// Why there is no figure, or a figure without an interval.
    package enum Reason: String, Sendable {
        /// No figure: no row of the domain has an answer, or none has a weight.
        case noData
        /// No interval: not more sampled units than strata.
        case degreesOfFreedom
        /// No interval: the sample shows no variance, as where all who were asked agree, and is no full count: those
        /// who were not asked may differ.
        case noVariance
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

    /// nil where the figure has an interval.
    package var reason: Reason? {
        guard let shown else { return .noData }
        if shown.interval != nil { return nil }
        return shown.degreesOfFreedom > 0 ? .noVariance : .degreesOfFreedom
    }

    /// The estimate, if there is one.
    package var shown: Estimate? {
        estimate.flatMap { $0.base > 0 && $0.value.isFinite ? $0 : nil }
    }
}
