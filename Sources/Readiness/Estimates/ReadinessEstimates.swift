internal import Basics
internal import SurveyStatistics

/// Makes every indicator's estimate in every domain from the sums of a summary's cells.
struct ReadinessEstimates: Sendable {
    private let summary: SurveySummary
    private let design: WardDesign
    private let domains: SurveyDomains
    private let threads: Int
    private let level = 0.95

    init(_ summary: SurveySummary, design: WardDesign, threads: Int) {
        self.summary = summary
        self.design = design
        self.threads = threads
        domains = SurveyDomains(summary, cells: design.cells.map(\.key))
    }

    /// Indicators in their order, then domains in theirs; indicators that the survey did not ask are left out.
    ///
    /// - Throws: `DesignError`.
    func all() throws(DesignError) -> [IndicatorEstimate] {
        let asked = Indicator.allCases.enumerated().filter { summary.asked.contains($0.element) }
        let made = try parallelMap(asked.count, threads: threads) {
            place throws(DesignError) -> [IndicatorEstimate] in
            let (number, indicator) = asked[place]
            var estimates: [IndicatorEstimate] = []
            for domain in domains.list where isMade(indicator, of: domain.key.kind) {
                estimates.append(try estimate(indicator, number, domain))
            }
            return estimates
        }
        return made.flatMap(\.self)
    }

    /// Of those who had a procedure, only what they filed is told.
    private func isMade(_ indicator: Indicator, of kind: DomainKey.Kind) -> Bool {
        kind != .procedure || indicator.isDossierRatio || indicator == .onlineUptakeHouseholds
    }

    /// The dossier ratio is Σ w·online ÷ Σ w·dossiers over households with a dossier, its interval on the log-odds
    /// scale; all others are shares of households, with Korn and Graubard's.
    private func estimate(
        _ indicator: Indicator, _ number: Int, _ domain: (key: DomainKey, parts: [SurveyDomains.Part])
    ) throws(DesignError) -> IndicatorEstimate {
        var (households, known, yes, onlineFilers) = (0, 0, 0, 0)
        var dossiers = DossierSums()
        var cells: [MomentCell] = []
        for part in domain.parts {
            guard let counts = design.cells[part.cell].cell.counts(ofPart: part.part) else { continue }
            households += counts.households
            known += counts.known[number]
            yes += counts.yes[number]
            onlineFilers += counts.onlineFilers
            dossiers += counts.dossiers
            cells.append(
                MomentCell(
                    place: part.cell, moments: counts.moments(of: indicator, place: number)))
        }
        let method = indicator.isDossierRatio ? IntervalMethod.logit : .beta
        let estimate = try design.moments.ratio(in: cells, interval: method, level: level)
        let korn =
            indicator.isDossierRatio
            ? estimate?.interval : truncated(estimate)
        let (count, of, saying, missing) =
            indicator.isDossierRatio
            ? (dossiers.x, dossiers.y, onlineFilers, households - dossiers.households)
            : (yes, known, yes, households - known)
        return IndicatorEstimate(
            indicator: indicator, domain: domain.key, estimate: estimate,
            gate: Gate(estimate, korn: korn, count: saying, isProtected: domain.key.kind != .all),
            count: count, of: of, missing: missing, members: households, model: nil)
    }

    private func truncated(_ estimate: Estimate?) -> ConfidenceInterval? {
        guard let estimate, let error = estimate.standardError else { return nil }
        return ConfidenceInterval(
            value: estimate.value, standardError: error, base: estimate.base,
            degreesOfFreedom: estimate.degreesOfFreedom, level: level, method: .betaTruncated)
    }
}
