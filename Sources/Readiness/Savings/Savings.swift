internal import SurveyData
internal import SurveyStatistics

/// What filing online would save, if the whole survey, each former ward and each group reached the target.
///
/// The dossiers that would move are estimated as one survey figure, so that the sampling uncertainty of both uptake
/// and dossiers is in the interval: with d dossiers and x of them online, ȳ is the mean of target·d − x over the
/// households that told both, and N·ȳ ÷ months the dossiers a month. N is Σ w of the domain's households.
///
/// - Source: for the variance of ȳ, T. Lumley, Complex Surveys (2010), ch. 2.
package struct Savings: Sendable {
    package enum Basis: String, Sendable, CaseIterable {
        /// Households of the groups with interviews, by the sampling weights.
        case represented
        /// Each 100 households asked: the sample speaks of nobody else.
        case per100Asked
    }

    package let basis: Basis
    /// Share of dossiers online that is aimed at, 0…1.
    package let target: Double
    package let assumptions: SavingsAssumptions
    /// All, then former wards, then groups.
    package let atTarget: [DomainSavings]

    /// nil where the survey did not ask for dossiers and those filed online.
    ///
    /// - Throws: `DesignError`.
    package init?(_ report: ReadinessReport, target: Double, assumptions: SavingsAssumptions) throws {
        guard report.estimate(.onlineUptakeDossiers) != nil else { return nil }
        let survey = report.survey
        basis =
            survey.sampling == .volunteer || report.design.weighting == .equal ? .per100Asked : .represented
        self.target = target
        self.assumptions = assumptions
        let gaps = survey.households.map { household -> Double? in
            guard let dossiers = household.dossiers.value, let online = household.dossiersOnline.value else {
                return nil
            }
            return target * dossiers - online
        }
        let isTotal = basis == .represented
        let rows = DomainRows(survey)
        atTarget = try report.estimates.compactMap { figure in
            guard figure.indicator == .onlineUptakeDossiers else { return nil }
            switch figure.domain.kind {
            case .all, .formerWard, .residentialGroup:
                return try Self.savings(
                    figure, rows[figure.domain], gaps, report, isTotal, assumptions.referenceMonths)
            case .householdType, .procedure, .declared: return nil
            }
        }
    }

    /// The whole survey's.
    package var all: DomainSavings? { atTarget.first { $0.domain.kind == .all } }

    private static func savings(
        _ uptake: IndicatorEstimate, _ rows: [Int], _ gaps: [Double?], _ report: ReadinessReport,
        _ isTotal: Bool, _ months: Int
    ) throws -> DomainSavings {
        let design = report.households
        let base = rows.count { gaps[$0] != nil }
        let households = isTotal ? rows.reduce(0) { $0 + design.weights[$1] } : 100
        var mean: Estimate?
        if base > 0, uptake.isShown {
            mean = try design.mean(of: gaps, in: .rows(rows), interval: .t)
            if mean?.interval == nil { mean = nil }
        }
        return DomainSavings(
            domain: uptake.domain, mean: mean, factor: households / Double(months),
            reason: mean == nil ? uptake.gate.reason ?? .noData : nil, households: households, base: base,
            missing: rows.count - base)
    }
}
