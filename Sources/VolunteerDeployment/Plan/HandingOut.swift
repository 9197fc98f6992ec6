internal import SurveyData

/// One outing of a plan.
struct PlannedOuting {
    let month: WorkerMonth
    let pinned: [Visit]
    let partner: Int?
    let kind: OutingKind
    /// nil: not decided yet.
    let day: OutingCalendar.Day?
    /// nil: at any time.
    var time: WardTime? { kind.time }
}

/// Gives the households of each cell to those who visit it, in the order of their street.
struct HandingOut {
    private let problem: DeploymentProblem
    /// By cell: needs that nobody has yet.
    private var free: [[Int]]
    /// By volunteer, then number of an outing that is handed out.
    private var days: [Int: [Int: OutingCalendar.Day?]] = [:]

    init(_ problem: DeploymentProblem, pinned: PinnedVisits) {
        self.problem = problem
        free = problem.cells.enumerated().map { place, cell in
            cell.opener == nil
                ? cell.households.filter { !pinned.needs.contains($0) }
                : (pinned.opened[place] ?? []).filter { !pinned.followUps.contains($0) }
        }
    }

    /// One volunteer's visits in walking order, outing by outing: those to the nearest group first; and those of another
    /// at which the volunteer comes along, numbered among them.
    mutating func visits(
        of volunteer: Int, joined: [Visit], outings: [PlannedOuting]
    ) -> (own: [Visit], joined: [Visit]) {
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
        let days = days(of: sorted, beside: joined, by: volunteer)
        let order = zip(sorted, days).enumerated().sorted {
            ($0.element.1?.place ?? -1, $0.offset) < ($1.element.1?.place ?? -1, $1.offset)
        }.map(\.element)
        let others = Dictionary(grouping: joined, by: \.outing).sorted { $0.key < $1.key }.map(\.value)
        var visits: [Visit] = []
        for (count, (outing, day)) in order.enumerated() {
            let earlier = others.count { (self.day(of: $0[0])?.place ?? -1) < (day?.place ?? -1) }
            self.days[volunteer, default: [:]][count + 1 + earlier] = day
            let number = OutingNumber(
                outing: count + 1 + earlier, time: outing.time, week: day?.week ?? 0, date: day?.date)
            let doors = stops(of: outing)
            for place in walks.order(of: doors.map(\.stop)) {
                let (stop, pinned) = doors[place]
                let reason = Visit.Reason(stop.group, near, problem.groups)
                let visit =
                    pinned?.moved(to: visits.count + 1, in: number, reason: reason)
                    ?? problem.visit(
                        by: volunteer, with: outing.partner, to: problem.cells[stop.cell], need: stop.need,
                        order: visits.count + 1, in: number, reason: reason)
                if let visit { visits.append(visit) }
            }
        }
        let numbered = others.enumerated().flatMap { place, visits in
            let day = self.day(of: visits[0])?.place ?? -1
            return visits.map { $0.inOuting(place + 1 + order.count { ($0.1?.place ?? -1) <= day }) }
        }
        return (visits, numbered)
    }

    /// When an outing that was handed out already is.
    private func day(of visit: Visit) -> OutingCalendar.Day? {
        problem.volunteerIndex[visit.volunteer].flatMap { days[$0]?[visit.outing] ?? nil }
    }

    /// Where an outing goes.
    private func groups(of outing: PlannedOuting) -> [Int] {
        outing.month.visits.map { problem.cells[$0.cell].group }
            + outing.pinned.compactMap { problem.groupIndex[$0.group] }
    }

    /// - Parameter joined: others' visits on days that are decided.
    private func days(
        of outings: [PlannedOuting], beside joined: [Visit], by volunteer: Int
    ) -> [OutingCalendar.Day?] {
        guard let settings = problem.playbook.settings.outings else { return outings.map { _ in nil } }
        // Who lists no time and was given none is free on any day.
        let any = WardTime(day: nil, part: .evening)
        let others = Dictionary(grouping: joined, by: \.outing).sorted { $0.key < $1.key }.map(\.value[0])
        let taken = others.map(day)
        let days = OutingSchedule(
            outings.map { $0.time ?? any } + others.map { $0.time ?? any },
            decided: outings.map(\.day) + taken,
            on: outings.map(window) + others.map { _ in nil }, start: volunteer, calendar: problem.calendar,
            perWeek: settings.perWeek
        ).days
        return Array(days.prefix(outings.count))
    }

    /// The days on which an outing may be; nil: any.
    private func window(_ outing: PlannedOuting) -> ClosedRange<Int>? {
        guard let halves = problem.halves else { return nil }
        let visited = outing.month.visits.map(\.cell)
        let opensWay = problem.kinds[outing.kind.kind].force.opensWay && outing.kind.half != .second
        if visited.contains(where: { problem.followUp(of: $0, by: outing.kind) != nil })
            || opensWay && outing.pinned.contains(where: { $0.kind == .visit })
        {
            return halves.days(of: .first, for: true)
        }
        let follows = outing.pinned.contains { $0.kind == .followUp }
        return follows || visited.contains { problem.cells[$0].opener != nil }
            ? halves.days(of: .second, for: false) : nil
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
