internal import Readiness
internal import SurveyData

extension DeploymentPlan {
    /// The plan that whole months make, beside what was pinned.
    ///
    /// - Parameters:
    ///   - decided: when outings are, where that is decided.
    ///   - bound: of plans that owe as much as the free one, without regard to last month.
    ///   - ownBound: of this plan's own problem; it speaks where this plan misses more of what is owed than the free one.
    ///   - losses: by volunteer and group, what the best month without the group would bring less.
    init(
        _ problem: DeploymentProblem, _ allocation: WardAllocation, months: [WorkerMonth],
        pinned: PinnedVisits, decided: PinnedVisits, bound: Double, ownBound: Double,
        stopped: AllocationResult.Stop,
        previous: Set<PlanStability.Pair>?, freeObjective: Double, losses: [[Int: Double]]
    ) {
        var handOut = HandingOut(problem, pinned: pinned)
        var (visits, joined) = (
            problem.volunteers.map { _ in [Visit]() }, problem.volunteers.map { _ in [Visit]() }
        )
        // Who opens the way comes first: the others follow up.
        for index in problem.inTurn {
            let made = handOut.visits(
                of: index, joined: joined[index],
                outings: problem.outingsOf[index].map { outing in
                    PlannedOuting(
                        month: months[outing], pinned: pinned.byOuting[outing] ?? [],
                        partner: problem.outings[outing].partner,
                        kind: OutingKind(
                            kind: problem.kind(of: index, with: problem.outings[outing].partner),
                            time: decided.times[outing] ?? allocation.time(of: months[outing], in: problem),
                            half: problem.outings[outing].half),
                        day: decided.days[outing])
                })
            (visits[index], joined[index]) = made
            if let partner = problem.pairs.partnerOf[index], partner > index {
                joined[partner] = visits[index].filter { $0.partner != nil }
            }
        }
        var assignments = problem.volunteers.indices.map { index in
            let volunteer = problem.volunteers[index]
            return VolunteerAssignment(
                volunteer: volunteer.id, force: volunteer.force,
                minutesAvailable: problem.minutes(of: index), visits: visits[index],
                joined: joined[index],
                stops: GroupStop.stops(
                    visits[index], joined: joined[index], of: index, in: problem, losses: losses[index]))
        }
        let streets = QuotaStreets(problem).parts(for: assignments)
        for place in assignments.indices {
            assignments[place].streets = streets[assignments[place].volunteer] ?? [:]
        }
        var left = allocation.free
        for visit in months.flatMap(\.visits) {
            left[visit.cell] -= visit.count
            for seats in problem.cells[visit.cell].seats {
                left[seats.cell] -= seats.households * visit.count
            }
        }
        let unassigned = UnassignedNeed.counted(
            problem, left: left, minutesLeft: assignments.map { $0.minutesAvailable - $0.minutesUsed })
        self.assignments = assignments
        self.unassigned = unassigned
        let objective = assignments.reduce(0) { $0 + $1.expectedGain - $1.travelCost }
        self.objective = objective
        self.bound = objective <= bound + 1e-9 * max(1, bound) ? bound : ownBound
        self.stopped = stopped
        prices = Force.allCases.map { force in
            let own = assignments.filter { $0.force == force }
            return ForcePrice(
                force: force, volunteers: own.count,
                minutesAvailable: own.reduce(0) { $0 + $1.minutesAvailable },
                minutesUsed: own.reduce(0) { $0 + $1.minutesUsed })
        }
        groups = GroupSupport.summed(problem.groups, assignments, unassigned)
        floors = PlanFloor.reached(by: assignments, in: problem)
        interval = ValueInterval(assignments, in: problem)
        stability = previous.map { PlanStability($0, assignments, freeObjective, objective) }
    }

    /// The plan with what one more hour would bring.
    func with(_ hours: [Force: HourPrice]) -> DeploymentPlan {
        var plan = self
        for place in plan.prices.indices { plan.prices[place].oneMoreHour = hours[plan.prices[place].force] }
        return plan
    }
}

extension DeploymentProblem {
    /// By household: index into `needs`.
    var needPlaces: [HouseholdID: Int] {
        Dictionary(needs.enumerated().map { ($1.household, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One volunteer's visit to a household of a cell, or the session that the cell is; nil where the volunteer can do
    /// nothing there.
    func visit(
        by volunteer: Int, with partner: Int?, to cell: NeedCell, need: Int?, order: Int,
        in number: OutingNumber, reason: Visit.Reason
    ) -> Visit? {
        guard let option = cell.options[kind(of: volunteer, with: partner)] else { return nil }
        var visit = Visit(
            volunteer: volunteers[volunteer].id, order: order, kind: cell.visitKind,
            group: groups[cell.group].id, household: need.map { needs[$0].household }, barrier: cell.barrier,
            failedSteps: cell.failedSteps, steps: option.help.steps, taskCode: option.help.taskCode,
            minutes: option.help.minutes, expectedMinutes: option.minutes,
            reach: option.reach, expectedGain: option.gain, addedChance: option.addedHouseholds,
            reason: reason,
            seats: cell.visitKind == .session ? cell.seats.reduce(0) { $0 + $1.households } : 1,
            outing: number.outing, time: number.time, week: number.week, date: number.date)
        visit.partner = partner.map { volunteers[$0].id }
        return visit
    }
}

/// Which outing of a volunteer, from 1, and when.
struct OutingNumber {
    var outing = 1
    var time: WardTime?
    var week = 0
    var date: SurveyDate?
}

extension Visit.Reason {
    init(_ group: Int, _ near: NearGroups, _ groups: [ResidentialGroup]) {
        self =
            switch near.home {
            case nil: .elsewhere
            case group?: .homeGroup
            case let home?: groups[group].formerWard == groups[home].formerWard ? .sameFormerWard : .elsewhere
            }
    }
}

extension Visit {
    /// The same visit in another outing.
    func inOuting(_ outing: Int) -> Visit {
        moved(to: order, in: OutingNumber(outing: outing, time: time, week: week, date: date), reason: reason)
    }

    /// The same visit at another place of the walk.
    func moved(to order: Int, in number: OutingNumber, reason: Reason) -> Visit {
        var visit = Visit(
            volunteer: volunteer, order: order, kind: kind, group: group, household: household,
            barrier: barrier, failedSteps: failedSteps, steps: steps, taskCode: taskCode, minutes: minutes,
            expectedMinutes: expectedMinutes, reach: reach,
            expectedGain: expectedGain, addedChance: addedChance, reason: reason, seats: seats,
            outing: number.outing, time: number.time, week: number.week, date: number.date)
        visit.partner = partner
        return visit
    }
}
