extension FayHerriotSystem {
    /// The slope of what the method maximises, and the size of its expected curvature, at this area variance.
    ///
    /// With P = V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹, P·y are the residuals over A + D, and its traces need only the small
    /// matrices X'V⁻²X and X'V⁻³X.
    ///
    /// - Source: Rao and Molina (2015), 6.1.2; for moments the step of R's sae, `eblupFH`: Σ r²/(A + D) is set
    ///   to m − p with Σ 1/(A + D) for the slope.
    func score(_ data: FayHerriotData, method: FayHerriot.Method) -> (slope: Double, information: Double) {
        let weighted = data.values.indices.map { precisions[$0] * (data.values[$0] - fitted[$0]) }
        let squares = weighted.reduce(0) { $0 + $1 * $1 }
        let sum = precisions.reduce(0, +)
        let sumOfSquares = precisions.reduce(0) { $0 + $1 * $1 }
        switch method {
        case .ml:
            return ((squares - sum) / 2, sumOfSquares / 2)
        case .moments:
            let distance = weighted.indices.reduce(0) {
                $0 + weighted[$1] * weighted[$1] / precisions[$1]
            }
            return (distance - Double(data.values.count - data.coefficientCount), sum)
        case .reml:
            let second = covariance * Self.crossProduct(data.rows, precisions.map { $0 * $0 })
            let third = covariance * Self.crossProduct(data.rows, precisions.map { $0 * $0 * $0 })
            let trace = sum - second.trace
            let traceOfSquare = sumOfSquares - 2 * third.trace + (second * second).trace
            return ((squares - trace) / 2, traceOfSquare / 2)
        }
    }

    /// tr((X'V⁻¹X)⁻¹ X'V⁻²X).
    func leverageTrace(_ data: FayHerriotData) -> Double {
        (covariance * Self.crossProduct(data.rows, precisions.map { $0 * $0 })).trace
    }
}

extension Matrix {
    fileprivate var trace: Double { (0..<rows).reduce(0) { $0 + self[$1, $1] } }
}
