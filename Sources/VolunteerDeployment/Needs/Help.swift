package import Readiness
package import SurveyData

/// What one visit of one force does for a household.
package struct Help: Sendable, Equatable {
    package let force: Force
    /// The failed steps that the visit works at, in cascade order; never empty.
    package let steps: [CascadeStep]
    /// Where the door opens.
    package let minutes: Int
    /// How much likelier the household files alone within three months because of the visit, 0…1.
    package let addedChance: Double
    /// The task of the first step worked at: the blocker comes first.
    package let taskCode: String
}

extension Playbook {
    /// What a visit of `force` does for a household that fails `steps`, or nil where it can do nothing.
    ///
    /// Chance that the household files alone = product over its failed steps; a step counts
    /// fix + (1 − fix) · later where this force works at it, and later where it does not. The gain is that
    /// product less the product of all `later`. Minutes add up over the steps, to `longestVisitMinutes` at most.
    ///
    /// - Parameter skills: those that the volunteer has; nil: all.
    package func help(
        over steps: [CascadeStep], by force: Force, skills: Set<String>? = nil
    ) -> Help? {
        let tasks = steps.sorted().compactMap { step in
            task(for: step, by: force, skills: skills).map { (step: step, task: $0) }
        }
        let added = addedChance(over: steps) { step in tasks.first { $0.step == step }?.task.prior.mean }
        guard let first = tasks.first, added > 0 else { return nil }
        return Help(
            force: force, steps: tasks.map(\.step),
            minutes: min(tasks.reduce(0) { $0 + $1.task.minutes }, settings.longestVisitMinutes),
            addedChance: added, taskCode: first.task.code)
    }

    /// How much likelier a household that fails `steps` files alone, where each is fixed with the chance that `fix` gives; nil:
    /// nobody works at the step.
    func addedChance(over steps: [CascadeStep], fix: (CascadeStep) -> Double?) -> Double {
        var visited = 1.0
        var notVisited = 1.0
        for step in steps.sorted() {
            let later = barriers[step]?.later ?? 0
            notVisited *= later
            visited *= fix(step).map { $0 + (1 - $0) * later } ?? later
        }
        return visited - notVisited
    }

    /// What a seat in a session that `force` leads does for a household that fails `steps`, or nil where it does nothing.
    package func help(over steps: [CascadeStep], in session: SessionRule, by force: Force) -> Help? {
        guard let prior = session.priors[force] else { return nil }
        let worked = steps.sorted().filter(session.steps.contains)
        let added = addedChance(over: steps) { worked.contains($0) ? prior.mean : nil }
        guard added > 0 else { return nil }
        return Help(
            force: force, steps: worked, minutes: session.minutes, addedChance: added, taskCode: session.code)
    }

    /// Expected dossiers that help adds where it arrives: added chance × chance of a procedure × dossiers, capped.
    package func gain(of help: Help, dossiers: Double) -> Double {
        help.addedChance * settings.needsProcedure * min(dossiers, settings.dossiersCap)
    }
}
