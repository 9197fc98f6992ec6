/// How far one number of a linear system can be moved from the truth while all equations and bounds hold: a small
/// dense primal simplex method with bounded variables.
///
/// The truth is a feasible point, so there is no first phase: every variable starts at a move of 0, and those outside
/// the basis may stand between their bounds until they are first moved. Each point on the way is feasible, so a walk
/// that stops early finds a range too narrow, never one too wide: errors are on the safe side. Bland's rule.
///
/// - Source: V. Chvátal, Linear Programming (1983), ch. 8 (upper-bounded variables); R. G. Bland, New Finite Pivoting
///   Rules for the Simplex Method (Mathematics of Operations Research 2, 1977).
struct RangeWalk {
    /// How far each variable is from the truth.
    private(set) var moves: [Double]

    private let lower: [Double]
    private let upper: [Double]
    /// Each basic variable is −Σ entry · move of the variables outside; row by row.
    private var table: [Double]
    private var basis: [Int]
    private var outside: [Int]
    private static let tolerance = Elimination.tolerance

    /// Equations `Σ weight · move = 0`, solved; bounds of moves, lower ≤ 0 ≤ upper.
    init(_ solved: Elimination, lower: [Double], upper: [Double]) {
        self.lower = lower
        self.upper = upper
        (table, basis, outside) = (solved.table, solved.basis, solved.outside)
        moves = Array(repeating: 0, count: lower.count)
    }

    /// Moves `variable` up (`sign` 1) or down (−1) as far as it goes, from wherever the walk stands.
    mutating func walk(_ variable: Int, sign: Double) {
        // Bland's rule ends by itself; rounding errors may not.
        for _ in 0..<50 * (moves.count + 1) {
            let room = sign > 0 ? upper[variable] - moves[variable] : moves[variable] - lower[variable]
            guard room > Self.tolerance, let step = nextStep(variable, sign) else { return }
            take(step)
        }
    }

    private struct Step {
        let column: Int
        let direction: Double
    }

    /// The first variable outside the basis whose move helps.
    private func nextStep(_ variable: Int, _ sign: Double) -> Step? {
        let row = basis.firstIndex(of: variable)
        var best: Step?
        for (column, entering) in outside.enumerated() {
            if let best, outside[best.column] < entering { continue }
            let gain =
                sign * (row.map { -table[$0 * outside.count + column] } ?? (entering == variable ? 1 : 0))
            if gain > Self.tolerance, upper[entering] - moves[entering] > Self.tolerance {
                best = Step(column: column, direction: 1)
            } else if gain < -Self.tolerance, moves[entering] - lower[entering] > Self.tolerance {
                best = Step(column: column, direction: -1)
            }
        }
        return best
    }

    /// Moves the entering variable until it or a basic variable is stopped by a bound.
    private mutating func take(_ step: Step) {
        let (entering, direction) = (outside[step.column], step.direction)
        var length = direction > 0 ? upper[entering] - moves[entering] : moves[entering] - lower[entering]
        var leaving: Int?
        for (row, variable) in basis.enumerated() {
            let rate = -table[row * outside.count + step.column] * direction
            guard abs(rate) > Self.tolerance else { continue }
            let room = rate > 0 ? upper[variable] - moves[variable] : moves[variable] - lower[variable]
            let limit = max(room, 0) / abs(rate)
            let isTie = abs(limit - length) <= Self.tolerance
            if limit < length - Self.tolerance || (isTie && leaving.map { variable < basis[$0] } ?? false) {
                (length, leaving) = (min(limit, length), row)
            }
        }
        moves[entering] += direction * length
        for (row, variable) in basis.enumerated() {
            moves[variable] -= table[row * outside.count + step.column] * direction * length
        }
        if let leaving { exchange(leaving, step.column) }
    }

    /// Takes the variable of `column` into the basis, and that of `row` out.
    private mutating func exchange(_ row: Int, _ column: Int) {
        let width = outside.count
        let pivot = table[row * width + column]
        table[row * width + column] = 1
        for index in row * width..<(row + 1) * width { table[index] /= pivot }
        for other in basis.indices where other != row {
            let factor = table[other * width + column]
            guard factor != 0 else { continue }
            table[other * width + column] = 0
            for index in 0..<width { table[other * width + index] -= factor * table[row * width + index] }
        }
        (basis[row], outside[column]) = (outside[column], basis[row])
    }
}
