/// What a Fay-Herriot model is fitted to: checked.
struct FayHerriotData: Sendable {
    let values: [Double]
    let variances: [Double]
    /// One row per area, the intercept first if there is one.
    let rows: [[Double]]
    let hasIntercept: Bool

    var coefficientCount: Int { rows.first?.count ?? 0 }

    init(values: [Double], variances: [Double], covariates: [[Double]], hasIntercept: Bool)
        throws(FayHerriotError)
    {
        guard values.count == variances.count, values.count == covariates.count else {
            throw .differentLengths(
                values: values.count, variances: variances.count, covariates: covariates.count)
        }
        self.values = values
        self.variances = variances
        self.hasIntercept = hasIntercept
        rows = covariates.map { hasIntercept ? [1] + $0 : $0 }
        for area in values.indices {
            guard rows[area].count == rows[0].count else { throw .rowLength(area: area) }
            guard values[area].isFinite, rows[area].allSatisfy(\.isFinite) else {
                throw .notFinite(area: area)
            }
            guard variances[area].isFinite, variances[area] > 0 else { throw .variance(area: area) }
        }
        guard values.count > coefficientCount, coefficientCount > 0 else {
            throw .tooFewAreas(areas: values.count, coefficients: coefficientCount)
        }
    }

    /// The median of the sampling variances: where scoring starts.
    var medianVariance: Double {
        let sorted = variances.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
