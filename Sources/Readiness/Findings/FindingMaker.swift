internal import SurveyData
internal import SurveyStatistics

/// Makes the findings of one month from its figures.
struct FindingMaker {
    let survey: Survey
    let figures: ReadinessEstimates
    let estimates: [IndicatorEstimate]
    let modelled: ModelledShares
    let cascade: [CascadeRow]
    let change: MonthlyChange?
    let target: Double
    /// Differences up to this one are not worth telling, a share.
    let relevance: Double
    /// Whether the design's standard errors hold the finite population of the registry.
    let isFinitePopulation: Bool

    /// The level of the figures' own intervals.
    static let level = 0.05

    /// Most important first, and the change as these findings claim it.
    ///
    /// All certain sentences but the headline's change rest on one family of tests.
    ///
    /// - Throws: `DesignError`.
    func all() throws(DesignError) -> (findings: [Finding], change: MonthlyChange?) {
        let whole = Dictionary(
            estimates.filter { $0.domain.kind == .all }.map { ($0.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
        let uptake = whole[.onlineUptakeDossiers].map(againstTarget)
        let levels = [uptake, try mainBarrier(), LevelClaim.onlyBarrier(cascade)]
        let tested = levels.compactMap { $0?.pValue }
        let change = self.change?.judged(beside: tested)
        let family = ClaimFamily(tested + (change?.familyPValues ?? []))
        var place = 0
        let told = levels.map { claim -> Finding? in
            guard let claim else { return nil }
            defer { if claim.pValue != nil { place += 1 } }
            return family.finding(claim, at: claim.pValue == nil ? nil : place, interviews)
        }
        var findings: [Finding] = []
        if let uptake = told[0] { findings.append(uptake) }
        if let headline = change.flatMap(headlineChange) { findings.append(headline) }
        if let own = whole[.selfFiledHouseholds], own.isShown {
            findings.append(Finding(.selfFiledShare, .described, figures: [own]))
        }
        findings += told.dropFirst().compactMap(\.self)
        let described: [(Indicator, Finding.Code)] = [
            (.lacksEquipment, .equipment), (.lacksITAccess, .itAccess),
            (.lacksProcessKnowledge, .processKnowledge), (.readyNotFiling, .readyNotFiling),
        ]
        for (indicator, code) in described {
            if let figure = whole[indicator], figure.isShown {
                findings.append(Finding(code, .described, figures: [figure]))
            }
        }
        findings += (change?.claims ?? []).map(claim)
        if let below = groupsBelowTarget { findings.append(below) }
        return (findings + notes, change)
    }

    var interviews: InterviewsNeeded {
        let registry = survey.registry
        return InterviewsNeeded(
            made: survey.households.count,
            households: registry.isGiven ? registry.groups.reduce(0) { $0 + $1.households } : nil,
            isFinite: isFinitePopulation, relevance: relevance)
    }

    /// The most frequent first failed step, claimed only where it can be told from every other one, hidden ones too:
    /// all are shares of the same households. nil where the most frequent may not be shown, or nobody has a barrier.
    private func mainBarrier() throws(DesignError) -> LevelClaim? {
        let ranked = cascade.compactMap { row -> (step: CascadeStep, figure: IndicatorEstimate)? in
            guard let barrier = row.barrier, barrier.estimate != nil else { return nil }
            return (row.step, barrier)
        }
        .sorted {
            ($0.figure.estimate?.value ?? 0, $1.step.order) > ($1.figure.estimate?.value ?? 0, $0.step.order)
        }
        guard let first = ranked.first, let shown = first.figure.shown, shown.value > 0 else { return nil }
        var closest: (difference: Estimate, pValue: Double?)?
        let differences = try figures.differences(
            of: first.figure.indicator, from: ranked.dropFirst().map(\.figure.indicator))
        for difference in differences.compactMap(\.self) {
            let error = difference.standardError ?? 0
            let pValue =
                error > 0 && difference.degreesOfFreedom > 0
                ? Distributions.tTails(difference.value / error, df: Double(difference.degreesOfFreedom))
                : nil
            if closest == nil || (pValue ?? 1) > (closest?.pValue ?? 1) { closest = (difference, pValue) }
        }
        guard let closest else {
            return LevelClaim(
                untested: Finding(.mainBarrier, .described, figures: [first.figure], step: first.step))
        }
        let compared = [first.figure, ranked[1].figure]
        return LevelClaim(
            certain: Finding(.mainBarrier, .certain, figures: compared, step: first.step),
            otherwise: Finding(.mainBarrierNotTellable, .open, figures: compared, step: first.step),
            pValue: closest.pValue ?? 1, difference: closest.difference.value,
            error: closest.difference.standardError ?? 0)
    }
}
