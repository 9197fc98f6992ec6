internal import Readiness
internal import SurveyStatistics

extension LeaderTables {
    /// What changed since the month before; nil without one.
    var change: ReportTable? {
        guard let change = content.report.change else { return nil }
        var table = ReportTable(
            "change", title: words.text(.changeTable),
            [
                .init("indicator", words.text(.columnIndicator), .text),
                .init("part", words.text(.columnPart), .text),
                .init("since", words.text(.columnSince), .text),
                .init("change", words.text(.columnChange), .estimate(.points)),
                .init("verdict", words.text(.columnVerdict), .text),
            ])
        // Groups and kinds of household stand here only where something can be said of them; all are in summary.json.
        let told = change.figures.filter {
            $0.verdict != .notTellable || $0.domain.kind == .all || $0.domain.kind == .formerWard
        }
        table.rows = told.map { figure in
            let difference = figure.change.difference
            return names(figure.indicator, figure.domain, since: figure.since) + [
                .estimate(
                    difference.value, lower: difference.interval?.lower, upper: difference.interval?.upper),
                .text(words.verdict(figure.verdict)),
            ]
        }
        let hidden = change.hidden.filter { $0.domain.kind == .all || $0.domain.kind == .formerWard }
        table.rows += hidden.map { figure in
            names(figure.indicator, figure.domain, since: figure.since) + [
                .hidden(code: figure.reason.rawValue, words: words.text(.notEnough)),
                .text(words.verdict(.notTellable)),
            ]
        }
        return table
    }

    private func names(
        _ indicator: Indicator, _ domain: DomainKey, since month: String?
    ) -> [ReportTable.Cell] {
        [
            .text(words.name(indicator)),
            .text(domain.kind == .all ? words.text(.savingsWhole) : words.name(domain)),
            .text(month.map(words.numbers.month) ?? ""),
        ]
    }
}
