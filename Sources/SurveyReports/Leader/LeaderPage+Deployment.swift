internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

extension LeaderPage {
    /// Who goes where, what it is worth, and what one more hour would buy.
    var deployment: HTML {
        if content.survey.registry.groups.isEmpty { return .empty }
        var parts: [HTML] = [.element("h2", text: words.text(.whoGoesWhere))]
        guard let deployment = content.deployment else {
            parts.append(.element("p", text: words.text(.planNone)))
            return .element("section", [], parts)
        }
        let plan = deployment.plan
        let visits = plan.visits
        func count(_ kind: Visit.Kind) -> String { words.numbers.integer(visits.count { $0.kind == kind }) }
        let numbers = words.numbers
        parts.append(
            .element(
                "p",
                text: words.text(
                    .planIntro,
                    [
                        "visits": numbers.integer(visits.count),
                        "people": numbers.integer(plan.assignments.count { !$0.isIdle }),
                        "named": count(.visit), "quota": count(.quota), "sessions": count(.session),
                    ])))
        let followUps = visits.count { $0.kind == .followUp }
        if followUps > 0 {
            let days = numbers.integer(content.deployment?.playbook.settings.followUpDays ?? 0)
            parts.append(
                .element(
                    "p",
                    text: words.text(
                        .planFollowUps, ["count": numbers.integer(followUps), "days": days])))
        }
        parts.append(
            .element(
                "p",
                text: words.text(
                    .planValue,
                    [
                        "objective": numbers.decimal(plan.expectedGain, digits: 0),
                        "lower": numbers.decimal(plan.interval.lower, digits: 0),
                        "upper": numbers.decimal(plan.interval.upper, digits: 0),
                        "months": numbers.integer(3),
                        "gap": plan.gap.map { numbers.percent($0) } ?? "—",
                    ])))
        let sentences = PlanSentences(content, words: words)
        parts += [sentences.mostHelped, sentences.hours].compactMap(\.self).map { .element("p", text: $0) }
        parts.append(.element("ul", [], plan.floors.map { .element("li", text: owed($0)) }))
        if let stability = plan.stability { parts.append(.element("p", text: stayed(stability))) }
        for table in [tables.planByFormerWard, tables.hourPrices, tables.unmetNeed()] {
            parts.append(table?.html(words) ?? .empty)
        }
        return .element("section", [], parts)
    }

    /// What a plan owes to groups or a type of household, and whether it is kept.
    private func owed(_ floor: PlanFloor) -> String {
        let numbers = words.numbers
        let values = [
            "wanted": numbers.percent(floor.wanted), "reached": numbers.percent(floor.reached),
        ]
        switch floor.owed {
        case .groups(let count):
            if floor.isKept { return words.text(.planGroupsKept, ["count": numbers.integer(count)]) }
            let missed = floor.missed.map { content.survey.registry[$0]?.label ?? $0.text }
            return words.text(
                .planGroupsMissed,
                ["count": numbers.integer(count), "groups": missed.joined(separator: "; ")])
        case .type(let type, households: 0):
            return words.text(.planTypeNone, ["type": words.name(type)])
        case .type(let type, _):
            return words.text(
                floor.isKept ? .planTypeKept : .planTypeMissed,
                values.merging(["type": words.name(type)]) { first, _ in first })
        }
    }

    /// How many pairs of last month stay, and what that costs.
    private func stayed(_ stability: PlanStability) -> String {
        let before = stability.kept.count + stability.ended.count
        return words.text(
            .planStability,
            [
                "kept": words.numbers.integer(stability.kept.count), "before": words.numbers.integer(before),
                "new": words.numbers.integer(stability.new.count),
                "loss": words.numbers.percent(stability.loss),
            ])
    }
}
