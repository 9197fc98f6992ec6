internal import SurveyStatistics

/// What residents may read: this month's figures of households asked, with every small one, and what would give it
/// away, hidden.
///
/// The whole survey, former wards (with those of no former ward, who are never shown), kinds of household and
/// procedures (each with its complement, never shown) of a few indicators. Changes between months are not published.
package struct PublicFigures: Sendable {
    /// In the order of pages.
    package let indicators: [Indicator]
    private let figures: [String: DisclosureFigure]
    /// The report's own rates, where it shows one.
    private let rates: [String: Double]
    private let decisions: DisclosureDecisions

    /// - Throws: `DisclosureProblem` where counts of parts do not add up: a bug of ours.
    package init(_ report: ReadinessReport) throws {
        var figures: [DisclosureFigure] = []
        var relations: [DisclosureRelation] = []
        var indicators: [Indicator] = []
        var rates: [String: Double] = [:]
        for indicator in Self.offered {
            guard let whole = report.estimate(indicator) else { continue }
            indicators.append(indicator)
            let total = Self.id(indicator, .all)
            figures.append(
                DisclosureFigure(id: total, count: whole.count, base: whole.of, isLastResort: true))
            let own = report.estimates.filter { $0.indicator == indicator }
            for figure in own { rates[Self.id(indicator, figure.domain)] = figure.shown?.value }
            let wards = own.filter { $0.domain.kind == .formerWard }
            if !wards.isEmpty {
                let rest = Self.id(indicator, .all) + " rest"
                figures += wards.map {
                    DisclosureFigure(id: Self.id(indicator, $0.domain), count: $0.count, base: $0.of)
                }
                figures.append(
                    DisclosureFigure(
                        id: rest, count: wards.reduce(whole.count) { $0 - $1.count },
                        base: wards.reduce(whole.of) { $0 - $1.of }, standing: .neverShown))
                relations.append(
                    DisclosureRelation(
                        total: total, parts: wards.map { Self.id(indicator, $0.domain) } + [rest],
                        bases: .added))
            }
            for part in own where part.domain.kind == .householdType || part.domain.kind == .procedure {
                let id = Self.id(indicator, part.domain)
                figures.append(DisclosureFigure(id: id, count: part.count, base: part.of))
                figures.append(
                    DisclosureFigure(
                        id: id + " not", count: whole.count - part.count, base: whole.of - part.of,
                        standing: .neverShown))
                relations.append(
                    DisclosureRelation(total: total, parts: [id, id + " not"], bases: .added))
            }
        }
        self.indicators = indicators
        self.rates = rates
        self.figures = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        decisions = try DisclosureControl(settings: DisclosureSettings()).decisions(
            figures, relations: relations)
    }

    /// The report's rate in whole per cents, of so many asked; nil where it is hidden or nobody answered, and where the
    /// report itself shows none.
    package func published(
        _ indicator: Indicator, _ domain: DomainKey
    ) -> (percent: PublishedPercent, base: Int)? {
        let id = Self.id(indicator, domain)
        guard let rate = rates[id], let figure = figures[id].flatMap(decisions.published) else { return nil }
        return (PublishedPercent(share: rate), figure.base)
    }

    /// Why a figure is not published; nil where it is.
    package func outcome(_ indicator: Indicator, _ domain: DomainKey) -> DisclosureOutcome? {
        decisions.outcomes[Self.id(indicator, domain)]
    }

    private static let offered: [Indicator] = [
        .onlineUptakeHouseholds, .selfFiledHouseholds, .cascadeKnowledge, .eIDLevel2,
        .lacksDeviceOrConnection,
    ]

    private static func id(_ indicator: Indicator, _ domain: DomainKey) -> String {
        "\(indicator.rawValue) \(domain.kind.name) \(domain.code)"
    }
}
