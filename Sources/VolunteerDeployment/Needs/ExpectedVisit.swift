package import Readiness
package import SurveyData

/// The door that a visit goes to.
package enum Door: Sendable, Hashable {
    /// Of a household that agreed to the visit; whether it said that it wants help.
    case named(asksForHelp: Bool)
    /// Of a household that nobody asked.
    case unasked
}

/// What one visit brings and takes on average, over doors that open and doors that stay closed.
package struct ExpectedVisit: Sendable, Equatable {
    package let help: Help
    /// Expected dossiers, above 0.
    package let gain: Double
    /// Households more that file alone.
    package let addedHouseholds: Double
    /// The chance that a household is met, 0…1.
    package let reach: Double
    /// To the nearest five, as people plan; at least 5, or those of a session.
    package let minutes: Int

    package init(help: Help, gain: Double, addedHouseholds: Double, reach: Double = 1, minutes: Int) {
        self.help = help
        self.gain = gain
        self.addedHouseholds = addedHouseholds
        self.reach = reach
        self.minutes = minutes
    }

    /// Expected dossiers in a minute.
    var rate: Double { gain / Double(minutes) }
}

extension Playbook {
    /// What a visit is expected to bring and to take; nil where it brings nothing.
    ///
    /// A household that agreed is at home with the chance `atHome`, and who was out is tried once more; the door of
    /// one that nobody asked opens, and the household has the barrier and agrees, with the force's `quotaReach`. A
    /// door that stays closed takes `closedDoorMinutes`.
    package func visit(_ help: Help, to door: Door, dossiers: Double) -> ExpectedVisit? {
        let reach = reach(of: door, by: help.force)
        // Who did not say that it wants help learns less often.
        let wish = door == .named(asksForHelp: true) ? 1 : settings.withoutWish
        let gain = gain(of: help, dossiers: dossiers) * reach * wish
        guard gain > 0 else { return nil }
        return ExpectedVisit(
            help: help, gain: gain, addedHouseholds: help.addedChance * reach * wish, reach: reach,
            minutes: max(1, Int((minutes(of: help, at: door, reach: reach) / 5).rounded())) * 5)
    }

    /// What a visit is expected to bring to a household that agreed and that another force was to visit before, beside
    /// what that visit brings; nil where it brings nothing.
    ///
    /// Where the first found nobody, the second does what it can do alone.
    package func followUp(
        over steps: [CascadeStep], by force: Force, skills: Set<String>? = nil, asksForHelp: Bool,
        dossiers: Double
    ) -> ExpectedVisit? {
        guard !force.opensWay, let first = opener(over: steps),
            let help = help(over: steps, by: force, skills: skills)
        else { return nil }
        let met = reach(of: .named(asksForHelp: asksForHelp), by: first.force)
        let together = addedChance(over: steps) { step in
            fix(step, by: first) ?? fix(step, by: help)
        }
        let added = met * (together - first.addedChance) + (1 - met) * help.addedChance
        return visit(
            Help(
                force: force, steps: help.steps, minutes: help.minutes, addedChance: added,
                taskCode: help.taskCode),
            to: .named(asksForHelp: asksForHelp), dossiers: dossiers)
    }

    /// What the force that opens the way does; nil where it can do nothing.
    package func opener(over steps: [CascadeStep]) -> Help? {
        Force.allCases.filter(\.opensWay).compactMap { help(over: steps, by: $0) }.first
    }

    /// The chance that a visit fixes a step; nil where it does not work at it.
    private func fix(_ step: CascadeStep, by help: Help) -> Double? {
        help.steps.contains(step) ? task(for: step, by: help.force)?.prior.mean : nil
    }

    /// The chance that a visit meets a household with the barrier: one that agreed at the first try or the second.
    package func reach(of door: Door, by force: Force) -> Double {
        switch door {
        case .named: 1 - (1 - settings.atHome) * (1 - settings.atHome)
        case .unasked: settings.quotaReach[force] ?? 0
        }
    }

    /// With the way to the next door. In an outing no more than `OutingSettings.visits` households are met: each
    /// takes its part of the time.
    private func minutes(of help: Help, at door: Door, reach: Double) -> Double {
        let walk = Double(settings.outings?.betweenDoors ?? 0)
        let least = settings.outings.map { Double($0.minutes) / Double($0.visits) } ?? 0
        return max(least * reach, minutes(inside: Double(help.minutes), walk, of: help.force, at: door))
    }

    private func minutes(inside: Double, _ walk: Double, of force: Force, at door: Door) -> Double {
        let closed = Double(settings.closedDoorMinutes)
        switch door {
        case .named:
            let out = 1 - settings.atHome
            let oneTry = settings.atHome * inside + out * closed + walk
            return oneTry + out * oneTry
        case .unasked:
            let reach = settings.quotaReach[force] ?? 0
            return reach * inside + (1 - reach) * closed + walk
        }
    }
}
