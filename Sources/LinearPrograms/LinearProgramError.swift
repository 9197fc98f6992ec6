/// Why a linear programme has no optimal solution to give.
package enum LinearProgramError: Error, Equatable, CustomStringConvertible {
    case infeasible
    case unbounded
    /// The engine stopped with a status of its own.
    case stopped(status: Int)
    case noMemory

    package var description: String {
        switch self {
        case .infeasible: "the linear programme has no solution within its limits."
        case .unbounded: "the linear programme has no largest value."
        case .stopped(let status): "the LP engine stopped before the optimum (status \(status))."
        case .noMemory: "the LP engine got no memory."
        }
    }
}
