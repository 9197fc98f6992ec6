package import SurveyData

/// A ward's problem in numbers: who may go where and what the way takes, each group's cells, what is owed to groups
/// and types of household.
///
/// Named cells of a group that bring the same in the same time are one: a solver need not tell them apart.
struct WardAllocation {
    let problem: AllocationProblem
    private let ward: DeploymentProblem
    /// By cell of the problem: the ward's cells, those with most types that something is owed to first.
    private let members: [[Int]]
    /// By cell of the ward.
    private let placeOf: [Int]
    /// By cell of the ward: households that nothing pinned takes.
    let free: [Int]

    /// - Parameters:
    ///   - floors: those that the solver is to keep in mind.
    ///   - kept: by volunteer, groups of last month: opening them is paid `settings.keep`, where a month is one
    ///     stretch of
    ///     time; of outings `VolunteerRepricing` pays once for all to a group.
    ///   - pinned: what is decided already; it takes its minutes, groups and households.
    ///   - given: groups that are owed a visit and for which it is given up.
    init(
        _ ward: DeploymentProblem, floors: [TypeFloor] = [], kept: [VolunteerID: Set<GroupID>] = [:],
        pinned: PinnedVisits = PinnedVisits(), given: Set<Int> = []
    ) {
        let free = ward.cells.enumerated().map { max(0, $1.count - (pinned.households[$0] ?? 0)) }
        self.free = free
        self.ward = ward
        let (members, placeOf) = Self.joined(ward, floors)
        self.members = members
        self.placeOf = placeOf
        let cells = members.map { members in
            let cell = ward.cells[members[0]]
            return AllocationProblem.Cell(
                group: cell.group, count: members.reduce(0) { $0 + free[$1] },
                offers: ward.outingKinds.map { kind in
                    cell.option(kind).map { .init(gain: $0.gain, minutes: $0.minutes) }
                },
                uses: cell.seats.map { .init(cell: placeOf[$0.cell], households: $0.households) },
                followUps: ward.followUpOf[members[0]] == nil
                    ? []
                    : ward.outingKinds.map { kind in
                        ward.followUp(of: members[0], by: kind).map { placeOf[$0] }
                    })
        }
        let most =
            (cells.flatMap(\.offers).compactMap { $0.map { $0.gain / Double($0.minutes) } }.max() ?? 0)
        problem = AllocationProblem(
            workers: Self.workers(ward, kept: kept, pinned: pinned, members: members, cells: cells),
            groups: ward.groups.count, cells: cells, kinds: ward.outingKinds.count,
            mustOpen: ward.groupsOwedAVisit.filter { !pinned.isVisited($0) && !given.contains($0) },
            floors: floors.map { floor in
                let weights = members.enumerated().compactMap { place, members in
                    floor.weights[members[0]].map { own in (place, ward.outingKinds.map { own[$0.kind] }) }
                }
                return .init(
                    least: -floor.reached(by: pinned.visits),
                    penalty: most * min(Self.perMissingMinute, Self.heldBack / floor.share),
                    weights: Dictionary(uniqueKeysWithValues: weights))
            }, opensForVisits: true)
    }

    /// The same months in the ward's cells; among those that are one to the solver, who is owed something comes
    /// first.
    func spread(_ months: [WorkerMonth]) -> [WorkerMonth] {
        var left = free
        var visits = months.map { _ in [WorkerMonth.Visits]() }
        // Who is followed up is known once the way is open.
        for isFollowUp in [false, true] {
            for (place, month) in months.enumerated() {
                let kind = ward.outingKinds[month.kind(in: problem)]
                for visit in month.visits {
                    let own = members[visit.cell]
                    guard (ward.cells[own[0]].opener != nil) == isFollowUp else { continue }
                    var open = visit.count
                    for member in own where open > 0 && left[member] > 0 {
                        let count = min(open, left[member])
                        visits[place].append(.init(cell: member, count: count))
                        left[member] -= count
                        if let next = ward.followUp(of: member, by: kind) { left[next] += count }
                        open -= count
                    }
                }
            }
        }
        return zip(months, visits).map { month, visits in
            WorkerMonth(
                worker: month.worker, openings: month.openings, visits: visits.sorted { $0.cell < $1.cell })
        }
    }

    /// Months in the ward's cells, in those of the problem.
    func gathered(_ months: [WorkerMonth]) -> [WorkerMonth] {
        months.map { month in
            var counts: [Int: Int] = [:]
            for visit in month.visits { counts[placeOf[visit.cell], default: 0] += visit.count }
            return WorkerMonth(
                worker: month.worker, openings: month.openings,
                visits: counts.sorted { $0.key < $1.key }.map { .init(cell: $0.key, count: $0.value) })
        }
    }

    /// Of what a minute brings at most, for a minute that is missing: enough to send people to those who are owed.
    private static let perMissingMinute = 2.0
    /// A visit to others adds to what all named visits take, and so to what is owed: it is not held back for that
    /// where it brings more than this of the most in a minute.
    private static let heldBack = 0.25

    private struct Key: Hashable {
        let group: Int
        /// Gain and minutes by kind; 0 minutes: no offer.
        let gains: [Double]
        let minutes: [Int]
        let time: WardTime?
        let barred: Set<Int>
        /// By floor and kind.
        let weights: [[Double]]
        /// The cell itself where it stands alone; of households to follow up −2 less the place of those to visit before;
        /// else −1.
        let alone: Int
        /// Where its households are followed up: gains and minutes by kind.
        let nextGains: [Double]
        let nextMinutes: [Int]
    }

    private static func joined(
        _ ward: DeploymentProblem, _ floors: [TypeFloor]
    ) -> (members: [[Int]], placeOf: [Int]) {
        var places: [Key: Int] = [:]
        var members: [[Int]] = []
        var placeOf = Array(repeating: 0, count: ward.cells.count)
        for index in ward.cells.indices {
            let opener = ward.cells[index].opener.map { placeOf[$0.cell] }
            let own = key(of: index, after: opener, ward, floors)
            let place = places[own] ?? members.count
            if place == members.count {
                places[own] = place
                members.append([])
            }
            members[place].append(index)
            placeOf[index] = place
        }
        let types = ward.cells.map(\.types.count)
        let sorted = members.map { members in
            members.sorted { (-types[$0], $0) < (-types[$1], $1) }
        }
        return (sorted, placeOf)
    }

    /// - Parameter opener: of households to follow up: the place of those to visit before.
    private static func key(
        of index: Int, after opener: Int?, _ ward: DeploymentProblem, _ floors: [TypeFloor]
    ) -> Key {
        let cell = ward.cells[index]
        let next = ward.followUpOf[index].map { ward.cells[$0].options } ?? []
        return Key(
            group: cell.group, gains: cell.options.map { $0?.gain ?? 0 },
            minutes: cell.options.map { $0?.minutes ?? 0 }, time: cell.time, barred: cell.barred,
            weights: floors.map { $0.weights[index] ?? [] },
            alone: opener.map { -2 - $0 } ?? (cell.isNamed ? -1 : index),
            nextGains: next.map { $0?.gain ?? 0 }, nextMinutes: next.map { $0?.minutes ?? 0 })
    }

    /// One for each outing.
    private static func workers(
        _ ward: DeploymentProblem, kept: [VolunteerID: Set<GroupID>], pinned: PinnedVisits, members: [[Int]],
        cells: [AllocationProblem.Cell]
    ) -> [AllocationProblem.Worker] {
        var barred: [Int: Set<Int>] = [:]
        for (place, members) in members.enumerated() {
            for volunteer in ward.cells[members[0]].barred { barred[volunteer, default: []].insert(place) }
        }
        var times = ChosenTimes(cells, groups: ward.groups.count)
        return ward.outings.enumerated().map { index, outing in
            let volunteer = outing.volunteer
            let person = ward.volunteers[volunteer]
            let there = pinned.groups[index] ?? []
            let keeps = kept[person.id] ?? []
            let keep = ward.playbook.settings.outings == nil ? ward.playbook.settings.keep : 0
            let kinds =
                pinned.times[index].flatMap { ward.outingKind(of: outing, at: $0) }.map { [$0] }
                ?? ward.kindsOfOuting[index]
            return .init(
                kind: kinds[0],
                minutes: Double(outing.minutes - (pinned.minutes[index] ?? 0)),
                mostGroups: max(0, ward.mostGroups(inOutingOf: person) - there.count),
                openings: ward.places(of: outing).flatMap { place -> [AllocationProblem.Opening] in
                    if there.contains(place) {
                        return [.init(group: place, minutes: 0, cost: 0, isPinned: true)]
                    }
                    let way = ward.way(of: outing, to: place)
                    let bonus = keeps.contains(ward.groups[place].id) ? keep : 0
                    return times.useful(kinds, in: place).map { kind in
                        .init(
                            group: place, minutes: Double(way.minutes), cost: way.cost - bonus,
                            kind: kinds.count > 1 ? kind : nil)
                    }
                }, barred: (barred[volunteer] ?? []).union(outing.partner.flatMap { barred[$0] } ?? []))
        }
    }

    /// When an outing of these months is; nil: at any time.
    func time(of month: WorkerMonth, in ward: DeploymentProblem) -> WardTime? {
        ward.outingKinds[month.kind(in: problem)].time
    }
}

/// Which times of an outing may be the best in each group.
private struct ChosenTimes {
    private let cells: [AllocationProblem.Cell]
    private let cellsOfGroup: [[Int]]
    private var known: [Key: [Int]] = [:]

    private struct Key: Hashable {
        let kinds: [Int]
        let group: Int
    }

    init(_ cells: [AllocationProblem.Cell], groups: Int) {
        self.cells = cells
        var ofGroup = Array(repeating: [Int](), count: groups)
        for (place, cell) in cells.enumerated() { ofGroup[cell.group].append(place) }
        cellsOfGroup = ofGroup
    }

    /// Those of the kinds, which differ in their times alone, that can do something which no other can; the first
    /// among equals.
    mutating func useful(_ kinds: [Int], in group: Int) -> [Int] {
        guard kinds.count > 1 else { return kinds }
        let key = Key(kinds: kinds, group: group)
        if let known = known[key] { return known }
        let possible = kinds.map { kind in
            cellsOfGroup[group].filter { cells[$0].offers[kind] != nil }
        }
        let sets = possible.map(Set.init)
        let useful = kinds.indices.filter { one in
            !kinds.indices.contains { other in
                other != one && sets[other].isSuperset(of: sets[one])
                    && (sets[other].count > sets[one].count || other < one)
            }
        }
        known[key] = useful.map { kinds[$0] }
        return known[key] ?? kinds
    }
}

extension AllocationModel {
    /// The model of a ward's problem, with all that it owes but visits to the groups that a plan gives up:
    /// `--write-model`.
    package init(ward: DeploymentProblem, givingUp given: Set<GroupID> = []) {
        self.init(
            WardAllocation(
                ward, floors: ward.typeFloors,
                given: Set(ward.groups.indices.filter { given.contains(ward.groups[$0].id) })
            ).problem)
        guard ward.playbook.settings.outings != nil else { return }
        for (volunteer, outings) in ward.outingsOf.enumerated() {
            limit(
                volunteer, workers: Array(outings) + ward.joinedOutings[volunteer],
                groups: ward.volunteers[volunteer].maximumGroups)
        }
    }
}
