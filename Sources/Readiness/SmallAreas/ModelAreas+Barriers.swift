internal import SurveyData
internal import SurveyStatistics

extension ModelAreas {
    /// Modelled first barriers of groups that, with "no barrier", add up to one in each group and to the ward's shares.
    ///
    /// Each was modelled by itself, so that a group's would add up to less or more. "No barrier" is modelled as the
    /// rest of the group's own answers. An interval moves with its share, on the scale of log-odds. Without a model
    /// of it, or of any barrier, the shares stay.
    func addingToOne(_ barriers: [(indicator: Indicator, shares: [IndicatorEstimate])])
        -> [[IndicatorEstimate]]
    {
        let own = barriers.map(\.shares)
        let all = CascadeStep.barriers.compactMap(Indicator.barrier).compactMap { ward[$0]?.estimate?.value }
        let none = 1 - all.reduce(0, +)
        guard let first = barriers.first?.indicator, none > 0, none < 1, let rest = noBarrier(none) else {
            return own
        }
        let totals = barriers.map { ward[$0.indicator]?.estimate?.value ?? 0 } + [none]
        let shares = groups.indices.map { group in
            own.map { $0[group].estimate?.value ?? 0 } + [rest[group]]
        }
        let weights = groups.indices.map { max(weight($0, direct[first]?[groups[$0].id.text]), 1e-9) }
        let raked = RakedShares.raked(shares, weights: weights, totals: totals)
        return own.enumerated().map { category, figures in
            figures.enumerated().map { group, figure in figure.moved(to: raked[group][category]) }
        }
    }

    /// The share of each group's households without a barrier; nil where it cannot be modelled.
    private func noBarrier(_ share: Double) -> [Double]? {
        let indicators = CascadeStep.barriers.compactMap(Indicator.barrier)
        let areas = groups.indices.map { place -> ShareArea in
            let figures = indicators.compactMap { direct[$0]?[groups[place].id.text] }
            let estimates = figures.compactMap(\.estimate)
            let size = estimates.map(\.base).min() ?? 0
            let rest = 1 - estimates.reduce(0) { $0 + $1.value }
            return ShareArea(
                code: groups[place].id.text, region: regions[groups[place].formerWard] ?? -1,
                covariates: covariates[place], weight: max(weight(place, figures.first), 1e-9),
                direct: size > 0
                    ? .init(
                        share: min(1, max(0, rest)), sampleSize: size, effectiveSize: nil,
                        samplingFraction: fractions[place]) : nil)
        }
        guard areas.count(where: { $0.direct != nil }) > 1 else { return nil }
        let model = try? ShareAreas(areas, ward: .init(share: share), seed: Self.seed, draws: 0)
        return model?.shares.map(\.value)
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
