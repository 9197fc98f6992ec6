/// An optimal solution of a `LinearProgram`.
package struct LinearProgramSolution: Sendable, Equatable {
    package let objective: Double
    /// One value per column.
    package let columns: [Double]
    /// One price per row, at least 0: what one more unit of the limit would add to the objective.
    package let rowPrices: [Double]
    /// Where the engine ended, for the next solve of a grown programme; nil from an engine that has none.
    package let basis: Basis?

    /// The engine's own code for each column and row: basic, or at which limit.
    package struct Basis: Sendable, Equatable {
        package let columns: [UInt8]
        package let rows: [UInt8]

        /// CLP's own code.
        func isBasic(_ column: Int) -> Bool { columns[column] & 7 == 1 }

        func isSlack(_ row: Int) -> Bool { rows[row] & 7 == 1 }
    }

    package init(objective: Double, columns: [Double], rowPrices: [Double], basis: Basis? = nil) {
        self.objective = objective
        self.columns = columns
        self.rowPrices = rowPrices
        self.basis = basis
    }
}

/// Anything that solves a linear programme to optimality.
///
/// The one seam of this room: tests compare engines.
package typealias LinearProgramSolver =
    @Sendable (LinearProgram) throws(LinearProgramError) -> LinearProgramSolution
