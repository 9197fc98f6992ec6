internal import SurveyData
internal import SurveyStatistics

/// The ward's groups as areas of a model.
struct ModelAreas: Sendable {
    let groups: [ResidentialGroup]
    let regions: [String: Int]
    let covariates: [[Double]]
    let ward: [Indicator: IndicatorEstimate]
    let direct: [Indicator: [String: IndicatorEstimate]]
    /// Σ w of the households asked in each group; of a group without any, the households that live there.
    private let households: [Double]
    /// Whether a group's variance holds the finite population correction, and its n ÷ N.
    let fractions: [Double]
    static let seed: UInt64 = 20_251_101
    static let level = 0.95

    init(_ summary: SurveySummary, design: WardDesign, estimates: [IndicatorEstimate]) {
        var weights: [String: (weighted: Double, asked: Int)] = [:]
        for (place, cell) in design.cells.enumerated() {
            let asked = cell.cell.everyone.households
            let weighted = design.moments.weight(ofCell: place) * Double(asked)
            let sum = weights[cell.key.group ?? ""] ?? (0, 0)
            weights[cell.key.group ?? ""] = (sum.weighted + weighted, sum.asked + asked)
        }
        // Of groups where nobody was asked, a survey of volunteers says nothing.
        let speaksForTheWard = summary.hasRegistry && summary.sampling != .volunteer
        groups = summary.groups.filter {
            weights[$0.id.text] != nil || speaksForTheWard && $0.households > 0
        }
        households = groups.map { weights[$0.id.text]?.weighted ?? Double($0.households) }
        fractions = groups.map { group in
            guard design.rule.correctsForGroups, let own = weights[group.id.text], own.weighted > 0 else {
                return 0
            }
            return min(1, Double(own.asked) / own.weighted)
        }
        let wards = summary.formerWards
        regions = Dictionary(uniqueKeysWithValues: wards.enumerated().map { ($0.element, $0.offset) })
        covariates = AreaCovariates.rows(groups, isAsked: groups.map { weights[$0.id.text] != nil })
        ward = Dictionary(
            estimates.filter { $0.domain.kind == .all }.map { ($0.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
        direct = Dictionary(
            grouping: estimates.filter { $0.domain.kind == .residentialGroup }, by: \.indicator
        ).mapValues { figures in
            Dictionary(figures.map { ($0.domain.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// nil where the indicator cannot be modelled.
    func modelled(
        _ indicator: Indicator, target: Double?, draws: Int
    ) -> (ModelledShares.Fit, [IndicatorEstimate])? {
        guard let whole = ward[indicator]?.estimate, whole.value > 0, whole.value < 1,
            let error = whole.standardError
        else { return nil }
        let figures = groups.map { direct[indicator]?[$0.id.text] }
        let areas = groups.indices.map { area(groups[$0], $0, figures[$0]) }
        guard areas.count(where: { $0.direct != nil }) > 1 else { return nil }
        // A ward share without error (a census) is benchmarked to all the same.
        let ward = ShareAreas.WardShare(share: whole.value, standardError: error > 0 ? error : nil)
        guard
            let model = try? ShareAreas(
                areas, ward: ward, confidence: Self.level, target: target, seed: Self.seed, draws: draws)
        else { return nil }
        let fit = ModelledShares.Fit(
            indicator: indicator, level: model.level, shift: model.benchmark?.shift,
            isShiftLarge: model.benchmark?.exceedsStandardError ?? false)
        return (fit, groups.indices.map { estimate(indicator, groups[$0], figures[$0], model.shares[$0]) })
    }

    private func area(_ group: ResidentialGroup, _ place: Int, _ figure: IndicatorEstimate?) -> ShareArea {
        let estimate = figure?.estimate
        let direct = estimate.flatMap { estimate -> ShareArea.Direct? in
            guard estimate.base > 0 else { return nil }
            // One PSU compared with the whole sample tells nothing of the spread among PSUs.
            let error = estimate.degreesOfFreedom > 0 ? estimate.standardError ?? 0 : 0
            let variance = error * error
            let effective = variance > 0 ? estimate.value * (1 - estimate.value) / variance : 0
            return ShareArea.Direct(
                share: min(1, max(0, estimate.value)), sampleSize: estimate.base,
                effectiveSize: effective > 0 ? effective : nil, samplingFraction: fractions[place])
        }
        return ShareArea(
            code: group.id.text, region: regions[group.formerWard] ?? -1, covariates: covariates[place],
            weight: max(weight(place, figure), 1e-9), direct: direct)
    }

    /// The group's part in the ward's share: its households that belong to the base, as far as the survey tells.
    func weight(_ place: Int, _ figure: IndicatorEstimate?) -> Double {
        guard let figure, let estimate = figure.estimate, estimate.base > 0 else {
            let whole = figure.flatMap { ward[$0.indicator] }
            return households[place] * (whole.map(Self.baseShare) ?? 1)
        }
        return households[place] * Self.baseShare(figure)
    }

    /// The part of the households asked that belongs to the figure's base; of dossiers, how many a household has.
    private static func baseShare(_ figure: IndicatorEstimate) -> Double {
        let members = figure.members
        guard members > 0 else { return 0 }
        return Double(figure.of) / Double(members)
    }

    private func estimate(
        _ indicator: Indicator, _ group: ResidentialGroup, _ figure: IndicatorEstimate?,
        _ share: ShareAreas.Share
    ) -> IndicatorEstimate {
        let spread = 2 * (share.value * (1 - share.value)).squareRoot()
        let interval = ConfidenceInterval(
            lower: share.interval.lowerBound, upper: share.interval.upperBound, level: Self.level,
            method: .arcsine)
        return IndicatorEstimate(
            indicator: indicator,
            domain: DomainKey(kind: .residentialGroup, code: group.id.text, label: group.label),
            estimate: Estimate(
                value: share.value, standardError: share.meanSquaredError.squareRoot() * spread,
                interval: interval, base: figure?.estimate?.base ?? 0, degreesOfFreedom: 0,
                designEffect: nil),
            gate: Gate(modelledWithError: share.meanSquaredError), count: 0, of: figure?.of ?? 0,
            missing: figure?.missing ?? 0, members: figure?.members ?? 0,
            model: .init(basis: share.basis, standing: share.standing))
    }
}
