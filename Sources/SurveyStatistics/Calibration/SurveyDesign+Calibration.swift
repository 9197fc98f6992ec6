extension SurveyDesign {
    /// Weights that reach population totals of covariates and stay as near as they can to those before.
    ///
    /// `covariates`: one list a row, an intercept among them if the population's size is to be reached; `totals`: one
    /// a covariate. The variance is that of residuals of the regression on the covariates.
    ///
    /// - Throws: `CalibrationError` `.unequalLengths`, `.singularCovariates`, `.notConverged`.
    /// - Source: Deville and Särndal (1992); R survey 4.1-1 `calibrate`.
    public func calibrated(
        to totals: [Double], covariates: [[Double]], distance: CalibrationDistance = .linear(nil),
        tolerance: Double = 1e-12, mostRounds: Int = 100
    ) throws(CalibrationError) -> SurveyDesign {
        guard covariates.count == rowCount, covariates.allSatisfy({ $0.count == totals.count }) else {
            throw .unequalLengths(found: covariates.count, expected: rowCount)
        }
        guard let factor = Cholesky(products(covariates, weights)) else { throw .singularCovariates }
        var multipliers = Array(repeating: 0.0, count: totals.count)
        for _ in 0..<mostRounds {
            let predictors = covariates.map { row in zip(row, multipliers).reduce(0) { $0 + $1.0 * $1.1 } }
            let after = zip(weights, predictors).map { $0 * distance.ratio($1) }
            let misfit = zip(totals, sums(covariates, after)).map { $0 - $1 }
            if zip(misfit, totals).allSatisfy({ abs($0) <= tolerance * (1 + abs($1)) }) {
                return with(
                    weights: after,
                    after: .regression(
                        .init(covariates: covariates, before: weights, after: after, factor: factor)))
            }
            let slopes = zip(weights, predictors).map { $0 * distance.slope($1) }
            guard let step = Cholesky(products(covariates, slopes))?.solve(misfit) else {
                throw .notConverged(rounds: mostRounds)
            }
            multipliers = zip(multipliers, step).map { $0 + $1 }
        }
        throw .notConverged(rounds: mostRounds)
    }

    /// Weights held between two bounds; what is cut off is spread over the others in equal parts.
    ///
    /// `isStrict` repeats it until no weight is outside; otherwise spreading may push some over again.
    ///
    /// - Throws: `CalibrationError.notConverged` where the bounds leave no room for the sum of weights.
    /// - Source: R survey 4.1-1 `trimWeights`.
    public func trimmed(
        to bounds: ClosedRange<Double>, isStrict: Bool = false
    ) throws(CalibrationError) -> SurveyDesign {
        var current = weights
        for _ in 0..<1000 {
            let inside = current.map(bounds.contains)
            let count = inside.count { $0 }
            if count == current.count { return with(weights: current, after: nil) }
            if count == 0 { throw .notConverged(rounds: 1) }
            let held = current.map { min(max($0, bounds.lowerBound), bounds.upperBound) }
            let share = exactSum(zip(current, held).map { $0 - $1 }) / Double(count)
            current = zip(held, inside).map { $1 ? $0 + share : $0 }
            if !isStrict { return with(weights: current, after: nil) }
        }
        throw .notConverged(rounds: 1000)
    }

    private func sums(_ covariates: [[Double]], _ weights: [Double]) -> [Double] {
        var sums = Array(repeating: ExactSum(), count: covariates.first?.count ?? 0)
        for (row, weight) in zip(covariates, weights) where weight != 0 {
            for (place, value) in row.enumerated() { sums[place].add(value * weight) }
        }
        return sums.map(\.value)
    }

    private func products(_ covariates: [[Double]], _ weights: [Double]) -> Matrix {
        let size = covariates.first?.count ?? 0
        var sums = Array(repeating: ExactSum(), count: size * size)
        for (row, weight) in zip(covariates, weights) where weight != 0 {
            for left in 0..<size {
                for right in 0...left { sums[left * size + right].add(weight * row[left] * row[right]) }
            }
        }
        var matrix = Matrix(rows: size, columns: size)
        for left in 0..<size {
            for right in 0...left {
                matrix[left, right] = sums[left * size + right].value
                matrix[right, left] = matrix[left, right]
            }
        }
        return matrix
    }
}
