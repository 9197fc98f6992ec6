internal import Basics
package import SurveyData
internal import SurveyStatistics

extension MonthlyChange {
    /// The ward's figures that are compared beside the headline.
    static let wardIndicators: [Indicator] = [
        .selfFiledHouseholds, .lacksEquipment, .internet, .eIDLevel2, .knowsProcess, .cascadeKnowledge,
    ]

    /// Compares a month with earlier ones, the latest first; `months`: all that the files hold, ascending.
    ///
    /// Each figure is compared with the latest month whose answers cover no day of this month's: a state with the
    /// latest, what was filed in the last three months with a month that lies three months before. A figure is tested
    /// where both months' effective base is large enough to show a figure at all, and hidden where fewer than ten
    /// units differ between the months.
    ///
    /// - Throws: `DesignError`.
    init(
        from earlier: [MonthOfChange], to current: MonthOfChange, months: [String], relevance: Double,
        threads: Int
    ) throws(DesignError) {
        let wanted = Self.wanted(current)
        let comparisons = Dictionary(
            Set(wanted.map(\.indicator)).map { ($0, Comparison($0, of: earlier, to: current)) },
            uniquingKeysWith: { first, _ in first })
        let tested = wanted.compactMap { figure -> (figure: Wanted, month: Int)? in
            guard case .month(let month) = comparisons[figure.indicator],
                earlier[month].isTestable(figure), current.isTestable(figure)
            else { return nil }
            return (figure, month)
        }
        let used = Set(tested.map(\.month)).union([0]).sorted()
        let overlaps = Dictionary(
            used.map { ($0, MonthOfChange.overlap(earlier[$0], current)) },
            uniquingKeysWith: { first, _ in first })
        let statistics = Dictionary(
            tested.map { ($0.figure.indicator, $0.month) }.map { indicator, month in
                (indicator, (earlier[month].statistic(indicator), current.statistic(indicator)))
            },
            uniquingKeysWith: { first, _ in first })
        let changes = try parallelMap(tested.count, threads: threads) {
            place throws(DesignError) -> Change? in
            let (figure, month) = tested[place]
            guard let (before, after) = statistics[figure.indicator], let samples = overlaps[month] else {
                return nil
            }
            return try samples.overlap.change(
                of: before, in: .rows(earlier[month].rows(figure)), to: after,
                in: .rows(current.rows(figure)),
                interval: figure.indicator.isDossierRatio ? .logit : .beta,
                level: figure.isHeadline ? 1 - Self.headlineLevel : 0.95)
        }
        var figures: [ChangeFigure] = []
        var hidden: [HiddenChange] = []
        for case (let (figure, month), let change?) in zip(tested, changes) {
            let since = earlier[month].survey.month
            guard change.discordantUnits >= Self.leastDiscordantUnits else {
                hidden.append(
                    HiddenChange(
                        indicator: figure.indicator, domain: figure.domain, since: since,
                        reason: .discordantUnits))
                continue
            }
            figures.append(
                ChangeFigure(
                    indicator: figure.indicator, domain: figure.domain, since: since, change: change,
                    showsMonths: earlier[month].isShown(figure) && current.isShown(figure),
                    isHeadline: figure.isHeadline))
        }
        let main = tested.first { $0.figure.isHeadline }?.month ?? 0
        self = MonthlyChange(
            previousMonth: earlier[main].survey.month, commonHouseholds: overlaps[main]?.households ?? 0,
            figures: figures, hidden: hidden,
            cut: Indicator.allCases.filter { comparisons[$0].map { $0 == .cut } ?? false },
            overlaps: Indicator.allCases.compactMap { indicator in
                guard case .overlap(let covered) = comparisons[indicator] else { return nil }
                return RecallOverlap(
                    indicator, referenceMonths: covered, months: months, cuts: current.breaks(of: indicator))
            }, relevance: relevance
        ).judged()
    }

    /// With which month a figure is compared.
    private enum Comparison: Equatable {
        /// The position among the earlier months.
        case month(Int)
        /// With none: the answers of each cover some of the same time, so many months up to the interview.
        case overlap(Int)
        /// With none: the question is not the same.
        case cut

        init(_ indicator: Indicator, of earlier: [MonthOfChange], to current: MonthOfChange) {
            let covered = current.survey.codebook.referenceMonths(indicator.questions)
            let place = earlier.firstIndex { month in covered.map { month.isClear(of: current, $0) } ?? true }
            if !earlier[place ?? 0].asksAlike(indicator, current) {
                self = .cut
            } else {
                self = place.map { .month($0) } ?? .overlap(covered ?? 0)
            }
        }
    }

    /// Compares two months' surveys; the figures of both are made from them.
    ///
    /// - Throws: `DesignError`, or `Diagnostic` `.tooLarge`.
    package init(
        from previous: Survey, to current: Survey, relevance: Double = usualRelevance, threads: Int = 1
    ) throws {
        try self.init(
            from: [MonthOfChange(previous, threads: threads)],
            to: MonthOfChange(current, threads: threads),
            months: [previous, current].compactMap(\.month).sorted(), relevance: relevance, threads: threads)
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
}
