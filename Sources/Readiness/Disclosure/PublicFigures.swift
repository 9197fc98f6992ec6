internal import SurveyStatistics

/// What residents may read: this month's figures of households asked, with every small one, and what would give it
/// away, hidden.
///
/// The whole survey, former wards (with those of no former ward, who are never shown), kinds of household and
/// procedures (each with its complement, never shown) of a few indicators. Changes between months are not published.
package struct PublicFigures: Sendable {
    /// A figure as the survey has it.
    package struct Count: Sendable {
        package let indicator: Indicator
        package let domain: DomainKey
        /// Households that say yes, of those that say yes or no.
        package let count, base: Int
        /// The report's own rate, where it shows one.
        package let rate: Double?

        package init(indicator: Indicator, domain: DomainKey, count: Int, base: Int, rate: Double?) {
            self.indicator = indicator
            self.domain = domain
            self.count = count
            self.base = base
            self.rate = rate
        }
    }

    /// In the order of pages.
    package let indicators: [Indicator]
    /// Those that may be offered, in the order given.
    private let counts: [Count]
    private let figures: [String: DisclosureFigure]
    private let rates: [String: Double]
    private let decisions: DisclosureDecisions

    /// - Throws: `DisclosureProblem` where counts of parts do not add up: a bug of ours.
    package init(_ report: ReadinessReport) throws {
        try self.init(
            report.estimates.map {
                Count(
                    indicator: $0.indicator, domain: $0.domain, count: $0.count, base: $0.of,
                    rate: $0.shown?.value)
            })
    }

    /// - Throws: `DisclosureProblem` where counts of parts do not add up.
    package init(_ counts: [Count]) throws {
        var figures: [DisclosureFigure] = []
        var relations: [DisclosureRelation] = []
        var indicators: [Indicator] = []
        var offered: [Count] = []
        for indicator in Self.offered {
            let own = counts.filter { $0.indicator == indicator && Self.kinds.contains($0.domain.kind) }
            guard let whole = own.first(where: { $0.domain.kind == .all }) else { continue }
            indicators.append(indicator)
            offered += own
            let total = Self.id(indicator, .all)
            figures.append(
                DisclosureFigure(id: total, count: whole.count, base: whole.base, isLastResort: true))
            let wards = own.filter { $0.domain.kind == .formerWard }
            if !wards.isEmpty {
                let rest = Self.id(indicator, .all) + " rest"
                figures += wards.map {
                    DisclosureFigure(id: Self.id(indicator, $0.domain), count: $0.count, base: $0.base)
                }
                figures.append(
                    DisclosureFigure(
                        id: rest, count: wards.reduce(whole.count) { $0 - $1.count },
                        base: wards.reduce(whole.base) { $0 - $1.base }, standing: .neverShown))
                relations.append(
                    DisclosureRelation(
                        total: total, parts: wards.map { Self.id(indicator, $0.domain) } + [rest],
                        bases: .added))
            }
            for part in own where part.domain.kind == .householdType || part.domain.kind == .procedure {
                let id = Self.id(indicator, part.domain)
                figures.append(DisclosureFigure(id: id, count: part.count, base: part.base))
                figures.append(
                    DisclosureFigure(
                        id: id + " not", count: whole.count - part.count, base: whole.base - part.base,
                        standing: .neverShown))
                relations.append(
                    DisclosureRelation(total: total, parts: [id, id + " not"], bases: .added))
            }
        }
        self.indicators = indicators
        self.counts = offered
        rates = Dictionary(
            offered.compactMap { count in
                count.rate.map { (Self.id(count.indicator, count.domain), $0) }
            }, uniquingKeysWith: { first, _ in first })
        self.figures = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        decisions = try DisclosureControl(settings: DisclosureSettings()).decisions(
            figures, relations: relations)
    }

    /// Small figures that what the page shows would give away, whatever else is hidden.
    package var hasUnprotected: Bool { !decisions.unprotected.isEmpty }

    /// Indicator and domain of each cell of the page: by kind of domain, then domain, then indicator.
    package var places: [(indicator: Indicator, domain: DomainKey)] {
        Self.kinds.flatMap { kind in
            let asked = indicators.filter { kind != .procedure || $0 == .onlineUptakeHouseholds }
            let domains = counts.filter { $0.domain.kind == kind && $0.indicator == indicators.first }
                .map(\.domain)
            return domains.flatMap { domain in asked.map { (indicator: $0, domain: domain) } }
        }
    }

    /// The cells of the page of this month by itself, before earlier pages are looked at.
    ///
    /// - Parameter shares: by cell, the plain weighted share of the households that answered; nil where nobody did.
    package func cells(shares: [Double?]) -> [PublishedCell] {
        zip(places, shares).map { place, share in
            let rate = rates[Self.id(place.indicator, place.domain)]
            let shift = rate.flatMap { rate in share.map { rate - $0 } } ?? 0
            return PublishedCell(
                indicator: place.indicator, domain: place.domain,
                content: content(place.indicator, place.domain), shift: abs(shift) < 1e-9 ? 0 : shift)
        }
    }

    private func content(_ indicator: Indicator, _ domain: DomainKey) -> PublishedCell.Content {
        let id = Self.id(indicator, domain)
        return switch decisions.outcomes[id] {
        case .shown:
            if let rate = rates[id], let figure = figures[id].flatMap(decisions.published) {
                .rate(PublishedPercent(share: rate), base: figure.base)
            } else {
                // Only what the disclosure rule shows can lack answers: small figures and those that guard them look
                // alike.
                .notEnough
            }
        case .small: .small
        case .protecting, .notOffered: .protecting
        case .noData, nil: .noData
        }
    }

    private static let kinds: [DomainKey.Kind] = [.all, .formerWard, .householdType, .procedure]

    private static let offered: [Indicator] = [
        .onlineUptakeHouseholds, .selfFiledHouseholds, .cascadeKnowledge, .eIDLevel2,
        .lacksDeviceOrConnection,
    ]

    private static func id(_ indicator: Indicator, _ domain: DomainKey) -> String {
        "\(indicator.rawValue) \(domain.kind.name) \(domain.code)"
    }
}
