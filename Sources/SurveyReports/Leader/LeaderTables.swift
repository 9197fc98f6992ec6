internal import Readiness
internal import SurveyData
internal import SurveyStatistics

/// The tables of the leader's report, by the section that each belongs to.
struct LeaderTables {
    let content: ReportContent
    let words: Words

    /// All that have a row, in the order of the report.
    var all: [ReportTable] {
        let sections: [[ReportTable?]] = [
            [indicators], formerWards, [householdTypes, procedures], declared, modelled, groups, [official],
            [change], [savings], [sharedPoints, equipmentByFormerWard],
            [planByFormerWard, planByGroup, hourPrices, unmetNeed()],
        ]
        return sections.flatMap { $0.compactMap(\.self) }.filter { !$0.rows.isEmpty }
    }

    private var estimates: [IndicatorEstimate] { content.report.estimates }

    // MARK: Figures of the survey

    /// Every indicator of everyone asked.
    var indicators: ReportTable {
        var table = ReportTable(
            "indicators", title: words.text(.tableIndicators),
            [
                .init("indicator", words.text(.columnIndicator), .text),
                .init("share", words.text(.columnShareInterval), .estimate(.share)),
                .init("base", words.text(.columnBase), .base),
            ])
        table.rows = estimates.filter { $0.domain.kind == .all }.map {
            [.text(words.name($0.indicator)), cell($0), base($0)]
        }
        return table
    }

    var formerWards: [ReportTable] {
        guard content.survey.registry.formerWards.contains(where: { !$0.isEmpty }) else { return [] }
        return [
            domains(
                "byFormerWard", words.text(.tableFormerWards), words.text(.columnFormerWard), .formerWard,
                [.onlineUptakeDossiers, .selfFiledHouseholds, .cascadeKnowledge])
        ]
    }

    var householdTypes: ReportTable {
        domains(
            "byHouseholdType", words.text(.tableTypes), words.text(.columnType), .householdType,
            [.onlineUptakeHouseholds, .selfFiledHouseholds, .cascadeKnowledge])
    }

    var procedures: ReportTable {
        domains(
            "byProcedure", words.text(.tableProcedures), words.text(.columnProcedure), .procedure,
            [.onlineUptakeHouseholds])
    }

    /// By the groupings that the codebook declares.
    var declared: [ReportTable] {
        content.survey.codebook.groupings.map { grouping in
            let title = grouping.title[words.language] ?? grouping.name
            return domains(
                "by_" + grouping.name, words.text(.tableDeclared, ["grouping": title]), title,
                .declared(grouping.name), [.internet, .computer, .smartphone, .onlineUptakeHouseholds])
        }
    }

    var groups: [ReportTable] {
        if content.survey.registry.groups.isEmpty { return [] }
        return [
            domains(
                "byGroup", words.text(.tableGroups), words.text(.columnGroup), .residentialGroup,
                [.onlineUptakeDossiers, .cascadeKnowledge, .lacksDeviceOrConnection])
        ]
    }

    /// One row a domain, for each indicator the estimate, its interval and its base.
    private func domains(
        _ id: String, _ title: String, _ first: String, _ kind: DomainKey.Kind, _ indicators: [Indicator]
    ) -> ReportTable {
        let asked = indicators.filter { indicator in
            estimates.contains { $0.indicator == indicator && $0.domain.kind == kind }
        }
        var table = ReportTable(
            id, title: title,
            [.init("name", first, .text)]
                + asked.flatMap { indicator -> [ReportTable.Column] in
                    [
                        .init(indicator.rawValue, words.name(indicator), .estimate(.share)),
                        .init(indicator.rawValue, words.text(.columnBase), .base),
                    ]
                })
        let keys = estimates.filter { $0.domain.kind == kind && $0.indicator == asked.first }.map(\.domain)
        table.rows = keys.map { key in
            [.text(words.name(key))]
                + asked.flatMap { indicator -> [ReportTable.Cell] in
                    guard let figure = content.report.estimate(indicator, kind: kind, code: key.code) else {
                        return [.empty, .empty]
                    }
                    return [cell(figure), base(figure)]
                }
        }
        return table
    }

    /// Groups' share of dossiers online by the model, with the chance to be below the target and the rank.
    var modelled: [ReportTable] {
        let figures = content.report.modelled.estimates.filter { $0.indicator.isDossierRatio }
        if figures.isEmpty { return [] }
        var table = ReportTable(
            "modelledByGroup", title: words.text(.tableModelled),
            [
                .init("group", words.text(.columnGroup), .text),
                .init("share", words.text(.columnModelled), .estimate(.share)),
                .init("belowTarget", words.text(.columnBelowTarget), .chance),
                .init("rank", words.text(.columnRank), .ranks),
                .init("dossiers", words.text(.columnBaseDossiers), .integer),
            ])
        table.rows = figures.map { figure in
            let standing = figure.model?.standing
            return [
                .text(words.name(figure.domain) + (figure.model?.basis == .synthetic ? " ∗" : "")),
                cell(figure), standing?.chanceBelowTarget.map { .number($0) } ?? .empty,
                standing.map { .ranks($0.rankInterval.lowerBound, $0.rankInterval.upperBound) } ?? .empty,
                .number(Double(figure.of)),
            ]
        }
        return [table]
    }

    // MARK: Cells

    func cell(_ figure: IndicatorEstimate) -> ReportTable.Cell {
        guard let shown = figure.shown else {
            return .hidden(code: figure.gate.reason?.rawValue ?? "", words: words.hidden(figure))
        }
        return .estimate(shown.value, lower: shown.interval?.lower, upper: shown.interval?.upper)
    }

    /// "16 of 20"; the 16 is not said where it is too small.
    func base(_ figure: IndicatorEstimate) -> ReportTable.Cell {
        .base(count: figure.gate.reason == .disclosure ? nil : figure.count, of: figure.of)
    }
}
