internal import Basics
package import SurveyData
internal import SurveyStatistics

extension MonthlyChange {
    /// The ward's figures that are compared beside the headline.
    static let wardIndicators: [Indicator] = [
        .selfFiledHouseholds, .lacksEquipment, .internet, .eIDLevel2, .knowsProcess, .cascadeKnowledge,
    ]

    /// Compares two months.
    ///
    /// A figure is tested where both months' effective base is large enough to show a figure at all; a difference is
    /// claimed for the ward's share of dossiers online at 0.025, for all others together at a share of 0.02 of false
    /// claims.
    ///
    /// - Throws: `DesignError`.
    init(from previous: MonthOfChange, to current: MonthOfChange, threads: Int) throws(DesignError) {
        let (overlap, common) = MonthOfChange.overlap(previous, current)
        let wanted = Self.wanted(current)
        let isCut = Dictionary(
            Set(wanted.map(\.indicator)).map { ($0, !previous.asksAlike($0, current)) },
            uniquingKeysWith: { first, _ in first })
        let tested = wanted.filter { figure in
            isCut[figure.indicator] == false && previous.isTestable(figure) && current.isTestable(figure)
        }
        let statistics = Dictionary(
            Set(tested.map(\.indicator)).map { ($0, (previous.statistic($0), current.statistic($0))) },
            uniquingKeysWith: { first, _ in first })
        let changes = try parallelMap(tested.count, threads: threads) {
            place throws(DesignError) -> Change? in
            let figure = tested[place]
            guard let (before, after) = statistics[figure.indicator] else { return nil }
            return try overlap.change(
                of: before, in: .rows(previous.rows(figure)), to: after, in: .rows(current.rows(figure)),
                interval: figure.indicator.isDossierRatio ? .logit : .beta,
                level: figure.isHeadline ? 1 - Self.headlineLevel : 0.95)
        }
        self.init(
            previousMonth: previous.survey.month, commonHouseholds: common,
            figures: Self.judged(
                zip(tested, changes).compactMap { test, change in change.map { (test, $0) } },
                isShown: { previous.isShown($0) && current.isShown($0) }),
            cut: Indicator.allCases.filter { isCut[$0] == true })
    }

    /// Compares two months' surveys; the figures of both are made anew.
    ///
    /// - Throws: `DesignError`, or `SurveyError` `.tooLarge`.
    package init(from previous: Survey, to current: Survey, threads: Int = 1) throws {
        try self.init(
            from: MonthOfChange(previous, threads: threads), to: MonthOfChange(current, threads: threads),
            threads: threads)
    }

    /// One figure that may have changed.
    struct Wanted: Sendable {
        let indicator: Indicator
        let domain: DomainKey

        var isHeadline: Bool { indicator.isDossierRatio && domain.kind == .all }
    }

    /// The headline in all domains, then the ward's other figures.
    private static func wanted(_ month: MonthOfChange) -> [Wanted] {
        let headline = month.estimates.filter { $0.indicator.isDossierRatio }.map {
            Wanted(indicator: $0.indicator, domain: $0.domain)
        }
        let others = wardIndicators.compactMap { indicator in
            month.estimates.contains { $0.indicator == indicator && $0.domain.kind == .all }
                ? Wanted(indicator: indicator, domain: .all) : nil
        }
        return headline + others
    }

    private static func judged(
        _ tested: [(Wanted, Change)], isShown: (Wanted) -> Bool
    ) -> [ChangeFigure] {
        let family = tested.indices.filter { !tested[$0].0.isHeadline && tested[$0].1.pValue != nil }
        let pValues = family.map { tested[$0].1.pValue ?? 1 }
        let found = FalseDiscoveries.discovered(pValues, share: falseShare)
        let adjusted = FalseDiscoveries.adjusted(pValues)
        var claims: [Int: (isClaimed: Bool, adjusted: Double)] = [:]
        for (place, own) in family.enumerated() { claims[own] = (found[place], adjusted[place]) }
        return tested.enumerated().map { place, test in
            let (figure, change) = test
            let isClaimed =
                figure.isHeadline
                ? (change.pValue ?? 1) <= headlineLevel : claims[place]?.isClaimed ?? false
            return ChangeFigure(
                indicator: figure.indicator, domain: figure.domain, change: change,
                verdict: !isClaimed ? .notTellable : change.difference.value > 0 ? .rose : .fell,
                showsMonths: isShown(figure), isHeadline: figure.isHeadline,
                adjustedPValue: figure.isHeadline ? change.pValue : claims[place]?.adjusted)
        }
    }
}
