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
        var visits = problem.volunteers.map { _ in [Visit]() }
        // Who opens the way comes first: the others follow up.
        let opens = problem.volunteers.map(\.force.opensWay)
        for index in opens.indices.filter({ opens[$0] }) + opens.indices.filter({ !opens[$0] }) {
            visits[index] = handOut.visits(
                of: index,
                outings: problem.outingsOf[index].map { outing in
                    PlannedOuting(
                        month: months[outing], pinned: pinned.byOuting[outing] ?? [],
                        kind: OutingKind(
                            kind: problem.kindOf[index],
                            time: decided.times[outing] ?? allocation.time(of: months[outing], in: problem),
                            half: problem.outings[outing].half),
                        day: decided.days[outing])
                })
        }
        var assignments = problem.volunteers.indices.map { index in
            let volunteer = problem.volunteers[index]
            return VolunteerAssignment(
                volunteer: volunteer.id, force: volunteer.force,
                minutesAvailable: problem.minutes(of: index), visits: visits[index],
                stops: GroupStop.stops(visits[index], of: index, in: problem, losses: losses[index]))
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

/// One outing of a plan.
private struct PlannedOuting {
    let month: WorkerMonth
    let pinned: [Visit]
    let kind: OutingKind
    /// nil: not decided yet.
    let day: OutingCalendar.Day?
    /// nil: at any time.
    var time: WardTime? { kind.time }
}

/// Gives the households of each cell to those who visit it, in the order of their street.
private struct HandingOut {
    private let problem: DeploymentProblem
    /// By cell: needs that nobody has yet.
    private var free: [[Int]]

    init(_ problem: DeploymentProblem, pinned: PinnedVisits) {
        self.problem = problem
        free = problem.cells.enumerated().map { place, cell in
            cell.opener == nil
                ? cell.households.filter { !pinned.needs.contains($0) }
                : (pinned.opened[place] ?? []).filter { !pinned.followUps.contains($0) }
        }
    }

    /// One volunteer's visits in walking order, outing by outing: those to the nearest group first.
    mutating func visits(
        of volunteer: Int, outings: [PlannedOuting]
    ) -> [Visit] {
        let near = problem.near[volunteer]
        let walks = WalkingOrder(groups: problem.groups, near: near)
        let made = outings.filter { !$0.month.visits.isEmpty || !$0.pinned.isEmpty }
        let groups = made.map(groups)
        let route = walks.route(through: Set(groups.joined()))
        // By what is done in them: which outing of the problem it is says nothing.
        func isBefore(_ one: Int, _ other: Int) -> Bool {
            func key(_ place: Int) -> (String, Int) {
                (
                    made[place].time?.code ?? "",
                    groups[place].compactMap(route.firstIndex).min() ?? route.count
                )
            }
            let (left, right) = (key(one), key(other))
            if left != right { return left < right }
            let (first, second) = (made[one].month.visits, made[other].month.visits)
            if first == second { return one < other }
            return first.lexicographicallyPrecedes(second) { ($0.cell, $0.count) < ($1.cell, $1.count) }
        }
        let sorted = made.indices.sorted(by: isBefore).map { made[$0] }
        let order = zip(sorted, days(of: sorted, by: volunteer)).enumerated().sorted {
            ($0.element.1?.place ?? -1, $0.offset) < ($1.element.1?.place ?? -1, $1.offset)
        }.map(\.element)
        var visits: [Visit] = []
        for (count, (outing, day)) in order.enumerated() {
            let number = OutingNumber(
                outing: count + 1, time: outing.time, week: day?.week ?? 0, date: day?.date)
            let doors = stops(of: outing)
            for place in walks.order(of: doors.map(\.stop)) {
                let (stop, pinned) = doors[place]
                let reason = Visit.Reason(stop.group, near, problem.groups)
                let visit =
                    pinned?.moved(to: visits.count + 1, in: number, reason: reason)
                    ?? problem.visit(
                        by: volunteer, to: problem.cells[stop.cell], need: stop.need,
                        order: visits.count + 1, in: number, reason: reason)
                if let visit { visits.append(visit) }
            }
        }
        return visits
    }

    /// Where an outing goes.
    private func groups(of outing: PlannedOuting) -> [Int] {
        outing.month.visits.map { problem.cells[$0.cell].group }
            + outing.pinned.compactMap { problem.groupIndex[$0.group] }
    }

    private func days(of outings: [PlannedOuting], by volunteer: Int) -> [OutingCalendar.Day?] {
        guard let settings = problem.playbook.settings.outings else { return outings.map { _ in nil } }
        // Who lists no time and was given none is free on any day.
        let any = WardTime(day: nil, part: .evening)
        return OutingSchedule(
            outings.map { $0.time ?? any }, decided: outings.map(\.day), on: outings.map(window),
            start: volunteer, calendar: problem.calendar, perWeek: settings.perWeek
        ).days
    }

    /// The days on which an outing may be; nil: any.
    private func window(_ outing: PlannedOuting) -> ClosedRange<Int>? {
        guard let halves = problem.halves else { return nil }
        let visited = outing.month.visits.map(\.cell)
        if visited.contains(where: { problem.followUp(of: $0, by: outing.kind) != nil }) {
            return halves.days(of: .first, for: true)
        }
        return visited.contains { problem.cells[$0].opener != nil } ? halves.days(of: .second, for: false) : nil
    }

    /// The doors of one outing, those of named households with the household that is next on its street.
    private mutating func stops(
        of outing: PlannedOuting
    ) -> [(stop: WalkingOrder.Stop, pinned: Visit?)] {
        let pinned = outing.pinned
        let byHousehold = pinned.isEmpty ? [:] : problem.needPlaces
        var stops = pinned.compactMap { visit -> (stop: WalkingOrder.Stop, pinned: Visit?)? in
            guard let group = problem.groupIndex[visit.group] else { return nil }
            let need = visit.household.flatMap { byHousehold[$0] }
            let address = need.map { problem.walk[$0] } ?? HouseNumber(address: "")
            let place = need.flatMap { problem.needs[$0].place }
            return (
                WalkingOrder.Stop(group: group, cell: -1, need: need, address: address, place: place), visit
            )
        }
        for share in outing.month.visits {
            let next = problem.followUp(of: share.cell, by: outing.kind)
            for _ in 0..<share.count {
                let need = free[share.cell].isEmpty ? nil : free[share.cell].removeFirst()
                if let need, let next { free[next].append(need) }
                let address = need.map { problem.walk[$0] } ?? HouseNumber(address: "")
                let stop = WalkingOrder.Stop(
                    group: problem.cells[share.cell].group, cell: share.cell, need: need, address: address,
                    place: need.flatMap { problem.needs[$0].place })
                stops.append((stop, nil))
            }
        }
        return stops
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
        by volunteer: Int, to cell: NeedCell, need: Int?, order: Int, in number: OutingNumber,
        reason: Visit.Reason
    ) -> Visit? {
        guard let option = cell.options[kindOf[volunteer]] else { return nil }
        return Visit(
            volunteer: volunteers[volunteer].id, order: order, kind: cell.visitKind,
            group: groups[cell.group].id, household: need.map { needs[$0].household }, barrier: cell.barrier,
            failedSteps: cell.failedSteps, steps: option.help.steps, taskCode: option.help.taskCode,
            minutes: option.help.minutes, expectedMinutes: option.minutes,
            reach: option.reach, expectedGain: option.gain, addedChance: option.addedHouseholds,
            reason: reason,
            seats: cell.visitKind == .session ? cell.seats.reduce(0) { $0 + $1.households } : 1,
            outing: number.outing, time: number.time, week: number.week, date: number.date)
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
    fileprivate func moved(to order: Int, in number: OutingNumber, reason: Reason) -> Visit {
        Visit(
            volunteer: volunteer, order: order, kind: kind, group: group, household: household,
            barrier: barrier, failedSteps: failedSteps, steps: steps, taskCode: taskCode, minutes: minutes,
            expectedMinutes: expectedMinutes, reach: reach,
            expectedGain: expectedGain, addedChance: addedChance, reason: reason, seats: seats,
            outing: number.outing, time: number.time, week: number.week, date: number.date)
    }
}

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
    fileprivate init(
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
