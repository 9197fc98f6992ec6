internal import SurveyData

/// What a plan is to keep as it is: visits that a person decided on.
struct PinnedVisits {
    /// By outing: visits as the playbook has them, whatever the plan says of minutes and gains.
    private(set) var byOuting: [Int: [Visit]] = [:]
    /// By outing: groups opened, and minutes of visits and ways.
    private(set) var groups: [Int: Set<Int>] = [:]
    private(set) var minutes: [Int: Int] = [:]
    /// By outing: when it is, where the plan says so.
    private(set) var times: [Int: WardTime] = [:]
    /// By outing: its day, where the plan says so and the month has it.
    private(set) var days: [Int: OutingCalendar.Day] = [:]
    /// By cell: households taken, and sessions held.
    private(set) var households: [Int: Int] = [:]
    private(set) var visits: [Visits] = []
    /// By outing, then cell: visits.
    private(set) var counts: [Int: [Int: Int]] = [:]
    /// Indices of the needs that are taken, and of those of them that are followed up.
    private(set) var needs: Set<Int> = []
    private(set) var followUps: Set<Int> = []
    /// By cell of households to follow up: needs that others visit before.
    private(set) var opened: [Int: [Int]] = [:]

    /// By volunteer, then number of the outing in the plan: which outing it is here.
    private var outingOf: [Int: [Int: Int]] = [:]
    /// Of outings with visits that are followed up, or follow up: in which half of the month they have to be.
    private var halfOf: [Int: [Int: MonthHalf]] = [:]

    struct Visits {
        let cell: Int
        let kind: Int
        let count: Int
    }

    init() {}

    /// The visits of a plan that break no limit of their own; the others are left out.
    init(_ assignments: [VolunteerAssignment], of problem: DeploymentProblem) {
        let cells = CellSearch(problem)
        if problem.halves != nil { findHalves(of: assignments, problem) }
        // Who is followed up is visited by others before; and outings that have to be in one half choose first.
        for turn in 0..<3 {
            for assignment in assignments {
                guard let volunteer = problem.volunteerIndex[assignment.volunteer] else { continue }
                for visit in assignment.visits {
                    let isBound = halfOf[volunteer]?[visit.outing] != nil
                    if (visit.kind == .followUp ? 1 : isBound ? 0 : 2) == turn {
                        pin(visit, by: volunteer, cells, problem)
                    }
                }
            }
        }
    }

    /// Who is followed up is visited in the first half of the month, and again in the second.
    private mutating func findHalves(of assignments: [VolunteerAssignment], _ problem: DeploymentProblem) {
        let visits = assignments.flatMap(\.visits)
        let followed = Set(visits.filter { $0.kind == .followUp }.compactMap(\.household))
        for visit in visits {
            guard let volunteer = problem.volunteerIndex[visit.volunteer] else { continue }
            let opensWay = problem.volunteers[volunteer].force.opensWay
            if visit.kind == .followUp {
                halfOf[volunteer, default: [:]][visit.outing] = .second
            } else if opensWay, visit.household.map(followed.contains) == true {
                halfOf[volunteer, default: [:]][visit.outing] = .first
            }
        }
    }

    /// The same visits as whole months in the problem's cells; openings are those of the workers.
    func months(in problem: DeploymentProblem, of workers: [AllocationProblem.Worker]) -> [WorkerMonth] {
        workers.enumerated().map { index, worker in
            let own = (counts[index] ?? [:]).sorted { $0.key < $1.key }
            func isPossible(_ opening: AllocationProblem.Opening) -> Bool {
                let kind = problem.outingKinds[worker.kind(in: opening)]
                return own.allSatisfy { visit in
                    problem.cells[visit.key].group != opening.group
                        || problem.cells[visit.key].option(kind) != nil
                }
            }
            let openings = (groups[index] ?? []).compactMap { group in
                worker.openings.firstIndex { $0.group == group && isPossible($0) }
            }
            return WorkerMonth(
                worker: index, openings: openings.sorted(),
                visits: own.map { .init(cell: $0.key, count: $0.value) })
        }
    }

    func isVisited(_ group: Int) -> Bool { groups.values.contains { $0.contains(group) } }

    private mutating func pin(
        _ visit: Visit, by volunteer: Int, _ cells: CellSearch, _ problem: DeploymentProblem
    ) {
        func used(by cell: Int) -> [(cell: Int, count: Int)] {
            [(cell, 1)] + problem.cells[cell].seats.map { ($0.cell, $0.households) }
        }
        let free = cells.cells(of: visit).first { cell in
            used(by: cell).allSatisfy {
                (households[$0.cell] ?? 0) + $0.count <= problem.cells[$0.cell].count
            }
        }
        let partner = visit.partner.flatMap { problem.volunteerIndex[$0] }
        let kind = problem.kind(of: volunteer, with: partner)
        guard (partner == nil) == (visit.partner == nil), let group = problem.groupIndex[visit.group],
            let cell = free, problem.cells[cell].group == group,
            problem.places[volunteer].contains(group),
            let option = problem.cells[cell].options[kind],
            let own = problem.visit(
                by: volunteer, with: partner, to: problem.cells[cell],
                need: visit.household.flatMap(cells.need), order: visit.order,
                in: OutingNumber(outing: visit.outing, time: visit.time, week: visit.week),
                reason: visit.reason),
            problem.cells[cell].barred.isDisjoint(with: [volunteer, partner].compactMap(\.self))
        else { return }
        var need: Int?
        if let household = visit.household {
            need = cells.need(of: household)
            guard let need, !(visit.kind == .followUp ? followUps : needs).contains(need) else { return }
        }
        guard visit.time.map({ problem.isFree(volunteer, at: $0) }) != false,
            let outing = outing(
                for: visit, to: problem.cells[cell], minutes: option.minutes, by: volunteer, with: partner,
                problem)
        else { return }
        if times[outing] == nil {
            times[outing] = visit.time ?? time(of: outing, visiting: problem.cells[cell], problem)
        }
        if let date = visit.date, let day = problem.calendar.day(on: date),
            times[outing]?.isPossible(onWeekday: day.weekday) != false
        {
            days[outing] = day
        }
        outingOf[volunteer, default: [:]][visit.outing] = outing
        let isOpen = groups[outing]?.contains(group) == true
        let way = isOpen ? 0 : problem.way(of: problem.outings[outing], to: group).minutes
        minutes[outing, default: 0] += option.minutes + way
        groups[outing, default: []].insert(group)
        if let need {
            if visit.kind == .followUp { followUps.insert(need) } else { needs.insert(need) }
        }
        for (cell, count) in used(by: cell) { households[cell, default: 0] += count }
        let atTime = OutingKind(kind: kind, time: times[outing], half: problem.outings[outing].half)
        let isEarly = days[outing].map { day in
            problem.halves?.days(of: .first, for: true).contains(day.place) == true
        }
        if isEarly != false, let next = problem.followUp(of: cell, by: atTime) {
            households[next, default: 0] -= 1
            if let need { opened[next, default: []].append(need) }
        }
        visits.append(Visits(cell: cell, kind: kind, count: 1))
        counts[outing, default: [:]][cell, default: 0] += 1
        byOuting[outing, default: []].append(own)
    }

    /// The outing that a visit is of: the one that holds others of its number, else a free one, at its time if
    /// there is one.
    private func outing(
        for visit: Visit, to cell: NeedCell, minutes: Int, by volunteer: Int, with partner: Int?,
        _ problem: DeploymentProblem
    ) -> Int? {
        let group = cell.group
        let own = problem.outingsOf[volunteer]
        let person = problem.volunteers[volunteer]
        let visited = own.reduce(into: Set<Int>()) { $0.formUnion(groups[$1] ?? []) }
        guard visited.contains(group) || visited.count < person.maximumGroups else { return nil }
        func hasRoom(_ outing: Int) -> Bool {
            guard problem.outings[outing].partner == partner else { return false }
            let time = times[outing] ?? visit.time ?? time(of: outing, visiting: cell, problem)
            let kind = OutingKind(
                kind: problem.kind(of: volunteer, with: partner), time: time,
                half: problem.outings[outing].half)
            guard visit.time == nil || visit.time == time, cell.option(kind) != nil else { return false }
            let isOpen = groups[outing]?.contains(group) == true
            let way = isOpen ? 0 : problem.way(of: problem.outings[outing], to: group).minutes
            return (self.minutes[outing] ?? 0) + minutes + way <= problem.outings[outing].minutes
                && (isOpen || (groups[outing]?.count ?? 0) < problem.mostGroups(inOutingOf: person))
        }
        if let known = outingOf[volunteer]?[visit.outing] {
            return hasRoom(known) ? known : nil
        }
        let all = own.filter { byOuting[$0] == nil && hasRoom($0) }
        let half = halfOf[volunteer]?[visit.outing]
        func rank(_ place: Int) -> (Int, Int, Int, Int) {
            let outing = problem.outings[place]
            let isOfTime = visit.time.map(outing.times.contains) == true
            // One that may be at few other times: the others stay for those.
            return (
                half == nil || outing.half == half ? 0 : 1, isOfTime ? 0 : 1,
                isOfTime ? outing.times.count : 0, place
            )
        }
        return all.min { rank($0) < rank($1) }
    }

    /// The first of an outing's times at which a visit is possible; where it is at none, the first.
    private func time(of outing: Int, visiting cell: NeedCell, _ problem: DeploymentProblem) -> WardTime? {
        let outing = problem.outings[outing]
        let kind = problem.kind(of: outing.volunteer, with: outing.partner)
        return outing.times.first {
            cell.option(OutingKind(kind: kind, time: $0, half: outing.half)) != nil
        }
            ?? outing.times.first
    }
}

/// Finds the cell that a visit of a plan is of.
struct CellSearch {
    private let problem: DeploymentProblem
    private let needOf: [HouseholdID: Int]
    private(set) var named: [HouseholdID: Int] = [:]
    /// Where the households of a named cell are followed up, by that cell.
    private let followUpOf: [Int?]
    private(set) var quotas: [GroupID: [Int]] = [:]
    private(set) var sessions: [GroupID: [Int]] = [:]

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        needOf = problem.needPlaces
        followUpOf = problem.followUpOf
        for (place, cell) in problem.cells.enumerated() {
            let group = problem.groups[cell.group].id
            switch cell.content {
            case .named(let needs): for need in needs { named[problem.needs[need].household] = place }
            case .quota: quotas[group, default: []].append(place)
            case .session: sessions[group, default: []].append(place)
            case .followUp: break
            }
        }
    }

    func need(of household: HouseholdID) -> Int? { needOf[household] }

    /// Where a household is followed up.
    func followUp(of household: HouseholdID) -> Int? { named[household].flatMap { followUpOf[$0] } }

    /// Those of the problem that the visit may be of: most often one, none where it has no such cell.
    func cells(of visit: Visit) -> [Int] {
        switch visit.kind {
        case .visit: visit.household.flatMap { named[$0] }.map { [$0] } ?? []
        case .followUp: visit.household.flatMap(followUp).map { [$0] } ?? []
        case .quota:
            (quotas[visit.group] ?? []).filter {
                problem.cells[$0].failedSteps == visit.failedSteps && hasOption($0, of: visit)
            }
        case .session: (sessions[visit.group] ?? []).filter { hasOption($0, of: visit) }
        }
    }

    private func hasOption(_ cell: Int, of visit: Visit) -> Bool {
        problem.cells[cell].options.contains { option in
            guard let option else { return false }
            return option.help.taskCode == visit.taskCode && option.help.steps == visit.steps
                && abs(option.gain - visit.expectedGain) < 1e-9
        }
    }
}
