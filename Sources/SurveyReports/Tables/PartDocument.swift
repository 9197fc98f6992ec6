package import Readiness
internal import SurveyData

/// What `summarize` prints and `merge` adds: the counts of a survey, and weighted totals for people.
package struct PartDocument: Sendable {
    static let kind = "sansang-part"
    static let schemaVersion = 3

    private let summary: SurveySummary
    private let indicators: [Indicator]
    /// Their places among all.
    private let places: [Int]

    package init(_ summary: SurveySummary) {
        self.summary = summary
        places = Indicator.allCases.indices.filter { summary.asked.contains(Indicator.allCases[$0]) }
        indicators = places.map { Indicator.allCases[$0] }
    }

    package func text(threads: Int = 1) -> String {
        let (cells, totals) = (summary.sortedCells, summary.totals())
        return JSONValue.object(
            [("kind", .text(Self.kind)), ("schemaVersion", .integer(Self.schemaVersion))]
                + JSONValue.synthetic(summary.isSynthetic) + [
                    ("month", .optional(summary.month)), ("sampling", .text(summary.sampling.rawValue)),
                    ("groupings", .list(summary.groupings.map(grouping))),
                    ("groups", .list(summary.groups.map(group))),
                    ("hasRegistry", .bool(summary.hasRegistry)),
                    ("asksProcedures", .bool(summary.asksProcedures)),
                    ("input", input), ("indicators", .row(indicators.map { .text($0.rawValue) })),
                    ("cells", .lines(cells.count, threads: threads) { cell(cells[$0].key, cells[$0].value) }),
                    ("totals", .lines(totals.count, threads: threads) { total(totals[$0]) }),
                ]
        ).document()
    }

    private var input: JSONValue {
        .object([
            ("read", .integer(summary.counts.read)), ("accepted", .integer(summary.counts.accepted)),
            ("rejected", .integer(summary.counts.rejected)), ("blank", .integer(summary.counts.blank)),
            ("totalsRows", .integer(summary.counts.totalsRows)),
            ("withoutInterview", .integer(summary.counts.withoutInterview)),
            (
                "besideSample",
                .object(
                    CollectionMode.allCases.compactMap { mode in
                        summary.besideSample[mode].map { (mode.rawValue, .integer($0)) }
                    })
            ),
            (
                "repairs",
                .object(summary.repairs.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
            ),
        ])
    }

    private func grouping(_ grouping: Grouping) -> JSONValue {
        .object([
            ("name", .text(grouping.name)),
            (
                "labels",
                .object(grouping.labels.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
            ),
        ])
    }

    private func group(_ group: ResidentialGroup) -> JSONValue {
        .line([
            ("id", .text(group.id.text)), ("formerWard", .text(group.formerWard)),
            ("name", .text(group.name)), ("households", .integer(group.households)),
            ("share60Plus", group.share60Plus.map { .exact($0) } ?? .null),
            ("siteDistanceKilometres", group.siteDistanceKilometres.map { .exact($0) } ?? .null),
        ])
    }

    private func cell(_ key: SummaryCell.Key, _ cell: SummaryCell) -> JSONValue {
        .line(
            [
                ("groupings", .row(key.groupings.map { .optional($0) })),
                ("formerWard", .optional(key.formerWard)), ("group", .optional(key.group)),
                ("stratum", .optional(key.stratum)), ("psu", .optional(key.psu)),
                ("weight", key.weight.map { .exact($0) } ?? .null),
                ("population", key.population.map { .exact($0) } ?? .null),
            ] + counts(cell.everyone) + [
                (
                    "classes",
                    .row(
                        cell.classes.sorted { $0.key < $1.key }.map { own, part in
                            .line(
                                [("class", .integer(Int(own.bits)))] + counts(part.counts) + [
                                    (
                                        "filing",
                                        .row(
                                            part.filing.sorted.map {
                                                .integers([Int($0.answers.bits), $0.count])
                                            })
                                    )
                                ])
                        })
                ),
                (
                    "procedures",
                    .line(
                        Procedure.allCases.compactMap { procedure in
                            cell.procedures[procedure].map { (procedure.rawValue, .line(filing($0))) }
                        })
                ),
            ])
    }

    private func counts(_ counts: AnswerCounts) -> [(String, JSONValue)] {
        [
            ("households", .integer(counts.households)),
            ("known", .integers(places.map { counts.known[$0] })),
            ("yes", .integers(places.map { counts.yes[$0] })),
            ("dossiers", .integers(counts.dossiers.list)),
        ]
    }

    /// Of a procedure's households: how many there are, filed, filed online, and their dossiers.
    private func filing(_ counts: AnswerCounts) -> [(String, JSONValue)] {
        [
            ("households", .integer(counts.households)),
            ("filers", .integers([counts.filing.known, counts.filing.online])),
            ("dossiers", .integers(counts.dossiers.list)),
        ]
    }

    private func total(_ total: SummaryTotal) -> JSONValue {
        .line([
            ("indicator", .text(total.indicator.rawValue)), ("domainKind", .text(total.domain.kind.name)),
            ("domainName", .text(total.domain.code)), ("base", .integer(total.base)),
            ("yes", .integer(total.yes)), ("weightedBase", .exact(total.weightedBase)),
            ("weightedYes", .exact(total.weightedYes)),
        ])
    }
}
