internal import Readiness
internal import SurveyData
internal import SurveyStatistics

/// The page for ward leaders: the month in a minute, then charts, who goes where, and the tables.
struct LeaderPage {
    let content: ReportContent
    let words: Words
    let tables: LeaderTables
    /// The language of the run: the page of the other language is named after it.
    let main: Language

    init(_ content: ReportContent, language: Language, main: Language) {
        self.content = content
        words = Words(language)
        tables = LeaderTables(content: content, words: words)
        self.main = main
    }

    func page() -> String {
        let title = words.text(.pageTitle, ["month": subject])
        let sections: [(id: String, title: String, part: HTML)] = [
            ("plan", words.text(.whoGoesWhere), deployment),
            ("change", words.text(.columnChange), change), ("more", words.text(.monthMore), more),
            ("published", words.text(.publishedTitle), published),
            ("official", words.text(.officialTitle), official),
            ("savings", words.text(.savingsTitle), savings),
            ("equipment", words.text(.equipmentTitle), equipment),
            ("charts", words.text(.moreCharts), moreCharts),
            ("tables", words.text(.tables), figures), ("method", words.text(.limits), method),
        ].filter { $0.part != .empty }
        let links = sections.map { HTML.element("a", [("href", "#\($0.id)")], text: $0.title) }
        return Page(words: words, title: title, isSynthetic: content.isSynthetic).html([
            .element("header", [], header(title)),
            .element(
                "main", [],
                [
                    lead, charts([uptakeChart, monthChart, cascadeChart, barrierChart]), maps, notSaid,
                    .element("nav", [("aria-label", words.text(.contents))], [.join(links, separator: " ")]),
                ] + sections.map { .element("div", [("id", $0.id)], [$0.part]) }),
            .element("footer", [], [.element("p", text: words.text(.targetNote))]),
        ])
    }

    /// Notes that stand with the table they are about.
    static let besideTheirTable: Set<Finding.Code> = [.modelOfFormerWards, .modelShifted, .seriesCut]

    /// The notes of some codes, as paragraphs.
    func notes(_ codes: Set<Finding.Code>) -> HTML {
        .join(
            content.report.findings.filter { codes.contains($0.code) }.map {
                .element("p", [("class", "soft")], text: sentence($0))
            })
    }

    private func sentence(_ finding: Finding) -> String {
        words.sentence(finding, since: content.report.change?.previousMonth)
    }

    /// The month, or the survey's own title where it has no dates.
    private var subject: String {
        content.survey.month.map(words.numbers.month) ?? content.survey.codebook.title[words.language]
            ?? content.survey.codebook.name
    }

    // MARK: The first screen

    private func header(_ title: String) -> [HTML] {
        let other: Language = words.language == .vi ? .en : .vi
        let link = other == main ? "leader.html" : "leader.\(other.rawValue).html"
        return [
            .element("h1", text: title),
            .element(
                "p", [("class", "soft")],
                [
                    .text(words.subtitle(content.survey)),
                    .element(
                        "span", [("class", "on-screen")],
                        [
                            .text(" · "),
                            .element(
                                "a", [("href", link), ("lang", other.rawValue)],
                                text: words.text(.otherLanguage)),
                        ]),
                ]),
        ]
    }

    private var lead: HTML {
        let notes = content.report.findings.filter {
            $0.certainty == .note && !Self.besideTheirTable.contains($0.code)
        }
        let month = MonthInSentences(content, words: words)
        var parts: [HTML] = []
        if let uptake = content.report.estimate(.onlineUptakeDossiers) { parts.append(headline(uptake)) }
        if !month.first.isEmpty {
            parts.append(
                .element(
                    "section", [],
                    [.element("h2", text: words.text(.monthInSentences)), list(month.first)]))
        }
        return .join(
            notes.map { .element("p", [("class", "notice")], text: sentence($0)) }
                + (parts.isEmpty ? [] : [.element("div", [("class", "lead")], parts)]))
    }

    /// What else the month says.
    private var more: HTML {
        let others = MonthInSentences(content, words: words).others
        if others.isEmpty { return .empty }
        return .element("section", [], [.element("h2", text: words.text(.monthMore)), list(others)])
    }

    private var moreCharts: HTML {
        let drawn = charts([filingChart, wardsChart, accessChart])
        return drawn == .empty
            ? .empty
            : .element("section", [], [.element("h2", text: words.text(.moreCharts)), drawn])
    }

    /// What a reader might conclude and must not.
    private var notSaid: HTML {
        var lines: [String] = []
        let groups = content.survey.registry.groups
        let interviews = content.survey.interviewsByGroup
        let empty = groups.filter { interviews[$0.id] == nil }.map(\.label)
        if !empty.isEmpty {
            let few = empty.prefix(5).joined(separator: "; ") + (empty.count > 5 ? "; …" : "")
            lines.append(words.text(.notEmptyGroups, ["groups": few]))
        }
        if content.report.findings.contains(where: { $0.code == .uptakeChangeNotTellable }) {
            lines.append(words.text(.notChange))
        }
        if content.deployment != nil { lines.append(words.text(.notPlan)) }
        if !content.report.modelled.estimates.isEmpty { lines.append(words.text(.notGroups)) }
        if content.official != nil { lines.append(words.text(.notOfficial)) }
        if lines.isEmpty { return .empty }
        return .element(
            "section", [("class", "official")],
            [
                .element("h2", text: words.text(.doNotConclude)),
                .element("ul", [], lines.map { .element("li", text: $0) }),
            ])
    }

    private func list(_ sentences: [MonthInSentences.Sentence]) -> HTML {
        .element(
            "ol", [("class", "findings")],
            sentences.map { .element("li", $0.isOpen ? [("class", "open")] : [], text: $0.text) })
    }

    private func headline(_ uptake: IndicatorEstimate) -> HTML {
        .element(
            "div", [("class", "headline")],
            [
                .element("p", [("class", "figure")], text: words.value(uptake)),
                .element("p", [], [.element("strong", text: words.text(.headlineLabel))]),
                .element(
                    "p", [("class", "soft")],
                    text: words.text(
                        .headlineBase,
                        [
                            "count": words.numbers.integer(uptake.count),
                            "of": words.numbers.integer(uptake.of),
                            "weighted": content.report.design.weighting == .equal
                                ? "" : words.text(.weightedShare),
                            "interval": words.interval(uptake).isEmpty
                                ? words.text(.notEnough) : words.interval(uptake),
                        ])),
                .element(
                    "p", [("class", "soft")],
                    text: words.text(.headlineTarget, ["target": words.numbers.percent(content.target)])),
            ])
    }

    // MARK: Charts

    private func charts(_ figures: [HTML?]) -> HTML {
        let drawn = figures.compactMap(\.self)
        return drawn.isEmpty ? .empty : .element("div", [("class", "charts")], drawn)
    }

    private func rows(_ indicators: [Indicator]) -> [IntervalPlot.Row] {
        indicators.compactMap { content.report.estimate($0) }.map { words.row($0) }
    }

    private func figure(_ title: Word, _ caption: Word, _ drawing: (String) -> HTML) -> HTML {
        let text = words.text(title)
        return .element(
            "figure", [],
            [
                .element("h3", text: text), drawing(text),
                .element("figcaption", text: words.text(caption)),
            ])
    }

    private func plot(
        _ title: Word, _ caption: Word, _ rows: [IntervalPlot.Row], hasBars: Bool = false,
        target: Bool = false
    ) -> HTML? {
        if rows.isEmpty { return nil }
        let label = words.text(.target, ["target": words.numbers.percent(content.target)])
        let chart = IntervalPlot(
            rows: rows, reference: target ? (content.target, label) : nil, hasBars: hasBars)
        let spoken = rows.map { "\($0.label): \($0.note)" }.joined(separator: "; ")
        return figure(title, caption) { chart.drawing(description: "\($0). \(spoken)") }
    }

    private var uptakeChart: HTML? {
        plot(
            .chartUptake, .chartUptakeCaption,
            rows([
                .onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds, .assistedHouseholds,
                .filedOnBehalfHouseholds, .couldRepeatUnaided,
            ]), target: true)
    }

    private func cascadeRows(_ steps: [CascadeStep]) -> [IntervalPlot.Row] {
        content.report.cascade.filter { steps.contains($0.step) }.map {
            words.row($0.share, label: words.name($0.step))
        }
    }

    private var cascadeChart: HTML? {
        plot(.chartCascade, .chartCascadeCaption, cascadeRows(CascadeStep.barriers), hasBars: true)
    }

    /// The share of dossiers online last month and this; nil without a month before.
    private var monthChart: HTML? {
        guard let change = content.report.change, let previous = change.previousMonth,
            let figure = change.figures.first(where: \.isHeadline), figure.showsMonths,
            let month = content.survey.month
        else { return nil }
        let points = [(previous, figure.change.before), (month, figure.change.after)].compactMap {
            month, estimate -> MonthLine.Month? in
            guard let interval = estimate.interval else { return nil }
            return MonthLine.Month(
                label: words.numbers.month(month), note: words.numbers.percent(estimate.value),
                dot: .init(value: estimate.value, lower: interval.lower, upper: interval.upper))
        }
        if points.count < 2 { return nil }
        let label = words.text(.target, ["target": words.numbers.percent(content.target)])
        let spoken = points.map { "\($0.label): \($0.note)" }.joined(separator: "; ")
        return self.figure(.chartMonths, .chartMonthsCaption) {
            MonthLine(months: points, reference: (content.target, label)).drawing(
                description: "\($0). \(spoken)")
        }
    }

    /// The cascade of each former ward, side by side.
    private var wardsChart: HTML? {
        let wards = content.survey.registry.formerWards.filter { !$0.isEmpty }
        if wards.count < 2 { return nil }
        let panels = wards.map { ward in
            SmallMultiples.Panel(
                title: ward,
                dots: CascadeStep.barriers.map { step in
                    content.report.estimate(.cascade(step), kind: .formerWard, code: ward)
                        .flatMap { words.row($0).dot }
                })
        }
        if panels.allSatisfy({ $0.dots.allSatisfy { $0 == nil } }) { return nil }
        let spoken = panels.map { panel in
            let shares = panel.dots.map {
                $0.map { words.numbers.percent($0.value) } ?? words.text(.notEnough)
            }
            return "\(panel.title): \(shares.joined(separator: ", "))"
        }.joined(separator: "; ")
        return figure(.chartWards, .chartWardsCaption) {
            SmallMultiples(panels: panels, numbers: words.numbers).drawing(description: "\($0). \(spoken)")
        }
    }

    private var filingChart: HTML? {
        plot(.chartFiling, .chartFilingCaption, cascadeRows([.filesOnline, .filesAlone]), hasBars: true)
    }

    private var barrierChart: HTML? {
        let first = content.report.cascade.compactMap { row in
            row.barrier.map { words.row($0, label: words.lack(row.step)) }
        }
        return plot(
            .chartBarriers, .chartBarriersCaption,
            first)
    }

    private var accessChart: HTML? {
        plot(
            .chartAccess, .chartAccessCaption,
            rows([
                .lacksEquipment, .lacksITAccess, .lacksProcessKnowledge, .smartphone, .computer, .internet,
                .internetFixed, .internetMobile, .eIDLevel2,
                .skillsNonUser, .skillsNone, .skillsBasic, .skillsAboveBasic,
                .skillsInformation, .skillsCommunication, .skillsContentCreation, .skillsSafety,
                .skillsProblemSolving,
            ]))
    }
}
