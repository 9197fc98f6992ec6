/// One worker's month that could be: groups opened and visits to cells, within the worker's own limits.
package struct WorkerMonth: Sendable, Hashable {
    package let worker: Int
    /// Positions in the worker's openings, ascending.
    package let openings: [Int]
    /// By cell, ascending, each once, at least one visit.
    package let visits: [Visits]

    /// Some visits to one cell.
    package struct Visits: Sendable, Hashable {
        package let cell: Int
        package let count: Int

        package init(cell: Int, count: Int) {
            self.cell = cell
            self.count = count
        }
    }

    package init(worker: Int, openings: [Int], visits: [Visits]) {
        self.worker = worker
        self.openings = openings
        self.visits = visits
    }

    /// Nothing at all.
    static func empty(_ worker: Int) -> WorkerMonth { WorkerMonth(worker: worker, openings: [], visits: []) }

    /// Which offer of a cell is the worker's.
    func kind(in problem: AllocationProblem) -> Int {
        let worker = problem.workers[worker]
        return openings.first.flatMap { worker.openings[$0].kind } ?? worker.kind
    }

    /// Gains of the visits less the costs of the openings.
    package func value(in problem: AllocationProblem) -> Double {
        let (worker, kind) = (problem.workers[worker], kind(in: problem))
        let gains = visits.reduce(0.0) {
            $0 + (problem.cells[$1.cell].offers[kind]?.gain ?? 0) * Double($1.count)
        }
        return openings.reduce(gains) { $0 - worker.openings[$1].cost }
    }

    /// The value less what households are charged and with what openings and floors are paid.
    func worth(at prices: AllocationPrices, in problem: AllocationProblem) -> Double {
        let (worker, kind) = (problem.workers[worker], kind(in: problem))
        let charged = visits.reduce(value(in: problem)) {
            $0 - prices.charge($1.cell, kind: kind, in: problem) * Double($1.count)
                - prices.surcharge($1.cell, visits: $1.count)
        }
        return openings.reduce(charged) { $0 + prices.openings[worker.openings[$1].group] }
    }

    /// Households that the month takes of each cell, ascending; below 0 where it leaves them to follow up.
    func households(in problem: AllocationProblem) -> [Visits] {
        guard problem.hasUses else { return visits }
        let kind = kind(in: problem)
        var taken: [Int: Int] = [:]
        for visit in visits {
            let cell = problem.cells[visit.cell]
            taken[visit.cell, default: 0] += visit.count
            for use in cell.uses { taken[use.cell, default: 0] += use.households * visit.count }
            if let next = cell.followUp(kind) { taken[next, default: 0] -= visit.count }
        }
        return taken.sorted { $0.key < $1.key }.map { Visits(cell: $0.key, count: $0.value) }
    }

    /// What the month adds to each floor.
    func reach(in problem: AllocationProblem) -> [(floor: Int, amount: Double)] {
        guard !problem.floors.isEmpty else { return [] }
        let kind = kind(in: problem)
        var reach: [Int: Double] = [:]
        for visit in visits {
            for share in problem.floorsOfCell[visit.cell] {
                reach[share.floor, default: 0] += share.weights[kind] * Double(visit.count)
            }
        }
        return reach.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether the worker has the minutes, may open so many groups and makes visits there alone.
    func isPossible(in problem: AllocationProblem) -> Bool {
        let (worker, kind) = (problem.workers[worker], kind(in: problem))
        let opened = Set(openings.map { worker.openings[$0].group })
        let way = openings.reduce(0.0) { $0 + worker.openings[$1].minutes }
        var minutes = way
        for visit in visits {
            let cell = problem.cells[visit.cell]
            guard let offer = cell.offers[kind], opened.contains(cell.group),
                !worker.barred.contains(visit.cell)
            else { return false }
            minutes += Double(offer.minutes * visit.count)
        }
        let visited = Set(visits.map { problem.cells[$0.cell].group })
        return minutes <= worker.minutes + 1e-6
            && openings.count(where: { !worker.openings[$0].isPinned }) <= worker.mostGroups
            && (!problem.opensForVisits || visited == opened)
    }

    /// Whether so many households are left of each cell.
    func fits(in left: [Int], of problem: AllocationProblem) -> Bool {
        households(in: problem).allSatisfy { $0.count <= max(0, left[$0.cell]) }
    }

    /// The month without what its own sessions leave no household for.
    func fitted(to left: [Int], of problem: AllocationProblem) -> WorkerMonth {
        guard problem.hasUses, !fits(in: left, of: problem) else { return self }
        var free = left
        var kept: [Visits] = []
        let order = visits.sorted {
            (problem.cells[$0.cell].uses.isEmpty ? 1 : 0, $0.cell)
                < (problem.cells[$1.cell].uses.isEmpty ? 1 : 0, $1.cell)
        }
        for visit in order {
            let uses = problem.cells[visit.cell].uses
            let count = uses.reduce(min(visit.count, free[visit.cell])) {
                min($0, free[$1.cell] / $1.households)
            }
            guard count > 0 else { continue }
            free[visit.cell] -= count
            for use in uses { free[use.cell] -= use.households * count }
            kept.append(Visits(cell: visit.cell, count: count))
        }
        return with(kept.sorted { $0.cell < $1.cell }, in: problem)
    }

    /// The month with some visits less to a cell.
    func without(_ count: Int, of cell: Int, in problem: AllocationProblem) -> WorkerMonth {
        let kept = visits.map {
            $0.cell == cell ? Visits(cell: cell, count: max(0, $0.count - count)) : $0
        }
        return with(kept.filter { $0.count > 0 }, in: problem)
    }

    /// The month with these of its visits.
    private func with(_ kept: [Visits], in problem: AllocationProblem) -> WorkerMonth {
        let visited = Set(kept.map { problem.cells[$0.cell].group })
        let person = problem.workers[worker]
        return WorkerMonth(
            worker: worker,
            openings: problem.opensForVisits
                ? openings.filter { visited.contains(person.openings[$0].group) } : openings, visits: kept)
    }
}

/// What a household of each cell is charged, and what opening each group and adding to each floor is paid: all at
/// least 0. Who leaves a household to follow up is paid what it is charged.
struct AllocationPrices: Sendable {
    var cells: [Double]
    var openings: [Double]
    var floors: [Double]
    /// By cell: what one worker's visits are charged besides, by their number from 0 to all households of the cell;
    /// empty where nothing. Superadditive: two workers are never charged more than one who makes the visits of both.
    var surcharges: [[Double]]

    /// All free.
    init(_ problem: AllocationProblem) {
        cells = Array(repeating: 0, count: problem.cells.count)
        openings = Array(repeating: 0, count: problem.groups)
        floors = Array(repeating: 0, count: problem.floors.count)
        surcharges = Array(repeating: [], count: problem.cells.count)
    }

    init(cells: [Double], openings: [Double], floors: [Double], surcharges: [[Double]]? = nil) {
        self.surcharges = surcharges ?? Array(repeating: [], count: cells.count)
        self.cells = cells
        self.openings = openings
        self.floors = floors
    }

    /// Pays for households that a plan follows up and to which nobody opens the way as yet what a follow-up brings;
    /// returns their groups.
    mutating func pay(forFollowUpsOf plan: AllocationPlan) -> Set<Int> {
        var groups: Set<Int> = []
        for cell in plan.problem.followUpCells where plan.left[cell] < 0 {
            let own = plan.problem.cells[cell]
            cells[cell] = max(cells[cell], own.offers.reduce(0) { max($0, $1?.gain ?? 0) })
            groups.insert(own.group)
        }
        return groups
    }

    /// What a visit of a kind of worker to a cell is charged for all that it takes, less what it adds to floors.
    func charge(_ cell: Int, kind: Int, in problem: AllocationProblem) -> Double {
        var charge = cells[cell]
        for use in problem.cells[cell].uses { charge += cells[use.cell] * Double(use.households) }
        if let next = problem.cells[cell].followUp(kind) { charge -= cells[next] }
        for share in problem.floorsOfCell[cell] { charge -= floors[share.floor] * share.weights[kind] }
        return charge
    }

    func surcharge(_ cell: Int, visits: Int) -> Double {
        surcharges[cell].isEmpty ? 0 : surcharges[cell][visits]
    }

    /// Between these prices (share 0) and others (share 1).
    func mixed(with other: AllocationPrices, share: Double) -> AllocationPrices {
        func mix(_ own: [Double], _ others: [Double]) -> [Double] {
            if own.isEmpty { return others.map { share * $0 } }
            if others.isEmpty { return own.map { $0 - share * $0 } }
            return zip(own, others).map { $0 + share * ($1 - $0) }
        }
        return AllocationPrices(
            cells: mix(cells, other.cells), openings: mix(openings, other.openings),
            floors: mix(floors, other.floors), surcharges: zip(surcharges, other.surcharges).map(mix))
    }
}

extension [WorkerMonth] {
    /// Places of each worker's months that are worth most, so many at the most; the first among equals.
    func best(_ count: Int, worth: [Double]) -> Set<Int> {
        let own = Dictionary(grouping: indices, by: { self[$0].worker })
        return own.values.reduce(into: []) { best, places in
            best.formUnion(places.sorted { (worth[$1], $0) < (worth[$0], $1) }.prefix(count))
        }
    }
}
