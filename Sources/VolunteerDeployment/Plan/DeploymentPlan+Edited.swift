internal import Readiness
package import SurveyData

extension DeploymentPlan {
    /// The plan that a person's rows make: minutes, tasks, ways and gains by the playbook, whatever the file says of them.
    ///
    /// What cannot be is kept as it was written, so that `PlanCheck` names it.
    ///
    /// - Parameter bound: of the problem.
    package init(_ edited: EditedAssignments, of problem: DeploymentProblem, bound: Double) {
        var reading = EditedVisits(problem)
        let people = Dictionary(grouping: edited.rows, by: \.volunteer)
        let led = people.keys.sorted().map { id -> (id: VolunteerID, visits: [Visit]) in
            let index = problem.volunteerIndex[id]
            let person = index.map { problem.volunteers[$0] }
            let rows = people[id] ?? []
            let read = rows.enumerated().map { place, row in
                reading.visit(row, order: place + 1, by: person)
            }
            let outings = OutingNumbers(rows.map(\.outing), visits: read, of: index, in: problem).numbers
            return (id, zip(read, outings).map { $0.inOuting($1) })
        }
        let visits = Dictionary(uniqueKeysWithValues: led.map { ($0.id, $0.visits) })
        let joined = Dictionary(grouping: led.flatMap(\.visits).filter { $0.partner != nil }) {
            $0.partner ?? $0.volunteer
        }
        assignments = Set(visits.keys).union(joined.keys).sorted().map { id in
            let index = problem.volunteerIndex[id]
            let own = visits[id] ?? []
            // After the volunteer's own outings.
            let first = own.map(\.outing).max() ?? 0
            let others = Dictionary(grouping: joined[id] ?? []) { Led(by: $0.volunteer, outing: $0.outing) }
                .sorted { $0.key < $1.key }.enumerated()
                .flatMap { place, outing in outing.value.map { $0.inOuting(first + place + 1) } }
            return VolunteerAssignment(
                volunteer: id, force: index.map { problem.volunteers[$0].force } ?? .youth,
                minutesAvailable: index.map(problem.minutes) ?? 0, visits: own, joined: others,
                stops: index.map {
                    GroupStop.stops(own, joined: others, of: $0, in: problem, losses: [:])
                } ?? [])
        }
        unassigned = []
        objective = assignments.reduce(0) { $0 + $1.expectedGain - $1.travelCost }
        self.bound = bound
        stopped = .work
        prices = []
        groups = []
        floors = PlanFloor.reached(by: assignments, in: problem)
        interval = ValueInterval(assignments, in: problem)
        stability = nil
    }
}

/// An outing by who has its list.
private struct Led: Hashable, Comparable {
    let by: VolunteerID
    let outing: Int

    static func < (left: Led, right: Led) -> Bool { (left.by, left.outing) < (right.by, right.outing) }
}

/// The outings of a volunteer's rows: as written, else the first to the group with room, else one more.
private struct OutingNumbers {
    private(set) var numbers: [Int] = []

    init(_ written: [Int?], visits: [Visit], of volunteer: Int?, in problem: DeploymentProblem) {
        guard let volunteer, problem.playbook.settings.outings != nil,
            let own = (problem.outingsOf[volunteer] + problem.joinedOutings[volunteer]).first
        else {
            numbers = visits.map { _ in 1 }
            return
        }
        var minutes: [Int: Int] = [:]
        var groups: [Int: GroupID] = [:]
        func way(_ visit: Visit) -> Int {
            problem.way(of: problem.volunteers[volunteer].id, to: visit.group)?.minutes ?? 0
        }
        for case (let number?, let visit) in zip(written, visits) {
            minutes[number, default: way(visit)] += visit.expectedMinutes
            groups[number] = visit.group
        }
        for (number, visit) in zip(written, visits) {
            let way = way(visit)
            func hasRoom(_ place: Int) -> Bool {
                guard let group = groups[place] else { return true }
                let used: Int = (minutes[place] ?? way) + visit.expectedMinutes
                return group == visit.group && used <= problem.outings[own].minutes
            }
            let all = 1...(visits.count + groups.count)
            let place = number ?? all.first(where: hasRoom) ?? 1
            if number == nil {
                minutes[place, default: way] += visit.expectedMinutes
                groups[place] = visit.group
            }
            numbers.append(place)
        }
    }
}

/// Turns rows into visits.
private struct EditedVisits {
    private let problem: DeploymentProblem
    private let cells: CellSearch
    /// Visits read so far, by cell.
    private var used: [Int: Int] = [:]

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        cells = CellSearch(problem)
    }

    mutating func visit(_ row: EditedAssignments.Row, order: Int, by person: Volunteer?) -> Visit {
        let partner = row.partner.flatMap { problem.volunteerIndex[$0] }
        let kind = person.flatMap { problem.volunteerIndex[$0.id] }.map {
            problem.kind(of: $0, with: partner)
        }
        let place = place(of: row, by: kind)
        let cell = place.map { problem.cells[$0] }
        let written = CascadeStep(rawValue: row.barrier).map { [$0] } ?? []
        let steps = cell?.failedSteps ?? written
        let option = cell.flatMap { cell in kind.flatMap { cell.options[$0] } }
        // A force that cannot come is named by the check for its own reason: consent, or no help.
        let help =
            option?.help
            ?? person.flatMap {
                problem.playbook.help(
                    over: steps, by: $0.force, skills: $0.skills.isEmpty ? nil : Set($0.skills))
            }
        let expected =
            option
            ?? help.flatMap { help in
                row.household.flatMap { id in problem.needs.first { $0.household == id } }.flatMap {
                    problem.playbook.visit(
                        help, to: .named(asksForHelp: $0.asksForHelp), dossiers: $0.expectedDossiers)
                }
            }
        var visit = Visit(
            volunteer: row.volunteer, order: order,
            kind: row.isSession
                ? .session : row.household == nil ? .quota : row.isFollowUp ? .followUp : .visit,
            group: row.group,
            household: row.household, barrier: steps.min() ?? .device, failedSteps: steps,
            steps: help?.steps ?? [], taskCode: help?.taskCode ?? "", minutes: help?.minutes ?? 0,
            expectedMinutes: expected?.minutes, reach: expected?.reach ?? 1,
            expectedGain: expected?.gain ?? 0,
            addedChance: expected?.addedHouseholds ?? 0,
            reason: .elsewhere,
            seats: cell.map { max(1, $0.seats.reduce(0) { $0 + $1.households }) } ?? 1, time: row.time,
            date: row.date)
        visit.partner = row.partner
        return visit
    }

    /// The cell that the row means: its household's, or, of the group's quotas of its barrier, the one whose gain is
    /// nearest and that has households left; of the group's sessions of its task, the next.
    private mutating func place(of row: EditedAssignments.Row, by kind: Int?) -> Int? {
        if let household = row.household {
            return row.isFollowUp ? cells.followUp(of: household) : cells.named[household]
        }
        /// In steps of the file's own rounding.
        func distance(_ place: Int) -> Int {
            let gain = kind.flatMap { problem.cells[place].options[$0]?.gain } ?? 0
            let steps = (row.expectedGain.map { abs($0 - gain) } ?? -gain) / 1e-4
            return Int(max(-1e9, min(1e9, steps)).rounded())
        }
        func isOfTask(_ place: Int) -> Bool {
            row.taskCode.isEmpty
                || problem.cells[place].options.contains { $0?.help.taskCode == row.taskCode }
        }
        let own =
            row.isSession
            ? (cells.sessions[row.group] ?? []).filter { isOfTask($0) && used[$0] == nil }
            : (cells.quotas[row.group] ?? []).filter {
                row.needCode.isEmpty
                    ? problem.cells[$0].barrier.rawValue == row.barrier
                    : StepPattern(problem.cells[$0].failedSteps).code == row.needCode
            }
        let best = own.min { one, other in
            func rank(_ place: Int) -> (Int, Int, Int) {
                (distance(place), used[place] ?? 0 < problem.cells[place].count ? 0 : 1, place)
            }
            return rank(one) < rank(other)
        }
        if let best { used[best, default: 0] += 1 }
        return best
    }
}
