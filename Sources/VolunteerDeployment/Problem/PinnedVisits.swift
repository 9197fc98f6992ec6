internal import SurveyData

/// What a plan is to keep as it is: visits that a person decided on.
struct PinnedVisits {
    /// By volunteer: visits as the playbook has them, whatever the plan says of minutes and gains.
    private(set) var byVolunteer: [Int: [Visit]] = [:]
    /// By volunteer: groups opened, and minutes of visits and ways.
    private(set) var groups: [Int: Set<Int>] = [:]
    private(set) var minutes: [Int: Int] = [:]
    /// By cell: households taken, and sessions held.
    private(set) var households: [Int: Int] = [:]
    private(set) var visits: [Visits] = []
    /// By volunteer, then cell: visits.
    private(set) var counts: [Int: [Int: Int]] = [:]
    /// Indices of the needs that are taken.
    private(set) var needs: Set<Int> = []

    struct Visits {
        let cell: Int
        let kind: Int
        let count: Int
    }

    init() {}

    /// The visits of a plan that break no limit of their own; the others are left out.
    init(_ assignments: [VolunteerAssignment], of problem: DeploymentProblem) {
        let cells = CellSearch(problem)
        for assignment in assignments {
            guard let volunteer = problem.volunteerIndex[assignment.volunteer] else { continue }
            for visit in assignment.visits { pin(visit, by: volunteer, cells, problem) }
        }
    }

    /// The same visits as whole months in the problem's cells.
    func months(in problem: DeploymentProblem) -> [WorkerMonth] {
        problem.volunteers.indices.map { volunteer in
            let opened = groups[volunteer] ?? []
            let own = (counts[volunteer] ?? [:]).sorted { $0.key < $1.key }
            return WorkerMonth(
                worker: volunteer,
                openings: problem.places[volunteer].indices.filter {
                    opened.contains(problem.places[volunteer][$0])
                }, visits: own.map { .init(cell: $0.key, count: $0.value) })
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
        guard let group = problem.groupIndex[visit.group], let cell = free,
            problem.cells[cell].group == group,
            problem.places[volunteer].contains(group),
            let option = problem.cells[cell].options[problem.kindOf[volunteer]],
            let own = problem.visit(
                by: volunteer, to: problem.cells[cell], need: visit.household.flatMap(cells.need),
                order: visit.order, reason: visit.reason), !problem.cells[cell].barred.contains(volunteer)
        else { return }
        var need: Int?
        if let household = visit.household {
            need = cells.need(of: household)
            guard let need, !needs.contains(need) else { return }
        }
        let person = problem.volunteers[volunteer]
        let isOpen = groups[volunteer]?.contains(group) == true
        let way = isOpen ? 0 : problem.way(of: volunteer, to: group).minutes
        let sum = (minutes[volunteer] ?? 0) + option.help.minutes + way
        guard sum <= problem.visitMinutes(of: person),
            isOpen || (groups[volunteer]?.count ?? 0) < person.maximumGroups
        else { return }
        minutes[volunteer] = sum
        groups[volunteer, default: []].insert(group)
        if let need { needs.insert(need) }
        for (cell, count) in used(by: cell) { households[cell, default: 0] += count }
        visits.append(Visits(cell: cell, kind: problem.kindOf[volunteer], count: 1))
        counts[volunteer, default: [:]][cell, default: 0] += 1
        byVolunteer[volunteer, default: []].append(own)
    }
}

/// Finds the cell that a visit of a plan is of.
struct CellSearch {
    private let problem: DeploymentProblem
    private let needOf: [HouseholdID: Int]
    private(set) var named: [HouseholdID: Int] = [:]
    private(set) var quotas: [GroupID: [Int]] = [:]
    private(set) var sessions: [GroupID: [Int]] = [:]

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        needOf = problem.needPlaces
        for (place, cell) in problem.cells.enumerated() {
            let group = problem.groups[cell.group].id
            switch cell.content {
            case .named(let needs): for need in needs { named[problem.needs[need].household] = place }
            case .quota: quotas[group, default: []].append(place)
            case .session: sessions[group, default: []].append(place)
            }
        }
    }

    func need(of household: HouseholdID) -> Int? { needOf[household] }

    /// Those of the problem that the visit may be of: most often one, none where it has no such cell.
    func cells(of visit: Visit) -> [Int] {
        switch visit.kind {
        case .visit: visit.household.flatMap { named[$0] }.map { [$0] } ?? []
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
