internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// The doors of households that agreed, by name.
extension VolunteerPage {
    /// - Parameter number: of the door in its outing, from 1.
    func visit(_ visit: Visit, number: Int) -> HTML {
        guard let id = visit.household, let household = households[id] else { return .empty }
        let address = household.text(.address).value ?? ""
        var facts: [String] = []
        if let phone = household.text(.phone).value { facts.append("\(words.text(.listPhone)): \(phone)") }
        if let time = household.text(.preferredTime).value {
            facts.append("\(words.text(.listTime)): \(words.preferredTime(time))")
        }
        facts.append("\(words.text(.listMinutes)) \(words.numbers.duration(minutes: visit.minutes))")
        var parts: [HTML] = [
            .element(
                "h3", [],
                [
                    .text("\(number). " + (address.isEmpty ? "" : address + " · ")),
                    .element("span", [("class", "code")], text: id.text),
                ]),
            .element("p", text: facts.joined(separator: " · ")),
            .element("ul", [], instructions(visit.steps)),
        ]
        parts += beside(visit).map { .element("p", text: $0) }
        // Of two one writes.
        if isKeptHere(visit) { parts.append(outcomes) }
        return .element("section", [("class", "visit")], parts)
    }

    /// Whether this volunteer writes down what comes of a visit.
    func isKeptHere(_ visit: Visit) -> Bool { visit.volunteer == assignment.volunteer }

    /// Who else comes to the household, and when.
    private func beside(_ visit: Visit) -> [String] {
        guard let id = visit.household, let other = others[id] else { return [] }
        let day = other.date.map { " (\(words.numbers.day($0.text)))" } ?? ""
        return [
            visit.kind == .followUp
                ? words.text(.listFollowsUp, ["day": day])
                : words.text(.listIsFollowedUp, ["force": words.name(forceOf(other)), "day": day])
        ]
    }

    private func forceOf(_ visit: Visit) -> Force {
        content.deployment?.volunteers[visit.volunteer]?.force ?? .youth
    }

    private func instructions(_ steps: [CascadeStep]) -> [HTML] {
        steps.compactMap { step in task(step).map { .element("li", text: $0) } }
    }

    /// What this force does about a step, in the playbook's words.
    func task(_ step: CascadeStep) -> String? {
        guard let code = playbook.task(for: step, by: assignment.force)?.code,
            let task = playbook.taskWords[code]
        else { return nil }
        return words.pick(task.vietnamese, task.english)
    }

    /// By household that two forces visit: the visit of the other one.
    static func others(
        than assignment: VolunteerAssignment, in plan: DeploymentPlan
    ) -> [HouseholdID: Visit] {
        let own = assignment.force
        // The police open the way for the others, who follow up.
        let visits = plan.visits.filter { ($0.kind == .followUp) == own.opensWay && $0.household != nil }
        guard own.opensWay || assignment.visits.contains(where: { $0.kind == .followUp }) else { return [:] }
        let followed = Set(
            assignment.visits.filter { own.opensWay || $0.kind == .followUp }.compactMap(\.household))
        return visits.reduce(into: [:]) { others, visit in
            if let id = visit.household, followed.contains(id) { others[id] = visit }
        }
    }
}
