/// Why a linear programme has no optimal solution to give.
package enum LinearProgramError: Error, Equatable, CustomStringConvertible {
    case infeasible
    case unbounded
    /// The engine stopped with a status of its own.
    case stopped(status: Int)
    case noMemory
    /// The prices prove only `bound`, not the `objective` that the engine called optimal.
    case notProven(objective: Double, bound: Double)

    package var description: String {
        switch self {
        case .infeasible: "the linear programme has no solution within its limits."
        case .unbounded: "the linear programme has no largest value."
        case .stopped(let status): "the LP engine stopped before the optimum (status \(status))."
        case .noMemory: "the LP engine got no memory."
        case .notProven(let objective, let bound):
            "the LP engine called \(objective) optimal, but its prices prove only \(bound)."
        }
    }
}
