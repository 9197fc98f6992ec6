/// A dense matrix of doubles, row by row: for the small systems of calibration and of area models.
struct Matrix: Sendable, Equatable {
    let rows, columns: Int
    private(set) var elements: [Double]

    init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.rows = rows
        self.columns = columns
        elements = Array(repeating: value, count: rows * columns)
    }

    /// Rows of equal length.
    init(_ rows: [[Double]]) {
        precondition(rows.allSatisfy { $0.count == rows.first?.count })
        self.rows = rows.count
        columns = rows.first?.count ?? 0
        elements = rows.flatMap(\.self)
    }

    subscript(row: Int, column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    static func * (left: Matrix, right: [Double]) -> [Double] {
        precondition(left.columns == right.count)
        return (0..<left.rows).map { row in
            (0..<left.columns).reduce(0) { $0 + left[row, $1] * right[$1] }
        }
    }

    static func * (left: Matrix, right: Matrix) -> Matrix {
        precondition(left.columns == right.rows)
        var product = Matrix(rows: left.rows, columns: right.columns)
        for row in 0..<left.rows {
            for column in 0..<right.columns {
                product[row, column] = (0..<left.columns).reduce(0) { $0 + left[row, $1] * right[$1, column] }
            }
        }
        return product
    }
}

/// The factor L of a symmetric positive definite matrix A = L·Lᵀ.
struct Cholesky: Sendable {
    private let lower: Matrix

    /// nil where the matrix is not positive definite, to about 1e-12 of its diagonal.
    init?(_ matrix: Matrix) {
        precondition(matrix.rows == matrix.columns)
        var lower = Matrix(rows: matrix.rows, columns: matrix.rows)
        for row in 0..<matrix.rows {
            for column in 0...row {
                let sum = (0..<column).reduce(matrix[row, column]) { $0 - lower[row, $1] * lower[column, $1] }
                if row == column {
                    guard sum > 1e-12 * abs(matrix[row, row]) else { return nil }
                    lower[row, row] = sum.squareRoot()
                } else {
                    lower[row, column] = sum / lower[column, column]
                }
            }
        }
        self.lower = lower
    }

    /// x of A·x = b.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in x.indices {
            for column in 0..<row { x[row] -= lower[row, column] * x[column] }
            x[row] /= lower[row, row]
        }
        for row in x.indices.reversed() {
            for column in (row + 1)..<max(row + 1, x.count) { x[row] -= lower[column, row] * x[column] }
            x[row] /= lower[row, row]
        }
        return x
    }

    /// L·v: independent standard draws made into draws with covariance A.
    func scaled(_ vector: [Double]) -> [Double] { lower * vector }

    /// A⁻¹.
    func inverse() -> Matrix {
        var inverse = Matrix(rows: lower.rows, columns: lower.rows)
        for column in 0..<lower.rows {
            var unit = Array(repeating: 0.0, count: lower.rows)
            unit[column] = 1
            for (row, value) in solve(unit).enumerated() { inverse[row, column] = value }
        }
        return inverse
    }
}
