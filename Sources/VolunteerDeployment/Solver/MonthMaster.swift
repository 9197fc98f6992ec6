internal import SurveyData

/// The linear programme over months: at most one month for each volunteer, no household twice.
///
/// Rows: volunteers, then cells. Its optimum over *all* months is the closest bound that a linear programme
/// gives; over some months it is at most that.
///
/// - Source: Dantzig, Wolfe, Decomposition principle for linear programs, Operations Research 8 (1960).
struct MonthMaster {
    let problem: DeploymentProblem
    private(set) var months: [Month] = []
    private var program: LinearProgram
    private var basis: LinearProgramSolution.Basis?
    /// The columns of each volunteer.
    private var columns: [[Int]]

    /// An optimum over the months so far.
    struct Optimum {
        let value: Double
        /// How much of each month is taken, 0…1.
        let taken: [Double]
        let volunteerPrices: [Double]
        let cellPrices: [Double]
    }

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        program = LinearProgram(
            rowUpper: problem.volunteers.map { _ in 1 } + problem.cells.map { Double($0.count) })
        columns = problem.volunteers.map { _ in [] }
    }

    /// Adds a month with a visit; an empty one needs no column.
    mutating func add(_ month: Month) {
        guard !month.shares.isEmpty else { return }
        let volunteers = problem.volunteers.count
        program.addColumn(
            objective: month.gain, upper: .infinity,
            entries: [(month.volunteer, 1)] + month.shares.map { (volunteers + $0.cell, Double($0.visits)) })
        columns[month.volunteer].append(months.count)
        months.append(month)
    }

    mutating func optimum(by solver: LinearProgramSolver) throws(LinearProgramError) -> Optimum {
        program.basis = basis
        let solution = try solver(program)
        basis = solution.basis
        let volunteers = problem.volunteers.count
        return Optimum(
            value: solution.objective, taken: solution.columns,
            volunteerPrices: Array(solution.rowPrices.prefix(volunteers)),
            // Below 0 no price proves anything.
            cellPrices: solution.rowPrices.dropFirst(volunteers).map { max(0, $0) })
    }

    /// Takes all months of a volunteer away.
    mutating func close(_ volunteer: Int) {
        for column in columns[volunteer] { program.setColumnUpper(column, to: 0) }
    }

    /// Sets how many households of each cell are left, and closes every month that needs more.
    mutating func leave(_ left: [Int]) {
        let volunteers = problem.volunteers.count
        for (cell, count) in left.enumerated() {
            program.setRowUpper(volunteers + cell, to: Double(count))
        }
        for (column, month) in months.enumerated() where !month.fits(in: left) {
            program.setColumnUpper(column, to: 0)
        }
    }
}
