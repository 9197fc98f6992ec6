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

    /// Gains of the visits less the costs of the openings.
    package func value(in problem: AllocationProblem) -> Double {
        let worker = problem.workers[worker]
        let gains = visits.reduce(0.0) {
            $0 + (problem.cells[$1.cell].offers[worker.kind]?.gain ?? 0) * Double($1.count)
        }
        return openings.reduce(gains) { $0 - worker.openings[$1].cost }
    }

    /// The value less what households are charged and with what openings are paid.
    func worth(at prices: AllocationPrices, in problem: AllocationProblem) -> Double {
        let worker = problem.workers[worker]
        let charged = visits.reduce(value(in: problem)) { $0 - prices.cells[$1.cell] * Double($1.count) }
        return openings.reduce(charged) { $0 + prices.openings[worker.openings[$1].group] }
    }

    /// Whether so many households are left of each cell.
    func fits(in left: [Int]) -> Bool { visits.allSatisfy { $0.count <= left[$0.cell] } }
}

/// What a household of each cell is charged, and what opening each group is paid: both at least 0.
struct AllocationPrices: Sendable {
    var cells: [Double]
    var openings: [Double]

    /// All free.
    init(_ problem: AllocationProblem) {
        cells = Array(repeating: 0, count: problem.cells.count)
        openings = Array(repeating: 0, count: problem.groups)
    }

    init(cells: [Double], openings: [Double]) {
        self.cells = cells
        self.openings = openings
    }

    /// Between these prices (share 0) and others (share 1).
    func mixed(with other: AllocationPrices, share: Double) -> AllocationPrices {
        func mix(_ own: [Double], _ others: [Double]) -> [Double] {
            zip(own, others).map { $0 + share * ($1 - $0) }
        }
        return AllocationPrices(
            cells: mix(cells, other.cells), openings: mix(openings, other.openings))
    }
}
