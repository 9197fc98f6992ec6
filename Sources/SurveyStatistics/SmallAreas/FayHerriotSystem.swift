/// The generalised least-squares fit at one area variance A, where V = diag(A + D).
struct FayHerriotSystem: Sendable {
    let areaVariance: Double
    /// 1 / (A + D) of each area.
    let precisions: [Double]
    /// (X'V⁻¹X)⁻¹.
    let covariance: Matrix
    let coefficients: [Double]
    /// x'β̂ of each area.
    let fitted: [Double]

    init(_ data: FayHerriotData, areaVariance: Double) throws(FayHerriotError) {
        let precisions = data.variances.map { 1 / (areaVariance + $0) }
        guard let factor = Cholesky(Self.crossProduct(data.rows, precisions)) else {
            throw .collinearCovariates
        }
        let right = (0..<data.coefficientCount).map { column in
            data.values.indices.reduce(0) {
                $0 + precisions[$1] * data.rows[$1][column] * data.values[$1]
            }
        }
        let coefficients = factor.solve(right)
        self.areaVariance = areaVariance
        self.precisions = precisions
        self.coefficients = coefficients
        covariance = factor.inverse()
        fitted = data.rows.map { Self.product($0, coefficients) }
    }

    /// x'(X'V⁻¹X)⁻¹x: the variance of x'β̂.
    func variance(at row: [Double]) -> Double { Self.product(row, covariance * row) }

    /// x'β̂.
    func value(at row: [Double]) -> Double { Self.product(row, coefficients) }

    /// X' diag(weights) X.
    static func crossProduct(_ rows: [[Double]], _ weights: [Double]) -> Matrix {
        let size = rows.first?.count ?? 0
        var product = Matrix(rows: size, columns: size)
        for (row, weight) in zip(rows, weights) {
            for left in 0..<size {
                for right in 0...left { product[left, right] += weight * row[left] * row[right] }
            }
        }
        for left in 0..<size {
            for right in 0..<left { product[right, left] = product[left, right] }
        }
        return product
    }

    private static func product(_ left: [Double], _ right: [Double]) -> Double {
        left.indices.reduce(0) { $0 + left[$1] * right[$1] }
    }
}
