internal import LinearPrograms

/// The linear programme over months: one month at most for each worker, no household twice, every wished group
/// opened.
///
/// Rows: workers, wished groups (as −openings ≤ −1, with a dear way out), floors (as −sum ≤ −least, with what is
/// missing at its penalty), months that branches demand of workers (as −months ≤ −1, with the dear way out), the
/// cells that some month visits, and cuts (`CellCut`). Its optimum over *all* months is the closest bound that a
/// linear programme gives.
///
/// - Source: G. B. Dantzig and P. Wolfe, Operations Research 8 (1960) 101–111.
struct AllocationMaster {
    private let problem: AllocationProblem
    private(set) var months: [WorkerMonth] = []
    private var known: Set<WorkerMonth> = []
    private var program: LinearProgram
    private var basis: LinearProgramSolution.Basis?
    private var isOpen: [Bool] = []
    /// Row of each wished group; nil for the others.
    private let wishRows: [Int?]
    /// Row of each cell; nil where no month visits it yet.
    private var cellRows: [Int?]
    private var left: [Int]
    /// Cuts and their rows; places of them by cell.
    private var cuts: [(cut: CellCut, row: Int)] = []
    private var knownCuts: Set<CellCut> = []
    private var cutsOfCell: [[Int]]
    /// The first row of floors.
    private let floorRow: Int
    /// The first row of demanded months; nil where no branch demands any.
    private let demandRow: Int?
    /// What a wished group that nobody opens costs: more than any plan is worth.
    let penalty: Double

    /// An optimum over the months so far.
    struct Optimum {
        let value: Double
        /// How much of each month is taken, 0…1.
        let taken: [Double]
        let workerPrices: [Double]
        let prices: AllocationPrices
        /// Wished groups, or parts of them, that are not opened.
        let unmetWishes: Double
    }

    /// - Parameter isBranched: whether branches may demand a month of a worker.
    init(_ problem: AllocationProblem, isBranched: Bool = false) {
        self.problem = problem
        let most = problem.span
        penalty = most
        var rows = problem.workers.map { _ in 1.0 }
        var wishRows: [Int?] = Array(repeating: nil, count: problem.groups)
        for group in problem.mustOpen {
            wishRows[group] = rows.count
            rows.append(-1)
        }
        self.wishRows = wishRows
        floorRow = rows.count
        rows += problem.floors.map { -$0.least }
        demandRow = isBranched ? rows.count : nil
        if isBranched { rows += problem.workers.map { _ in 0.0 } }
        program = LinearProgram(rowUpper: rows)
        left = problem.cells.map(\.count)
        cellRows = problem.cells.map { _ in nil }
        cutsOfCell = problem.cells.map { _ in [] }
        for group in problem.mustOpen {
            if let row = wishRows[group] {
                program.addColumn(objective: -most, upper: 1, entries: [(row, -1)])
            }
        }
        for (place, floor) in problem.floors.enumerated() {
            program.addColumn(objective: -floor.penalty, upper: .infinity, entries: [(floorRow + place, -1)])
        }
        if let demandRow {
            for worker in problem.workers.indices {
                program.addColumn(objective: -most, upper: 1, entries: [(demandRow + worker, -1)])
            }
        }
    }

    private var wishes: Int { problem.mustOpen.count }
    /// Columns before those of months.
    private var waysOut: Int {
        wishes + problem.floors.count + (demandRow == nil ? 0 : problem.workers.count)
    }

    /// Whether branches may demand a month of a worker.
    var isBranched: Bool { demandRow != nil }

    /// Adds a month, once; returns whether it is new.
    @discardableResult
    mutating func add(_ month: WorkerMonth) -> Bool {
        guard !month.openings.isEmpty, known.insert(month).inserted else { return false }
        let person = problem.workers[month.worker]
        var entries = [(row: month.worker, coefficient: 1.0)]
        entries += month.households(in: problem).map { (row(of: $0.cell), Double($0.count)) }
        entries += month.openings.compactMap { opening in
            wishRows[person.openings[opening].group].map { ($0, -1) }
        }
        entries += month.reach(in: problem).map { (floorRow + $0.floor, -$0.amount) }
        if let demandRow { entries.append((demandRow + month.worker, -1)) }
        for visit in month.visits {
            for place in cutsOfCell[visit.cell] where cuts[place].cut.weight(visit.count) > 0 {
                entries.append((cuts[place].row, cuts[place].cut.weight(visit.count)))
            }
        }
        program.addColumn(objective: month.value(in: problem), upper: .infinity, entries: entries)
        months.append(month)
        isOpen.append(true)
        return true
    }

    /// In the order in which they were added.
    var cellCuts: [CellCut] { cuts.map(\.cut) }

    /// Adds cuts, each once; returns how many were new.
    mutating func add(_ cuts: some Sequence<CellCut>) -> Int {
        let new = cuts.filter { knownCuts.insert($0).inserted }
        var entries = Array(repeating: [(column: Int, coefficient: Double)](), count: new.count)
        let ofCell = Dictionary(grouping: new.indices) { new[$0].cell }
        for (place, month) in months.enumerated() {
            for visit in month.visits {
                for cut in ofCell[visit.cell] ?? [] where new[cut].weight(visit.count) > 0 {
                    entries[cut].append((waysOut + place, new[cut].weight(visit.count)))
                }
            }
        }
        let first = program.addRows(entries.map { (1, $0) })
        for (place, cut) in new.enumerated() {
            cutsOfCell[cut.cell].append(self.cuts.count)
            self.cuts.append((cut, first + place))
        }
        return new.count
    }

    /// Leaves out cuts that bind nothing, so that the programme stays small.
    mutating func dropSlackCuts() {
        if cuts.isEmpty { return }
        program.basis = basis
        let ofCuts = Set(cuts.map(\.row))
        let (smaller, places) = program.keepingRows { !ofCuts.contains($0) }
        program = smaller
        basis = smaller.basis
        cellRows = cellRows.map { $0.flatMap { places[$0] } }
        cuts = cuts.compactMap { cut in places[cut.row].map { (cut.cut, $0) } }
        knownCuts = Set(cuts.map(\.cut))
        cutsOfCell = problem.cells.map { _ in [] }
        for (place, cut) in cuts.enumerated() { cutsOfCell[cut.cut.cell].append(place) }
    }

    private mutating func row(of cell: Int) -> Int {
        if let row = cellRows[cell] { return row }
        let row = program.addRow(upper: Double(left[cell]))
        cellRows[cell] = row
        return row
    }

    /// From the last basis; where the engine loses its way from there, from none: some solution there always is.
    private mutating func solution(
        by solver: LinearProgramSolver
    ) throws(LinearProgramError) -> LinearProgramSolution {
        program.basis = basis
        if basis != nil, let solution = try? solver(program) { return solution }
        program.basis = nil
        return try solver(program)
    }

    mutating func optimum(by solver: LinearProgramSolver) throws(LinearProgramError) -> Optimum {
        let solution = try solution(by: solver)
        basis = solution.basis
        let workers = problem.workers.count
        var openings = Array(repeating: 0.0, count: problem.groups)
        for group in problem.mustOpen {
            // A wish that is given up is at its limit, and its price may be any above the penalty; more proves nothing.
            if let row = wishRows[group] { openings[group] = min(penalty, max(0, solution.rowPrices[row])) }
        }
        var surcharges = Array(repeating: [Double](), count: problem.cells.count)
        for (cut, row) in cuts where solution.rowPrices[row] > 1e-9 {
            let price = solution.rowPrices[row]
            if surcharges[cut.cell].isEmpty { surcharges[cut.cell] = cut.weights.map { _ in 0 } }
            for (visits, weight) in cut.weights.enumerated() {
                surcharges[cut.cell][visits] += price * weight
            }
        }
        return Optimum(
            value: solution.objective, taken: Array(solution.columns.dropFirst(waysOut)),
            workerPrices: (0..<workers).map { worker in
                solution.rowPrices[worker] - (demandRow.map { solution.rowPrices[$0 + worker] } ?? 0)
            },
            prices: AllocationPrices(
                cells: cellRows.map { $0.map { max(0, solution.rowPrices[$0]) } ?? 0 }, openings: openings,
                floors: problem.floors.enumerated().map { place, floor in
                    min(floor.penalty, max(0, solution.rowPrices[floorRow + place]))
                }, surcharges: surcharges),
            unmetWishes: solution.columns.prefix(wishes).reduce(0, +))
    }

    /// Closes the months that a branch forbids and opens the others.
    mutating func allow(_ allows: (WorkerMonth) -> Bool) {
        for (place, month) in months.enumerated() {
            let opens = allows(month)
            if opens != isOpen[place] {
                program.setColumnUpper(waysOut + place, to: opens ? .infinity : 0)
                isOpen[place] = opens
            }
        }
    }

    /// Leaves out months that are closed or not kept, so that the programme stays small.
    mutating func drop(keeping isKept: (_ place: Int) -> Bool) {
        program.basis = basis
        let (smaller, kept) = program.keepingColumns { column in
            column < waysOut || (isOpen[column - waysOut] && isKept(column - waysOut))
        }
        let places = kept.filter { $0 >= waysOut }.map { $0 - waysOut }
        program = smaller
        basis = smaller.basis
        months = places.map { months[$0] }
        // What is left out may be found again.
        known = Set(months)
        isOpen = places.map { isOpen[$0] }
    }

    /// Sets how much of a worker there is, at least 0.
    mutating func limit(_ worker: Int, to share: Double) { program.setRowUpper(worker, to: share) }

    /// Sets which workers must have a month.
    mutating func demand(_ isDemanded: (Int) -> Bool) {
        guard let demandRow else { return }
        for worker in problem.workers.indices {
            program.setRowUpper(demandRow + worker, to: isDemanded(worker) ? -1 : 0)
        }
    }

    /// Sets how many households of each cell are left.
    mutating func leave(_ left: [Int]) {
        self.left = left
        for (cell, count) in left.enumerated() {
            if let row = cellRows[cell] { program.setRowUpper(row, to: Double(count)) }
        }
        for (cut, row) in cuts { program.setRowUpper(row, to: cut.weight(left[cut.cell])) }
    }

    /// Sets what others add to each floor already.
    mutating func owe(beyond reached: [Double]) {
        for (place, floor) in problem.floors.enumerated() {
            program.setRowUpper(floorRow + place, to: reached[place] - floor.least)
        }
    }

    /// Sets how often wished groups are still to be opened: −1 or 0.
    mutating func wish(_ isWished: (Int) -> Bool) {
        for group in problem.mustOpen {
            if let row = wishRows[group] { program.setRowUpper(row, to: isWished(group) ? -1 : 0) }
        }
    }
}
