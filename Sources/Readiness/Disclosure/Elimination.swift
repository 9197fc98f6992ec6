/// Equations solved for as many variables as there are independent ones (Gauss and Jordan).
struct Elimination {
    /// The variable that each row is solved for.
    private(set) var basis: [Int] = []
    /// All other variables, in their order.
    private(set) var outside: [Int] = []
    /// Row by row: each variable of the basis is −Σ entry · variable outside.
    private(set) var table: [Double] = []

    static let tolerance = 1e-9

    /// Equations by the columns and weights that are not 0.
    ///
    /// Each is solved for its variable that is in the fewest equations, so that few entries are filled in.
    init(_ equations: [[(column: Int, weight: Double)]], columns: Int) {
        var uses = Array(repeating: 0, count: columns)
        for entry in equations.joined() { uses[entry.column] += 1 }
        var rows: [Row] = []
        var rowOf = Array(repeating: -1, count: columns)
        for equation in equations {
            var row = Row(equation, columns: columns)
            for entry in equation where rowOf[entry.column] >= 0 {
                row.subtract(rows[rowOf[entry.column]], times: entry.weight, solvedFor: entry.column)
            }
            let greatest = row.columns.reduce(0) { max($0, abs(row.weights[$1])) }
            guard greatest > Self.tolerance else { continue }
            let usable = row.columns.filter { abs(row.weights[$0]) >= 0.5 * greatest }
            guard let column = usable.min(by: { (uses[$0], $0) < (uses[$1], $1) }) else { continue }
            row.divide(by: row.weights[column], tolerance: Self.tolerance)
            for other in rows.indices where rows[other].weights[column] != 0 {
                rows[other].subtract(row, times: rows[other].weights[column], solvedFor: column)
            }
            rowOf[column] = rows.count
            rows.append(row)
            basis.append(column)
        }
        outside = (0..<columns).filter { rowOf[$0] < 0 }
        table.reserveCapacity(rows.count * outside.count)
        for row in rows {
            for column in outside { table.append(row.weights[column]) }
        }
    }

    /// An equation: all weights, and the columns whose weight need not be 0.
    private struct Row {
        var weights: [Double]
        var columns: [Int]

        init(_ equation: [(column: Int, weight: Double)], columns count: Int) {
            weights = Array(repeating: 0, count: count)
            columns = equation.map(\.column)
            for entry in equation { weights[entry.column] = entry.weight }
        }

        /// Takes `column` out by the row that is solved for it.
        mutating func subtract(_ other: Row, times factor: Double, solvedFor column: Int) {
            for index in other.columns {
                if weights[index] == 0 { columns.append(index) }
                weights[index] -= factor * other.weights[index]
            }
            weights[column] = 0
            columns = columns.filter { weights[$0] != 0 }
        }

        mutating func divide(by pivot: Double, tolerance: Double) {
            for column in columns {
                weights[column] = abs(weights[column]) > tolerance ? weights[column] / pivot : 0
            }
            columns = columns.filter { weights[$0] != 0 }
        }
    }
}
