internal import SurveyData

extension PlanFloor {
    /// What a problem owes, and how far these visits keep it.
    static func reached(
        by assignments: [VolunteerAssignment], in problem: DeploymentProblem
    ) -> [PlanFloor] {
        let visits = assignments.flatMap(\.visits)
        let visited = Set(visits.map(\.group))
        let owed = problem.groupsOwedAVisit.map { problem.groups[$0].id }
        var floors: [PlanFloor] = []
        if !owed.isEmpty {
            let missed = owed.filter { !visited.contains($0) }
            floors.append(
                PlanFloor(
                    owed: .groups(owed.count), wanted: 1,
                    reached: Double(owed.count - missed.count) / Double(owed.count), missed: missed))
        }
        let needs = Dictionary(
            problem.needs.map { ($0.household, $0) }, uniquingKeysWith: { first, _ in first })
        let named = visits.compactMap { visit in
            visit.household.flatMap { needs[$0] }.map { (need: $0, minutes: visit.expectedMinutes) }
        }
        let all = named.reduce(0) { $0 + $1.minutes }
        for type in problem.typesThatVisitsCannotHelp {
            floors.append(PlanFloor(owed: .type(type, households: 0), wanted: 0, reached: 0, missed: []))
        }
        for floor in problem.typeFloors {
            let own = named.reduce(0) { sum, visit in
                let holds = floor.type.holds(types: visit.need.types, failedSteps: visit.need.failedSteps)
                return holds ? sum + visit.minutes : sum
            }
            floors.append(
                PlanFloor(
                    owed: .type(floor.type, households: floor.households), wanted: floor.share,
                    reached: all == 0 ? floor.share : Double(own) / Double(all), missed: []))
        }
        return floors
    }
}

extension PlanStability {
    init(
        _ previous: Set<Pair>, _ assignments: [VolunteerAssignment], _ free: Double, _ objective: Double
    ) {
        let now = Set(
            assignments.flatMap { assignment in
                assignment.groups.map { Pair(volunteer: assignment.volunteer, group: $0) }
            })
        kept = previous.intersection(now).sorted()
        ended = previous.subtracting(now).sorted()
        new = now.subtracting(previous).sorted()
        freeObjective = max(free, objective)
        loss = freeObjective > 0 ? max(0, (freeObjective - objective) / freeObjective) : 0
    }
}

extension GroupSupport {
    /// The visits of a plan, summed by group.
    static func summed(
        _ groups: [ResidentialGroup], _ assignments: [VolunteerAssignment], _ unassigned: [UnassignedNeed]
    ) -> [GroupSupport] {
        var visits: [GroupID: [Force: Int]] = [:]
        var minutes: [GroupID: [Force: Int]] = [:]
        var quotas: [GroupID: Int] = [:]
        var gains: [GroupID: Double] = [:]
        for assignment in assignments {
            for visit in assignment.visits {
                visits[visit.group, default: [:]][assignment.force, default: 0] += 1
                minutes[visit.group, default: [:]][assignment.force, default: 0] += visit.expectedMinutes
                gains[visit.group, default: 0] += visit.expectedGain
                if visit.kind == .quota { quotas[visit.group, default: 0] += 1 }
            }
        }
        var left: [GroupID: Int] = [:]
        for need in unassigned { left[need.group, default: 0] += need.count }
        return groups.map {
            GroupSupport(
                group: $0.id, visits: visits[$0.id] ?? [:], minutes: minutes[$0.id] ?? [:],
                quotaVisits: quotas[$0.id] ?? 0, expectedGain: gains[$0.id] ?? 0, unassigned: left[$0.id] ?? 0
            )
        }
    }
}
