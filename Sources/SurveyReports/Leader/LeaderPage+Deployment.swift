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
                        "people": numbers.integer(plan.assignments.count { !$0.visits.isEmpty }),
                        "named": count(.visit), "quota": count(.quota), "sessions": count(.session),
                    ])))
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
                        "bound": numbers.decimal(plan.bound, digits: 0), "gap": numbers.percent(plan.gap),
                    ])))
        parts.append(
            .element(
                "ul", [],
                plan.prices.compactMap { price in
                    price.oneMoreHour.map { .element("li", text: oneMoreHour(of: price.force, $0)) }
                }))
        if !visits.isEmpty { parts.append(.element("p", text: mostHelped(plan))) }
        parts.append(.element("ul", [], plan.floors.map { .element("li", text: owed($0)) }))
        if let stability = plan.stability { parts.append(.element("p", text: stayed(stability))) }
        parts.append(byFormerWard(plan).html)
        parts.append(unmet(plan).html)
        return .element("section", [], parts)
    }

    /// "One more hour of police in TDP 45 (Dĩnh Kế): about 0.8 …"; a range where a day more would bring less an hour.
    private func oneMoreHour(of force: Force, _ price: HourPrice) -> String {
        let values = [
            "force": words.name(force),
            "group": content.survey.registry[price.group]?.label ?? price.group.text,
            "gain": words.numbers.decimal(price.first, digits: 2),
            "least": words.numbers.decimal(price.ofADay, digits: 2),
        ]
        return words.text(price.isOneNumber ? .planPrice : .planPriceRange, values)
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

    /// The three groups with most visits, and who makes them.
    private func mostHelped(_ plan: DeploymentPlan) -> String {
        let ranked = plan.groups.sorted { left, right in
            let counts = (left.visits.values.reduce(0, +), right.visits.values.reduce(0, +))
            return counts.0 == counts.1 ? left.group < right.group : counts.0 > counts.1
        }
        let groups = ranked.prefix(3).map { support in
            let forces = Force.allCases.compactMap { force in
                support.visits[force].map { "\(words.name(force)) \(words.numbers.integer($0))" }
            }
            let label = content.survey.registry[support.group]?.label ?? support.group.text
            return "\(label): \(forces.joined(separator: ", "))"
        }
        return words.text(.planMost, ["groups": groups.joined(separator: "; ")])
    }

    private func byFormerWard(_ plan: DeploymentPlan) -> HTMLTable {
        var table = HTMLTable(
            words.text(.planColumns),
            [
                (words.text(.columnFormerWard), false), (words.text(.columnForce), false),
                (words.text(.columnVolunteers), true), (words.text(.columnVisits), true),
                (words.text(.columnMinutes), true), (words.text(.columnGain), true),
            ])
        let wardOf = Dictionary(
            content.survey.registry.groups.map { ($0.id, $0.formerWard) },
            uniquingKeysWith: { first, _ in first })
        for ward in content.survey.registry.formerWards {
            for force in Force.allCases {
                let own = plan.assignments.filter { $0.force == force }
                let visits = own.flatMap(\.visits).filter { wardOf[$0.group] == ward }
                if visits.isEmpty { continue }
                let people = own.count { $0.visits.contains { wardOf[$0.group] == ward } }
                table.rows.append([
                    ward, words.name(force), words.numbers.integer(people),
                    words.numbers.integer(visits.count),
                    words.numbers.duration(minutes: visits.reduce(0) { $0 + $1.minutes }),
                    words.numbers.decimal(visits.reduce(0) { $0 + $1.expectedGain }, digits: 1),
                ])
            }
        }
        return table
    }

    private func unmet(_ plan: DeploymentPlan) -> HTMLTable {
        var table = HTMLTable(
            words.text(.planUnmet),
            [
                (words.text(.columnBarrier), false), (words.text(.columnReason), false),
                (words.text(.columnHouseholds), true), (words.text(.columnWouldTake), false),
            ])
        for step in CascadeStep.barriers {
            for reason in UnassignedNeed.Reason.allCases {
                let own = plan.unassigned.filter { $0.barrier == step && $0.reason == reason }
                if own.isEmpty { continue }
                table.rows.append([
                    words.lack(step), words.name(reason),
                    words.numbers.integer(own.reduce(0) { $0 + $1.count }), wouldTake(own),
                ])
            }
        }
        return table
    }

    /// "youth 12 h; women 3 h"; nothing where time is not what is missing.
    private func wouldTake(_ needs: [UnassignedNeed]) -> String {
        Force.allCases.compactMap { force in
            let minutes = needs.reduce(0) { $0 + ($1.wouldTake[force] ?? 0) }
            if minutes == 0 { return nil }
            // Whole hours: the numbers of households are estimates themselves.
            let hours = words.numbers.duration(minutes: max(60, (minutes + 30) / 60 * 60))
            return "\(words.name(force)) \(hours)"
        }.joined(separator: "; ")
    }
}
