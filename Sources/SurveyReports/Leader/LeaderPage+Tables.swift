internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// Every figure with its interval and base.
    var tables: HTML {
        let estimates = content.report.estimates
        var parts: [HTML] = [.element("h2", text: words.text(.tables))]
        parts.append(whole(estimates.filter { $0.domain.kind == .all }).html)
        let wards = content.survey.registry.formerWards.filter { !$0.isEmpty }
        if !wards.isEmpty {
            parts.append(
                domains(
                    words.text(.tableFormerWards), words.text(.columnFormerWard), .formerWard,
                    [.onlineUptakeDossiers, .selfFiledHouseholds, .cascadeKnowledge]
                ).html)
        }
        parts.append(
            domains(
                words.text(.tableTypes), words.text(.columnIndicator), .householdType,
                [.onlineUptakeHouseholds, .selfFiledHouseholds, .cascadeKnowledge]
            ).html)
        parts.append(
            domains(
                words.text(.tableProcedures), words.text(.columnIndicator), .procedure,
                [.onlineUptakeHouseholds]
            ).html)
        for grouping in content.survey.codebook.groupings {
            let title = grouping.title[words.language] ?? grouping.name
            parts.append(
                domains(
                    words.text(.tableDeclared, ["grouping": title]), title, .declared(grouping.name),
                    [.internet, .computer, .smartphone, .onlineUptakeHouseholds]
                ).html)
        }
        if !content.survey.registry.groups.isEmpty {
            parts.append(modelledTable)
            parts.append(
                domains(
                    words.text(.tableGroups), words.text(.columnGroup), .residentialGroup,
                    [.onlineUptakeDossiers, .cascadeKnowledge, .lacksDeviceOrConnection]
                ).html)
        }
        return .element("section", [], parts)
    }

    private func whole(_ figures: [IndicatorEstimate]) -> HTMLTable {
        var table = HTMLTable(
            words.text(.tableIndicators),
            [
                (words.text(.columnIndicator), false), (words.text(.columnShare), true),
                (words.text(.columnInterval), true), (words.text(.columnBase), true),
            ])
        table.rows = figures.map {
            [words.name($0.indicator), words.value($0), words.interval($0), words.base($0)]
        }
        return table
    }

    /// One row a domain, for each indicator the estimate, its interval and its base.
    private func domains(
        _ caption: String, _ first: String, _ kind: DomainKey.Kind, _ indicators: [Indicator]
    ) -> HTMLTable {
        let asked = indicators.filter { indicator in
            content.report.estimates.contains { $0.indicator == indicator && $0.domain.kind == kind }
        }
        var table = HTMLTable(
            caption,
            [(first, false)]
                + asked.flatMap {
                    [
                        (words.name($0), true), (words.text(.columnInterval), true),
                        (words.text(.columnBase), true),
                    ]
                })
        var keys: [DomainKey] = []
        for figure in content.report.estimates
        where figure.domain.kind == kind && figure.indicator == asked.first {
            keys.append(figure.domain)
        }
        table.rows = keys.map { key in
            [words.name(key)]
                + asked.flatMap { indicator -> [String] in
                    guard let figure = content.report.estimate(indicator, kind: kind, code: key.code) else {
                        return ["", "", ""]
                    }
                    return [words.value(figure), words.interval(figure), words.base(figure)]
                }
        }
        return table
    }
}
