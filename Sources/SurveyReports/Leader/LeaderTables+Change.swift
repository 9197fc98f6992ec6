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
                .init("change", words.text(.columnChange), .estimate(.points)),
                .init("verdict", words.text(.columnVerdict), .text),
            ])
        // Groups and kinds of household stand here only where something can be said of them; all are in summary.json.
        let told = change.figures.filter {
            $0.verdict != .notTellable || $0.domain.kind == .all || $0.domain.kind == .formerWard
        }
        table.rows = told.map { figure in
            let difference = figure.change.difference
            return [
                .text(words.name(figure.indicator)),
                .text(figure.domain.kind == .all ? words.text(.savingsWhole) : words.name(figure.domain)),
                .estimate(
                    difference.value, lower: difference.interval?.lower, upper: difference.interval?.upper),
                .text(words.verdict(figure.verdict)),
            ]
        }
        return table
    }
}
