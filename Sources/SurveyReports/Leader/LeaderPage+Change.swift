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
                    tables.change?.html(words) ?? .empty,
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

    /// Groups by the model, and what to know of it.
    var modelled: HTML {
        let tables = tables.modelled
        if tables.isEmpty { return .empty }
        return .join(
            tables.map { $0.html(words) } + [
                .element("p", [("class", "soft")], text: words.text(.modelledNote)),
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
