internal import SurveyStatistics
internal import Readiness

extension LeaderPage {
    /// What changed since the month before; empty without one.
    var change: HTML {
        guard let change = content.report.change else { return .empty }
        let month = change.previousMonth.map(words.numbers.month) ?? ""
        var parts: [HTML] = [
            .element("h2", text: words.text(.changeTitle, ["month": month])),
            .element(
                "p",
                text: words.text(
                    .changeIntro, ["common": words.numbers.integer(change.commonHouseholds)])),
        ]
        let tested = change.figures.count
        parts.append(
            tested == 0
                ? .element("p", text: words.text(.changeNone))
                : .join([
                    changeTable(change).html,
                    .element(
                        "p", [("class", "soft")],
                        text: words.text(
                            .changeTested,
                            [
                                "tested": words.numbers.integer(tested),
                                "claimed": words.numbers.integer(
                                    change.figures.count { $0.verdict != .notTellable }),
                            ])),
                ]))
        parts.append(notes([.seriesCut]))
        return .element("section", [], parts)
    }

    private func changeTable(_ change: MonthlyChange) -> HTMLTable {
        var table = HTMLTable(
            words.text(.changeTable),
            [
                (words.text(.columnIndicator), false), (words.text(.columnPart), false),
                (words.text(.columnChange), true), (words.text(.columnInterval), true),
                (words.text(.columnVerdict), false),
            ])
        // Groups and kinds of household stand here only where something can be said of them; all are in summary.json.
        let told = change.figures.filter {
            $0.verdict != .notTellable || $0.domain.kind == .all || $0.domain.kind == .formerWard
        }
        table.rows = told.map { figure in
            let difference = figure.change.difference
            return [
                words.name(figure.indicator),
                figure.domain.kind == .all ? words.text(.savingsWhole) : words.name(figure.domain),
                words.numbers.points(difference.value),
                difference.interval.map { words.numbers.points($0.lower, to: $0.upper) } ?? "",
                words.verdict(figure.verdict),
            ]
        }
        return table
    }

    /// Groups' share of dossiers online by the model, with the chance to be below the target and the rank.
    var modelledTable: HTML {
        let figures = content.report.modelled.estimates.filter { $0.indicator.isDossierRatio }
        if figures.isEmpty { return .empty }
        var table = HTMLTable(
            words.text(.tableModelled),
            [
                (words.text(.columnGroup), false), (words.text(.columnModelled), true),
                (words.text(.columnInterval), true), (words.text(.columnBelowTarget), true),
                (words.text(.columnRank), true), (words.text(.columnBase), true),
            ])
        table.rows = figures.map { figure in
            let standing = figure.model?.standing
            return [
                words.name(figure.domain) + (figure.model?.basis == .synthetic ? " ∗" : ""),
                words.value(figure), words.interval(figure),
                standing?.chanceBelowTarget.map(words.numbers.chance) ?? "",
                standing.map { "\($0.rankInterval.lowerBound)–\($0.rankInterval.upperBound)" } ?? "",
                words.numbers.integer(figure.of),
            ]
        }
        return .join([
            table.html, .element("p", [("class", "soft")], text: words.text(.modelledNote)),
            notes([.modelOfFormerWards, .modelShifted]),
        ])
    }
}

extension Words {
    func verdict(_ verdict: ChangeFigure.Verdict) -> String {
        switch verdict {
        case .rose: text(.verdictRose)
        case .fell: text(.verdictFell)
        case .notTellable: text(.verdictOpen)
        }
    }
}
