/// What calibration takes out of linearised values before their variance is formed.
///
/// Values are scores: a row's linearised value times its weight after the calibration.
///
/// - Source: R survey 4.1-1 `svyrecvar`; J.-C. Deville and C.-E. Särndal, JASA 87 (1992) 376–382.
enum CalibrationAdjustment: Sendable {
    /// Cells of a post-stratification: by row the cell and the weights before and after.
    case cells([Int], before: [Double], after: [Double])
    /// Margins of a raking: by margin and row the cell and the weights after that margin.
    case margins([(cells: [Int], after: [Double])])
    /// A regression on covariates: by row the covariates and the weights before and after.
    case regression(Regression)

    struct Regression: Sendable {
        let covariates: [[Double]]
        let before, after: [Double]
        /// Of X'·W·X with the weights before.
        let factor: Cholesky
    }

    func takeOut(of scores: inout [Double]) {
        switch self {
        case .cells(let cells, let before, let after):
            Self.takeOutMeans(of: &scores, cells: cells, weights: before, after: after)
        case .margins(let margins):
            // R repeats the margins ten times and takes plain means in them.
            for _ in 0..<10 {
                for margin in margins {
                    let even = Array(repeating: 1.0, count: scores.count)
                    Self.takeOutMeans(of: &scores, cells: margin.cells, weights: even, after: margin.after)
                }
            }
        case .regression(let regression): regression.takeOut(of: &scores)
        }
    }

    private static func takeOutMeans(
        of scores: inout [Double], cells: [Int], weights: [Double], after: [Double]
    ) {
        let count = (cells.max() ?? -1) + 1
        var sums = Array(repeating: ExactSum(), count: count)
        var wholes = Array(repeating: ExactSum(), count: count)
        for (row, cell) in cells.enumerated() {
            wholes[cell].add(weights[row])
            if after[row] > 0 { sums[cell].add(scores[row] / after[row] * weights[row]) }
        }
        let means = zip(sums, wholes).map { $1.value > 0 ? $0.value / $1.value : 0 }
        for (row, cell) in cells.enumerated() { scores[row] -= means[cell] * after[row] }
    }
}

extension CalibrationAdjustment.Regression {
    func takeOut(of scores: inout [Double]) {
        let size = covariates.first?.count ?? 0
        var sums = Array(repeating: ExactSum(), count: size)
        for (row, values) in covariates.enumerated() where after[row] != 0 {
            let weighted = scores[row] / after[row] * before[row]
            for (place, value) in values.enumerated() { sums[place].add(value * weighted) }
        }
        let slopes = factor.solve(sums.map(\.value))
        for (row, values) in covariates.enumerated() {
            scores[row] -= zip(values, slopes).reduce(0) { $0 + $1.0 * $1.1 } * after[row]
        }
    }
}
