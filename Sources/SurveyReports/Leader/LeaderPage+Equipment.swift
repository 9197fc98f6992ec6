internal import Readiness
internal import SurveyData
internal import SurveyStatistics

extension LeaderPage {
    /// Who has no device or connection, and where shared points would reach most of them.
    var equipment: HTML {
        guard let equipment = content.equipment else { return .empty }
        let kilometres = words.numbers.plain(equipment.settings.walkingKilometres)
        var sentences = [total(equipment)]
        if let near = equipment.nearSites {
            sentences.append(
                words.text(.equipmentNearSites, figures(near).merging(["km": kilometres]) { $1 }))
        }
        sentences.append(points(equipment, kilometres))
        if equipment.points != nil, equipment.withoutPlace > 0 {
            sentences.append(
                words.text(
                    .equipmentSomeWithoutPlace, ["count": words.numbers.integer(equipment.withoutPlace)]))
        }
        if let evening = equipment.evening.flatMap(sentence) { sentences.append(evening) }
        return .element(
            "section", [],
            [.element("h2", text: words.text(.equipmentTitle))]
                + [.element("ul", [], sentences.map { .element("li", text: $0) })]
                + [tables.sharedPoints, tables.equipmentByFormerWard].map { $0?.html(words) ?? .empty }
                + limits(equipment, kilometres).map { .element("p", [("class", "soft")], text: $0) })
    }

    private func total(_ equipment: Equipment) -> String {
        var values = figures(equipment.total)
        values["interval"] = span(equipment.total)
        values["households"] = words.numbers.integer(equipment.total.households)
        return words.text(
            equipment.basis == .registry ? .equipmentTotal : .equipmentTotalAsked, values)
    }

    private func points(_ equipment: Equipment, _ kilometres: String) -> String {
        guard let points = equipment.points else { return words.text(.equipmentNoPlace) }
        guard let last = points.last(where: { $0.lackingSoFar.value != nil }) else {
            return words.text(.equipmentNoPoints)
        }
        var values = figures(last.lackingSoFar)
        values["count"] = words.numbers.integer(points.count)
        values["km"] = kilometres
        return words.text(.equipmentPoints, values)
    }

    private func limits(_ equipment: Equipment, _ kilometres: String) -> [String] {
        let assumptions = words.text(.equipmentAssumptions, ["km": kilometres])
        if equipment.basis == .asked { return [words.text(.equipmentAskedOnly), assumptions] }
        let borrowed = equipment.needs.count { $0.source?.domain.kind != .residentialGroup }
        let standIn = words.text(
            .equipmentStandIn,
            [
                "count": words.numbers.integer(borrowed), "of": words.numbers.integer(equipment.needs.count),
            ])
        return borrowed == 0 ? [assumptions] : [standIn, assumptions]
    }

    /// "{lacking}" and, with a blank before it, "{interval}" in brackets.
    private func figures(_ count: HouseholdCount) -> [String: String] {
        let span = span(count)
        return ["lacking": value(count), "interval": span.isEmpty ? "" : " (\(span))"]
    }

    private func value(_ count: HouseholdCount) -> String {
        guard let value = count.value else {
            return words.text(count.households == 0 ? .noData : .smallCount)
        }
        return words.numbers.roundedCount(value)
    }

    private func span(_ count: HouseholdCount) -> String {
        guard let lower = count.lower, let upper = count.upper else { return "" }
        return "\(words.numbers.roundedCount(lower))–\(words.numbers.roundedCount(upper))"
    }

    private func sentence(_ evening: EveningPreference) -> String? {
        guard let shown = evening.shown, let interval = shown.interval else { return nil }
        let sentence = words.text(
            .equipmentEvening,
            [
                "value": words.numbers.percent(shown.value),
                "interval": words.numbers.span(interval.lower, interval.upper),
                "base": words.numbers.integer(evening.of),
            ])
        let word: Word =
            switch evening.isMostChosen {
            case true?: .equipmentEveningMost
            case false?: .equipmentEveningNotMost
            case nil: .equipmentEveningOpen
            }
        return words.text(word, ["sentence": sentence])
    }

}
