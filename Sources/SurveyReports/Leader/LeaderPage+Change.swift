internal import SurveyStatistics
internal import Readiness

extension LeaderPage {
    /// What changed since the month before; empty without one.
    var change: HTML {
        guard let change = content.report.change else { return .empty }
        let months = Set(change.figures.map(\.since) + change.hidden.map(\.since))
        let month = (months.first ?? change.previousMonth).map(words.numbers.month) ?? ""
        var parts: [HTML] = [
            .element(
                "h2",
                text: months.count > 1
                    ? words.text(.changeTitleSeveral) : words.text(.changeTitle, ["month": month])),
            .element(
                "p",
                text: words.text(
                    .changeIntro,
                    [
                        "common": words.numbers.integer(change.commonHouseholds),
                        "relevance": words.numbers.size(change.relevance),
                        "least": words.numbers.integer(MonthlyChange.leastDiscordantUnits),
                    ])),
        ]
        let tested = change.figures.count
        parts.append(
            tested == 0 && change.hidden.isEmpty
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
        parts += overlaps(change).map { .element("p", [("class", "soft")], text: $0) }
        parts.append(notes([.seriesCut]))
        return .element("section", [], parts)
    }

    /// Which figures are not compared since their questions cover the earlier months too, a sentence for each period.
    private func overlaps(_ change: MonthlyChange) -> [String] {
        let periods = Set(change.overlaps.map(\.referenceMonths)).sorted()
        return periods.compactMap { months in
            let overlaps = change.overlaps.filter { $0.referenceMonths == months }
            guard let first = overlaps.first else { return nil }
            return words.text(
                .changeOverlap,
                [
                    "months": words.numbers.integer(months), "from": words.from(first),
                    "indicators": overlaps.map { words.name($0.indicator) }.joined(separator: "; "),
                ])
        }
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
