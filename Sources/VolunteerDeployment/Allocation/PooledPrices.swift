internal import LinearPrograms

/// First prices of a problem and a first bound, from a small programme that knows the minutes of each kind of worker
/// and forgets who works where: good to start from, and quick.
///
/// Cells of different groups with the same offers share a class. Any prices prove a bound, so nothing depends on how
/// good these are.
struct PooledPrices {
    let prices: AllocationPrices
    /// No plan is worth more, less what its floors miss at their penalties.
    let bound: Double

    init(_ problem: AllocationProblem, by solver: LinearProgramSolver) throws(LinearProgramError) {
        let pools = Pools(problem)
        var places: [CellClass: Int] = [:]
        var counts: [Double] = []
        var classes: [CellClass] = []
        var ofCell = problem.cells.map { _ in 0 }
        // Households to follow up come first: others lead to them.
        let isLater = problem.openersOfCell.map(\.isEmpty)
        for cell in isLater.indices.filter({ !isLater[$0] }) + isLater.indices.filter({ isLater[$0] }) {
            let own = CellClass(
                problem.cells[cell], floors: problem.floorsOfCell[cell],
                followUps: problem.cells[cell].followUps.map { $0.map { ofCell[$0] } })
            let place = places[own] ?? classes.count
            if place == classes.count {
                places[own] = place
                classes.append(own)
                counts.append(0)
            }
            counts[place] += Double(problem.cells[cell].count)
            ofCell[cell] = place
        }
        let (classRow, floorRow) = (pools.kinds.count, pools.kinds.count + classes.count)
        var program = LinearProgram(rowUpper: pools.minutes + counts + problem.floors.map { -$0.least })
        for (place, own) in classes.enumerated() {
            for (pool, kinds) in pools.kinds.enumerated() {
                // At some times a visit is not possible; where it is, it is most often the same.
                var known: Set<CellClass.Visit> = []
                for kind in kinds where own.minutes[kind] > 0 && known.insert(own.visit(kind)).inserted {
                    let floors = own.floors.map { (row: floorRow + $0.floor, coefficient: -$0.weights[kind]) }
                    let next = own.followUp(kind).map { [(row: classRow + $0, coefficient: -1.0)] } ?? []
                    program.addColumn(
                        objective: own.gains[kind], upper: .infinity,
                        entries: [(pool, Double(own.minutes[kind])), (classRow + place, 1)] + floors + next)
                }
            }
        }
        for (place, floor) in problem.floors.enumerated() {
            program.addColumn(objective: -floor.penalty, upper: .infinity, entries: [(floorRow + place, -1)])
        }
        let optimum = try solver(program)
        let rows = optimum.rowPrices
        prices = AllocationPrices(
            cells: ofCell.map { max(0, rows[classRow + $0]) },
            openings: Array(repeating: 0, count: problem.groups),
            // More than the penalty proves nothing.
            floors: problem.floors.enumerated().map { min($1.penalty, max(0, rows[floorRow + $0])) })
        // Ways cost nothing here, so only those that are paid for can add to what visits bring.
        bound = problem.workers.reduce(optimum.objective + 1e-9 * max(1, abs(optimum.objective))) {
            sum, worker in
            sum + worker.openings.reduce(0) { $0 + max(0, -$1.cost) }
        }
    }

    /// The minutes of workers who may be of the same kinds.
    private struct Pools {
        private(set) var kinds: [[Int]] = []
        private(set) var minutes: [Double] = []

        init(_ problem: AllocationProblem) {
            var places: [[Int]: Int] = [:]
            for worker in problem.workers where !worker.openings.isEmpty {
                let own = worker.kinds
                let place = places[own] ?? kinds.count
                if place == kinds.count {
                    places[own] = place
                    kinds.append(own)
                    minutes.append(0)
                }
                let way = worker.openings.map(\.minutes).min() ?? worker.minutes
                minutes[place] += max(0, worker.minutes - way)
            }
        }
    }

    /// What a programme that forgets groups knows of a cell.
    private struct CellClass: Hashable {
        let gains: [Double]
        /// 0: no offer.
        let minutes: [Int]
        let floors: [AllocationProblem.FloorShare]
        /// By kind: the class in which a visit leaves a household to follow up; empty: none.
        let followUps: [Int?]

        init(
            _ cell: AllocationProblem.Cell, floors: [AllocationProblem.FloorShare], followUps: [Int?]
        ) {
            self.followUps = followUps
            gains = cell.offers.map { $0?.gain ?? 0 }
            minutes = cell.offers.map { $0?.minutes ?? 0 }
            self.floors = floors
        }

        /// What a visit of a kind is to the programme.
        struct Visit: Hashable {
            let gain: Double
            let minutes: Int
            let weights: [Double]
            let followUp: Int?
        }

        func visit(_ kind: Int) -> Visit {
            Visit(
                gain: gains[kind], minutes: minutes[kind], weights: floors.map { $0.weights[kind] },
                followUp: followUp(kind))
        }

        func followUp(_ kind: Int) -> Int? { followUps.isEmpty ? nil : followUps[kind] }
    }
}
