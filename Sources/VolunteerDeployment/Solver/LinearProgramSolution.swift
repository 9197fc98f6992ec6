/// An optimal solution of a `LinearProgram`.
package struct LinearProgramSolution: Sendable, Equatable {
    package let objective: Double
    /// One value per column.
    package let columns: [Double]
    /// One price per row, at least 0: what one more unit of the limit would add to the objective.
    package let rowPrices: [Double]

    package init(objective: Double, columns: [Double], rowPrices: [Double]) {
        self.objective = objective
        self.columns = columns
        self.rowPrices = rowPrices
    }
}

/// Anything that solves a linear programme to optimality.
///
/// The one seam of this room: tests compare engines.
package typealias LinearProgramSolver =
    @Sendable (LinearProgram) throws(LinearProgramError) -> LinearProgramSolution
