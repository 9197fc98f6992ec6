internal import Readiness
internal import SurveyStatistics

/// Figures as machines read them: a figure that may not be shown has nulls and its reason.
struct FigureJSON: Sendable {
    let words: Words

    func estimate(_ figure: IndicatorEstimate) -> JSONValue {
        .line(
            [
                ("indicator", .text(figure.indicator.rawValue)),
                ("statistic", .text(figure.indicator.isDossierRatio ? "ratio" : "proportion")),
            ] + domain(figure.domain) + numbers(figure) + model(figure))
    }

    func numbers(_ figure: IndicatorEstimate) -> [(String, JSONValue)] {
        let shown = figure.shown
        let isSmall = figure.gate.reason == .disclosure
        let method: IntervalMethod =
            figure.isModelled ? .arcsine : figure.indicator.isDossierRatio ? .logit : .beta
        return [
            ("value", .optional(shown?.value)), ("standardError", .optional(shown?.standardError)),
            ("lower", .optional(shown?.interval?.lower)), ("upper", .optional(shown?.interval?.upper)),
            ("level", .number(figure.estimate?.interval?.level ?? 0.95)),
            ("interval", .text(method.rawValue)),
            ("count", isSmall || shown == nil || figure.isModelled ? .null : .integer(figure.count)),
            ("base", .integer(figure.of)), ("missing", .integer(figure.missing)),
            ("effectiveBase", isSmall ? .null : .optional(figure.estimate?.effectiveBase)),
            ("degreesOfFreedom", .integer(figure.estimate?.degreesOfFreedom ?? 0)),
            ("designEffect", isSmall ? .null : .optional(figure.estimate?.designEffect)),
            ("shown", .bool(figure.isShown)), ("reason", .optional(figure.gate.reason?.rawValue)),
            ("needsReview", .bool(figure.gate.needsReview)), ("modelled", .bool(figure.isModelled)),
        ]
    }

    private func domain(_ domain: DomainKey) -> [(String, JSONValue)] {
        [
            ("domainKind", .text(domain.kind.name)), ("domainName", .text(words.name(domain))),
            ("domainCode", .text(domain.code)),
        ]
    }

    private func model(_ figure: IndicatorEstimate) -> [(String, JSONValue)] {
        guard let note = figure.model else { return [] }
        let standing = note.standing
        return [
            ("basis", .text(note.basis.rawValue)),
            ("chanceBelowTarget", .optional(standing?.chanceBelowTarget)),
            ("expectedRank", .optional(standing?.expectedRank)),
            ("rankLower", standing.map { .integer($0.rankInterval.lowerBound) } ?? .null),
            ("rankUpper", standing.map { .integer($0.rankInterval.upperBound) } ?? .null),
        ]
    }

    /// How each indicator's model came out.
    func fit(_ fit: ModelledShares.Fit) -> JSONValue {
        .line([
            ("indicator", .text(fit.indicator.rawValue)), ("level", .text(fit.level.rawValue)),
            ("shift", .optional(fit.shift)), ("shiftIsLarge", .bool(fit.isShiftLarge)),
        ])
    }

    func change(_ change: MonthlyChange) -> JSONValue {
        .object([
            ("previousMonth", .optional(change.previousMonth)),
            ("commonHouseholds", .integer(change.commonHouseholds)),
            ("headlineLevel", .number(MonthlyChange.headlineLevel)),
            ("falseShare", .number(MonthlyChange.falseShare)),
            ("relevance", .number(change.relevance)),
            ("figures", .list(change.figures.map(changed) + change.hidden.map(hidden))),
            ("cut", .row(change.cut.map { .text($0.rawValue) })),
            ("overlaps", .list(change.overlaps.map(overlap))),
        ])
    }

    /// A change that is not shown: no number, and why.
    private func hidden(_ figure: HiddenChange) -> JSONValue {
        let numbers = [
            "before", "after", "difference", "standardError", "lower", "upper", "degreesOfFreedom", "base",
            "pValue", "adjustedPValue",
        ]
        return .line(
            [("indicator", .text(figure.indicator.rawValue))] + domain(figure.domain) + [
                ("since", .optional(figure.since)), ("headline", .bool(figure.isHeadline)),
                ("verdict", .text(ChangeFigure.Verdict.notTellable.rawValue)),
                ("reason", .text(figure.reason.rawValue)),
                ("level", .number(figure.isHeadline ? 1 - MonthlyChange.headlineLevel : 0.95)),
            ] + numbers.map { ($0, .null) })
    }

    private func overlap(_ overlap: RecallOverlap) -> JSONValue {
        .line([
            ("indicator", .text(overlap.indicator.rawValue)),
            ("referenceMonths", .integer(overlap.referenceMonths)),
            ("comparableFrom", .optional(overlap.comparableFrom)),
        ])
    }

    private func changed(_ figure: ChangeFigure) -> JSONValue {
        let difference = figure.change.difference
        return .line(
            [("indicator", .text(figure.indicator.rawValue))] + domain(figure.domain) + [
                ("since", .optional(figure.since)), ("reason", .null),
                ("headline", .bool(figure.isHeadline)), ("verdict", .text(figure.verdict.rawValue)),
                ("before", figure.showsMonths ? .number(figure.change.before.value) : .null),
                ("after", figure.showsMonths ? .number(figure.change.after.value) : .null),
                ("difference", .number(difference.value)),
                ("standardError", .optional(difference.standardError)),
                ("lower", .optional(difference.interval?.lower)),
                ("upper", .optional(difference.interval?.upper)),
                ("level", .number(difference.interval?.level ?? 0.95)),
                ("degreesOfFreedom", .integer(difference.degreesOfFreedom)),
                ("base", .integer(difference.base)), ("pValue", .optional(figure.change.pValue)),
                ("adjustedPValue", .optional(figure.adjustedPValue)),
            ])
    }
}
