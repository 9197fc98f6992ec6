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
        let list = domains.list
        let onlyBarriers = OnlyBarrierWeights(design)
        let made = try parallelMap(list.count, threads: threads) {
            place throws(DesignError) -> [IndicatorEstimate?] in
            let domain = Domain(list[place], design, onlyBarriers)
            var estimates: [IndicatorEstimate?] = []
            for (number, indicator) in asked {
                let isMade = isMade(indicator, of: domain.key.kind)
                estimates.append(isMade ? try estimate(indicator, number, domain) : nil)
            }
            return estimates
        }
        return asked.indices.flatMap { place in made.compactMap { $0[place] } }
    }

    /// How far an indicator of all households lies from several others, with t intervals; nil where one cannot be
    /// given.
    ///
    /// - Throws: `DesignError`.
    func differences(of first: Indicator, from others: [Indicator]) throws(DesignError) -> [Estimate?] {
        guard let all = domains.list.first(where: { $0.key.kind == .all }),
            let number = Indicator.allCases.firstIndex(of: first)
        else { return others.map { _ in nil } }
        let domain = Domain(all, design, OnlyBarrierWeights(design))
        let known = domain.known(first, number)
        var differences: [Estimate?] = []
        for other in others {
            guard let figure = domain.figures.difference(first, other) else {
                differences.append(nil)
                continue
            }
            differences.append(
                try design.moments.estimate(
                    figure.value, figure.sums.cells(known), interval: .t, level: level))
        }
        return differences
    }

    /// One domain's households and what they say.
    private struct Domain {
        let key: DomainKey
        let cells: [(part: SurveyDomains.Part, counts: AnswerCounts)]
        let figures: DomainFigures
        /// By cell, then base of indicators: households known to be outside it.
        private let outside: [[Int]]

        init(
            _ domain: (key: DomainKey, parts: [SurveyDomains.Part]), _ design: WardDesign,
            _ onlyBarriers: OnlyBarrierWeights
        ) {
            key = domain.key
            cells = domain.parts.compactMap { part in
                design.cells[part.cell].cell.counts(ofPart: part.part).map { (part, $0) }
            }
            figures = DomainFigures(domain.parts, of: design, onlyBarriers)
            outside = cells.map { part, _ in
                let classes = design.classes(of: part)
                return IndicatorBase.allCases.map { base in
                    classes.reduce(0) { $0 + $1.outside[base.rawValue] }
                }
            }
        }

        /// Households known to be out of an indicator's base are no members.
        func known(_ indicator: Indicator, _ number: Int) -> [KnownHouseholds] {
            zip(cells, outside).map { cell, outside in
                let counts = cell.counts
                let cases = indicator.isDossierRatio ? counts.dossiers.filers : counts.known[number]
                return KnownHouseholds(
                    place: cell.part.cell,
                    members: max(counts.households - outside[indicator.base.rawValue], cases), cases: cases)
            }
        }
    }

    /// Of those who had a procedure, only what they filed is told.
    private func isMade(_ indicator: Indicator, of kind: DomainKey.Kind) -> Bool {
        kind != .procedure || indicator.isDossierRatio || indicator == .onlineUptakeHouseholds
    }

    /// The dossier ratio is Σ w·online ÷ Σ w·dossiers over households with a dossier, its interval on the log-odds
    /// scale; all others are shares of households, or products of such shares, with Korn and Graubard's.
    private func estimate(
        _ indicator: Indicator, _ number: Int, _ domain: Domain
    ) throws(DesignError) -> IndicatorEstimate {
        var (households, known, yes, onlineFilers) = (0, 0, 0, 0)
        var dossiers = DossierSums()
        for (_, counts) in domain.cells {
            households += counts.households
            known += counts.known[number]
            yes += counts.yes[number]
            onlineFilers += counts.filing.online
            dossiers += counts.dossiers
        }
        let method = indicator.isDossierRatio ? IntervalMethod.logit : .beta
        let estimate = try estimate(indicator, number, domain, known: known, interval: method)
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

    /// nil where nobody's answers give the indicator.
    private func estimate(
        _ indicator: Indicator, _ number: Int, _ domain: Domain, known: Int, interval method: IntervalMethod
    ) throws(DesignError) -> Estimate? {
        guard indicator.isDossierRatio || known > 0 else { return nil }
        if domain.key.kind == .procedure {
            return try design.moments.ratio(
                in: domain.cells.map { part, counts in
                    MomentCell(
                        place: part.cell, members: counts.households,
                        moments: counts.moments(of: indicator, place: number))
                }, interval: method, level: level)
        }
        guard let figure = domain.figures.figure(indicator, number) else { return nil }
        return try design.moments.estimate(
            Self.share(figure.value), figure.sums.cells(domain.known(indicator, number)),
            interval: method,
            level: level)
    }

    /// A share that is 0 or 1 but for the rounding of its parts is 0 or 1.
    private static func share(_ value: Double) -> Double {
        if value < 1e-12 { return 0 }
        return value > 1 - 1e-12 ? 1 : value
    }

    private func truncated(_ estimate: Estimate?) -> ConfidenceInterval? {
        guard let estimate, let error = estimate.standardError else { return nil }
        return ConfidenceInterval(
            value: estimate.value, standardError: error, base: estimate.base,
            degreesOfFreedom: estimate.degreesOfFreedom, level: level, method: .betaTruncated)
    }
}
