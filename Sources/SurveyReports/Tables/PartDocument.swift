package import Readiness
internal import SurveyData

/// What `summarize` prints and `merge` adds: the counts of a survey, and weighted totals for people.
package struct PartDocument {
    static let kind = "sansang-part"
    static let schemaVersion = 1

    private let summary: SurveySummary
    private let indicators: [Indicator]

    package init(_ summary: SurveySummary) {
        self.summary = summary
        indicators = Indicator.allCases.filter(summary.asked.contains)
    }

    package func text() -> String {
        JSONValue.object([
            ("kind", .text(Self.kind)), ("schemaVersion", .integer(Self.schemaVersion)),
            ("month", .optional(summary.month)), ("sampling", .text(summary.sampling.rawValue)),
            ("groupings", .row(summary.groupings.map { .text($0) })),
            ("input", input), ("indicators", .row(indicators.map { .text($0.rawValue) })),
            ("cells", .list(summary.sortedCells.map(cell))), ("totals", .list(summary.totals().map(total))),
        ]).written() + "\n"
    }

    private var input: JSONValue {
        .object([
            ("read", .integer(summary.counts.read)), ("accepted", .integer(summary.counts.accepted)),
            ("rejected", .integer(summary.counts.rejected)), ("blank", .integer(summary.counts.blank)),
            ("totalsRows", .integer(summary.counts.totalsRows)),
            (
                "repairs",
                .object(summary.repairs.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
            ),
        ])
    }

    private func cell(_ key: SummaryCell.Key, _ cell: SummaryCell) -> JSONValue {
        let places = Indicator.allCases.indices.filter { summary.asked.contains(Indicator.allCases[$0]) }
        let sums = cell.dossiers
        return .object([
            ("groupings", .row(key.groupings.map { .optional($0) })),
            ("formerWard", .optional(key.formerWard)), ("group", .optional(key.group)),
            ("stratum", .optional(key.stratum)), ("psu", .optional(key.psu)),
            ("weight", key.weight.map { .exact($0) } ?? .null),
            ("population", key.population.map { .exact($0) } ?? .null),
            ("households", .integer(cell.households)),
            ("known", .row(places.map { .integer(cell.known[$0]) })),
            ("yes", .row(places.map { .integer(cell.yes[$0]) })),
            (
                "dossiers",
                .row([sums.households, sums.x, sums.y, sums.xx, sums.yy, sums.xy].map { .integer($0) })
            ),
        ])
    }

    private func total(_ total: SummaryTotal) -> JSONValue {
        .object([
            ("indicator", .text(total.indicator.rawValue)), ("domainKind", .text(total.domain.kind.name)),
            ("domainName", .text(total.domain.code)), ("base", .integer(total.base)),
            ("yes", .integer(total.yes)), ("weightedBase", .exact(total.weightedBase)),
            ("weightedYes", .exact(total.weightedYes)),
        ])
    }
}
