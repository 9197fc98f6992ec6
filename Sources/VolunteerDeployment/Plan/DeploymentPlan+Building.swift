internal import Readiness
internal import SurveyData

extension DeploymentPlan {
    /// The plan that whole months make, one for each volunteer.
    init(
        _ problem: DeploymentProblem, _ program: DeploymentProgram, _ months: [Month],
        bound: Double, prices: [Double], oneMoreHour: [Double?]
    ) {
        var given = Array(repeating: 0, count: problem.cells.count)
        let assignments = problem.volunteers.indices.map { index in
            let volunteer = problem.volunteers[index]
            let visits = Self.visits(of: months[index], problem, &given)
            return VolunteerAssignment(
                volunteer: volunteer.id, force: volunteer.force,
                minutesAvailable: problem.visitMinutes(of: volunteer), visits: visits)
        }
        let unassigned = UnassignedNeed.counted(problem, program, months)
        self.assignments = assignments
        self.unassigned = unassigned
        objective = assignments.reduce(0) { $0 + $1.expectedGain }
        self.bound = bound
        self.prices = Force.allCases.map { force in
            let own = assignments.filter { $0.force == force }
            return ForcePrice(
                force: force, volunteers: own.count, minutesAvailable: program.forceMinutes[force.index],
                minutesUsed: own.reduce(0) { $0 + $1.minutesUsed }, perMinute: prices[force.index],
                oneMoreHour: oneMoreHour[force.index])
        }
        groups = GroupSupport.summed(problem.groups, assignments, unassigned)
    }

    /// One volunteer's visits in walking order; named households are handed out in the order of their street.
    private static func visits(
        of month: Month, _ problem: DeploymentProblem, _ given: inout [Int]
    ) -> [Visit] {
        let volunteer = problem.volunteers[month.volunteer]
        let near = problem.near[month.volunteer]
        var stops: [WalkingOrder.Stop] = []
        for share in month.shares {
            let cell = problem.cells[share.cell]
            for _ in 0..<share.visits {
                let need = cell.isQuota ? nil : cell.households[given[share.cell]]
                given[share.cell] += 1
                stops.append(
                    WalkingOrder.Stop(
                        group: cell.group, cell: share.cell, need: need,
                        address: HouseNumber(address: need.map { problem.needs[$0].address } ?? "")))
            }
        }
        let walk = WalkingOrder(groups: problem.groups, near: near).ordered(stops)
        return walk.enumerated().compactMap { place, stop in
            let cell = problem.cells[stop.cell]
            guard let option = cell.option(of: volunteer.force) else { return nil }
            let reach =
                cell.isQuota ? problem.playbook.settings.quotaReach[volunteer.force] ?? 0 : 1
            return Visit(
                volunteer: volunteer.id, order: place + 1, kind: cell.isQuota ? .quota : .visit,
                group: problem.groups[cell.group].id,
                household: stop.need.map { problem.needs[$0].household },
                barrier: cell.barrier, failedSteps: cell.failedSteps, steps: option.help.steps,
                taskCode: option.help.taskCode, minutes: option.help.minutes, expectedGain: option.gain,
                addedChance: option.help.addedChance * reach,
                reason: reason(cell.group, near, problem.groups))
        }
    }

    private static func reason(_ group: Int, _ near: NearGroups, _ groups: [ResidentialGroup]) -> Visit.Reason
    {
        guard let home = near.home else { return .elsewhere }
        if group == home { return .homeGroup }
        return groups[group].formerWard == groups[home].formerWard ? .sameFormerWard : .elsewhere
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
                minutes[visit.group, default: [:]][assignment.force, default: 0] += visit.minutes
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
