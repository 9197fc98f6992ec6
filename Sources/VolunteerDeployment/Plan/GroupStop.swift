package import SurveyData

/// One group of a volunteer's month: what is done there, and why this volunteer and no other goes.
package struct GroupStop: Sendable, Equatable {
    package let group: GroupID
    package let reason: Visit.Reason
    /// Of one outing.
    package let way: TravelSettings.Way
    /// Outings to the group.
    package let outings: Int
    package let visits: Int
    package let expectedGain: Double
    /// Of the visits, those that no other force could make: by consent, and by what they can help over.
    package let onlyThisForce: Int
    /// Of the others, those in which this force brings most in a minute.
    package let bestForce: Int
    /// Expected dossiers less that the volunteer's best month without this group would bring, beside all the others' visits;
    /// nil where that was not worked out.
    package let lossWithout: Double?

    /// The stops of one volunteer's visits.
    ///
    /// - Parameter joined: others' visits at which the volunteer comes along.
    static func stops(
        _ visits: [Visit], joined: [Visit] = [], of volunteer: Int, in problem: DeploymentProblem,
        losses: [Int: Double]
    ) -> [GroupStop] {
        let near = problem.near[volunteer]
        let order = (visits + joined).map(\.group).reduce(into: [GroupID]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return order.compactMap { id in
            guard let group = problem.groupIndex[id] else { return nil }
            let own = visits.filter { $0.group == id }
            let all = own + joined.filter { $0.group == id }
            let force = problem.volunteers[volunteer].force
            let standings = all.map { problem.standing(of: force, at: $0) }
            return GroupStop(
                group: id, reason: Visit.Reason(group, near, problem.groups),
                way: problem.way(of: volunteer, to: group), outings: Set(all.map(\.outing)).count,
                visits: all.count,
                expectedGain: own.reduce(0) { $0 + $1.expectedGain },
                onlyThisForce: standings.count { $0 == .only }, bestForce: standings.count { $0 == .best },
                lossWithout: losses[group])
        }
    }
}

/// How a force stands beside the others at one visit.
enum ForceStanding {
    case only, best, other
}

extension DeploymentProblem {
    /// How a force stands beside the others at a visit: by consent, and by what each brings in a minute.
    func standing(of force: Force, at visit: Visit) -> ForceStanding {
        func worth(_ other: Force) -> Double? {
            switch visit.kind {
            case .visit, .followUp:
                guard consents[visit.household ?? HouseholdID("")]?.contains(other) == true else {
                    return nil
                }
            case .quota:
                guard playbook.settings.quotaReach[other] ?? 0 > 0 else { return nil }
            case .session:
                guard let rule = playbook.sessions.first(where: { $0.code == visit.taskCode }) else {
                    return nil
                }
                return rule.priors[other].map { $0.mean }
            }
            if visit.kind == .followUp {
                return playbook.followUp(over: visit.failedSteps, by: other, asksForHelp: true, dossiers: 1)?
                    .rate
            }
            let door = visit.kind == .quota ? Door.unasked : .named(asksForHelp: true)
            return playbook.help(over: visit.failedSteps, by: other).flatMap { help in
                playbook.visit(help, to: door, dossiers: 1)?.rate
            }
        }
        let own = worth(force) ?? 0
        let others = Force.allCases.filter { $0 != force }.compactMap(worth)
        return others.isEmpty ? .only : others.allSatisfy { $0 <= own } ? .best : .other
    }
}
