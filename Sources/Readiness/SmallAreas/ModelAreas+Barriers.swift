internal import SurveyData
internal import SurveyStatistics

extension ModelAreas {
    /// Modelled first barriers of groups that, with "no barrier", add up to one in each group and to the ward's shares.
    ///
    /// Each was modelled by itself, so that a group's would add up to less or more. An interval moves with its share,
    /// on the scale of log-odds. Without a model of "no barrier", or of any barrier, the shares stay.
    func addingToOne(_ barriers: [(indicator: Indicator, shares: [IndicatorEstimate])])
        -> [[IndicatorEstimate]]
    {
        let own = barriers.map(\.shares)
        guard let first = barriers.first?.indicator,
            let (_, rest) = modelled(.noBarrier, target: nil, draws: 0)
        else { return own }
        let all = own + [rest]
        let totals = (barriers.map(\.indicator) + [.noBarrier]).map { ward[$0]?.estimate?.value ?? 0 }
        let shares = groups.indices.map { group in all.map { $0[group].estimate?.value ?? 0 } }
        let weights = groups.indices.map { max(weight($0, direct[first]?[groups[$0].id.text]), 1e-9) }
        let raked = RakedShares.raked(shares, weights: weights, totals: totals)
        return own.enumerated().map { category, figures in
            figures.enumerated().map { group, figure in figure.moved(to: raked[group][category]) }
        }
    }
}

extension IndicatorEstimate {
    /// The same figure with another share; the ends of its interval move as far in log-odds.
    fileprivate func moved(to share: Double) -> IndicatorEstimate {
        guard let estimate, estimate.value > 0, estimate.value < 1, share > 0, share < 1 else { return self }
        let odds = share / (1 - share) * (1 - estimate.value) / estimate.value
        func moved(_ end: Double) -> Double { end * odds / (1 - end + end * odds) }
        let spread = { (share: Double) in (share * (1 - share)).squareRoot() }
        return IndicatorEstimate(
            indicator: indicator, domain: domain,
            estimate: Estimate(
                value: share,
                standardError: estimate.standardError.map { $0 * spread(share) / spread(estimate.value) },
                interval: estimate.interval.map {
                    ConfidenceInterval(
                        lower: moved($0.lower), upper: moved($0.upper), level: $0.level, method: $0.method)
                },
                base: estimate.base, degreesOfFreedom: estimate.degreesOfFreedom, designEffect: nil),
            gate: gate, count: count, of: of, missing: missing, members: members, model: model)
    }
}
