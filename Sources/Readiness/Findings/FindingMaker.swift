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

    /// The usual level of a single test, and the standard errors that it takes.
    static let level = 0.05
    static let deviations = Distributions.normalQuantile(1 - level / 2)

    /// Most important first.
    ///
    /// - Throws: `DesignError`.
    func all() throws(DesignError) -> [Finding] {
        let whole = Dictionary(
            estimates.filter { $0.domain.kind == .all }.map { ($0.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
        var findings: [Finding] = []
        if let uptake = whole[.onlineUptakeDossiers] { findings.append(againstTarget(uptake)) }
        if let headline = change?.headline { findings.append(headlineChange(headline)) }
        if let own = whole[.selfFiledHouseholds], own.isShown {
            findings.append(Finding(.selfFiledShare, .described, figures: [own]))
        }
        if let barrier = try mainBarrier() { findings.append(barrier) }
        if let only = Finding.onlyBarrier(cascade) { findings.append(only) }
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
        return findings + notes
    }

    private func againstTarget(_ uptake: IndicatorEstimate) -> Finding {
        let made = survey.households.count
        guard let estimate = uptake.shown, let interval = estimate.interval else {
            return Finding(
                .uptakeNotTellable, .open, figures: [uptake], number: target,
                moreInterviews: uptake.estimate?.effectiveBase.flatMap {
                    InterviewsNeeded.toShow($0, least: Gate.leastEffectiveBase, made: made)
                })
        }
        let test = Finding.Test(kind: .interval, pValue: nil, level: Self.level)
        if interval.upper < target {
            return Finding(.uptakeBelowTarget, .certain, figures: [uptake], number: target, test: test)
        }
        if interval.lower > target {
            return Finding(.uptakeAboveTarget, .certain, figures: [uptake], number: target, test: test)
        }
        return Finding(
            .uptakeNotTellable, .open, figures: [uptake], number: target, test: test,
            moreInterviews: InterviewsNeeded.toTell(
                estimate.value - target, error: estimate.standardError ?? 0, deviations: Self.deviations,
                made: made))
    }

    /// The most frequent first failed step, claimed only where it can be told from every other one, hidden ones too: all
    /// are shares of the same households. nil where the most frequent may not be shown, or nobody has a barrier.
    private func mainBarrier() throws(DesignError) -> Finding? {
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
            return Finding(.mainBarrier, .described, figures: [first.figure], step: first.step)
        }
        let test = Finding.Test(kind: .t, pValue: closest.pValue, level: Self.level)
        let compared = [first.figure, ranked[1].figure]
        if (closest.pValue ?? 1) <= Self.level {
            return Finding(.mainBarrier, .certain, figures: compared, step: first.step, test: test)
        }
        return Finding(
            .mainBarrierNotTellable, .open, figures: compared, step: first.step, test: test,
            moreInterviews: InterviewsNeeded.toTell(
                closest.difference.value, error: closest.difference.standardError ?? 0,
                deviations: Self.deviations, made: survey.households.count))
    }
}
