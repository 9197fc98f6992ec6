package import SurveyStatistics

/// All figures of a summary: direct and modelled. What a report on households says, `merge` says of parts.
package struct SummaryFigures: Sendable {
    package let design: WardDesign
    let direct: ReadinessEstimates
    /// Indicators in their order, then domains in theirs.
    package let estimates: [IndicatorEstimate]
    /// The same of residential groups, as a small-area model has them.
    package let modelled: ModelledShares

    /// `target`: the share of dossiers online that is aimed at, 0…1. The figures do not depend on the number of
    /// threads.
    ///
    /// - Throws: `DesignError` where weights, strata or population sizes make no design.
    package init(_ summary: SurveySummary, target: Double, threads: Int = 1) throws(DesignError) {
        design = try WardDesign(summary)
        direct = ReadinessEstimates(summary, design: design, threads: threads)
        estimates = try direct.all()
        modelled = ModelledShares(
            summary, design: design, estimates: estimates, target: target, threads: threads)
    }
}
