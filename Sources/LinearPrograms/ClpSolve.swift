internal import CClp

/// Solves a linear programme with COIN-OR CLP: primal simplex, as a new column leaves the last solution
/// feasible; dual where only limits changed.
///
/// - Throws: `LinearProgramError` unless CLP proves an optimum.
/// - Source: CLP 1.17, Clp_C_Interface.h.
package func clpSolve(_ program: LinearProgram) throws(LinearProgramError) -> LinearProgramSolution {
    guard let model = ClpModel() else { throw .noMemory }
    return try model.solve(program)
}

/// A CLP model: made, used and freed in one synchronous call.
@safe private struct ClpModel: ~Copyable {
    private let model: UnsafeMutableRawPointer

    init?() {
        guard let model = unsafe Clp_newModel() else { return nil }
        unsafe self.model = unsafe model
        // CLP logs to standard output by default.
        unsafe Clp_setLogLevel(model, 0)
    }

    deinit { unsafe Clp_deleteModel(model) }

    func solve(_ program: LinearProgram) throws(LinearProgramError) -> LinearProgramSolution {
        precondition(program.columns <= Int(Int32.max) && program.rows <= Int(Int32.max), "too large for CLP")
        let columns = program.columns
        let rows = program.rows
        let zeros = Array(repeating: 0.0, count: columns)
        let free = Array(repeating: -Double.infinity, count: rows)
        // CLP minimises; the signs are turned here so that prices of ≤ rows come out at least 0.
        let cost = program.objective.map { -$0 }
        // CLP copies every array.
        unsafe Clp_loadProblem(
            model, Int32(columns), Int32(rows), program.columnStarts, program.rowIndices,
            program.coefficients,
            zeros, program.columnUpper, cost, free, program.rowUpper)
        if let basis = program.basis, basis.rows.count <= rows, basis.columns.count <= columns {
            // A column that the basis does not know yet is at its lower limit; a row is slack.
            let added = Array(repeating: Self.atLower, count: columns - basis.columns.count)
            let slack = Array(repeating: Self.basic, count: rows - basis.rows.count)
            unsafe Clp_copyinStatus(model, basis.columns + added + basis.rows + slack)
        }
        // With columns of the basis alone only limits have moved or rows were added: that basis is optimal but for
        // them.
        if program.basis.map({ $0.columns.count == columns }) ?? program.startsAtLimits {
            unsafe Clp_dual(model, 0)
        } else {
            unsafe Clp_primal(model, 0)
        }
        switch unsafe Clp_status(model) {
        case 0: break
        case 1: throw .infeasible
        case 2: throw .unbounded
        case let status: throw .stopped(status: Int(status))
        }
        let values = unsafe copy(Clp_getColSolution(model), count: columns)
        let duals = unsafe copy(Clp_getRowPrice(model), count: rows)
        let statuses = unsafe UnsafeBufferPointer(start: Clp_statusArray(model), count: columns + rows)
        let basis = unsafe LinearProgramSolution.Basis(
            columns: Array(statuses[..<columns]), rows: Array(statuses[columns...]))
        return unsafe LinearProgramSolution(
            objective: -Clp_getObjValue(model), columns: values, rowPrices: duals.map { $0 < 0 ? -$0 : 0 },
            basis: basis)
    }

    /// ClpSimplex::Status.
    private static let basic: UInt8 = 1
    private static let atLower: UInt8 = 3

    private func copy(_ start: UnsafePointer<Double>?, count: Int) -> [Double] {
        unsafe Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
