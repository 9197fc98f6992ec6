/// A test whether two answers are associated, with the design in it.
public struct AssociationTest: Sendable, Hashable {
    /// Rao and Scott's second-order F: Pearson's X² ÷ the sum of the design effects.
    public let statistic: Double
    /// Degrees of freedom above and below.
    public let numeratorDegreesOfFreedom, denominatorDegreesOfFreedom: Double
    /// The chance of a statistic as large or larger without any association.
    public let pValue: Double
}

extension SurveyDesign {
    /// Whether two answers are associated: rows with both, labels of any number, at least two of each.
    ///
    /// nil where either has a single label, or a cell's variance cannot be told from the others'.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    /// - Source: J. N. K. Rao and A. J. Scott, Annals of Statistics 12 (1984) 46–60; R survey 4.1-1
    ///   `svychisq(statistic = "F")`.
    public func association(
        of rowLabels: [Int?], and columnLabels: [Int?], in domain: Domain = .all
    ) throws(DesignError) -> AssociationTest? {
        let members = rows(of: domain).filter { rowLabels[$0] != nil && columnLabels[$0] != nil }
        let rowValues = Set(members.compactMap { rowLabels[$0] }).sorted()
        let columnValues = Set(members.compactMap { columnLabels[$0] }).sorted()
        guard rowValues.count > 1, columnValues.count > 1 else { return nil }
        let cells = columnValues.flatMap { column in rowValues.map { (row: $0, column: column) } }
        let shares = cells.map { cell in
            Statistic.proportion(
                weights.indices.map { row -> Bool? in
                    guard let own = rowLabels[row], let other = columnLabels[row] else { return nil }
                    return own == cell.row && other == cell.column
                })
        }
        let domain = Domain.rows(members)
        let means = shares.map { linearise($0, in: domain).value }
        let variance = try covariances(shares.map { ($0, domain) })
        let table = TwoWayTable(rows: rowValues.count, columns: columnValues.count, shares: means)
        guard let effects = table.designEffects(of: variance, cases: members.count) else { return nil }
        let (trace, traceOfSquare) = (effects.trace, (effects * effects).trace)
        let df = trace * trace / traceOfSquare
        let below = df * Double(degreesOfFreedom)
        let statistic = table.pearson(cases: members.count) / trace
        return AssociationTest(
            statistic: statistic, numeratorDegreesOfFreedom: df, denominatorDegreesOfFreedom: below,
            pValue: Distributions.fTail(statistic, df, below))
    }
}

/// Shares of a table, the rows of the first column first.
private struct TwoWayTable {
    let rows, columns: Int
    let shares: [Double]

    /// Pearson's X² of the shares scaled up to the number of cases.
    func pearson(cases: Int) -> Double {
        let rowShares = (0..<rows).map { row in (0..<columns).reduce(0) { $0 + shares[$1 * rows + row] } }
        let columnShares = (0..<columns).map { column in
            (0..<rows).reduce(0) { $0 + shares[column * rows + $1] }
        }
        return Double(cases)
            * shares.indices.reduce(0) { sum, cell in
                let expected = rowShares[cell % rows] * columnShares[cell / rows]
                return expected > 0
                    ? sum + (shares[cell] - expected) * (shares[cell] - expected) / expected : sum
            }
    }

    /// (C'·D⁻¹·C/n)⁻¹ · C'·D⁻¹·V·D⁻¹·C, C the interactions beside rows and columns.
    func designEffects(of variance: Matrix, cases: Int) -> Matrix? {
        let contrasts = interactions
        let scaled = contrasts.map { contrast in
            zip(contrast, shares).map { $1 > 0 ? $0 / $1 : 0 }
        }
        let size = contrasts.count
        var simple = Matrix(rows: size, columns: size)
        var design = Matrix(rows: size, columns: size)
        for row in 0..<size {
            let spread = variance * scaled[row]
            for column in 0..<size {
                simple[row, column] = dot(scaled[row], contrasts[column]) / Double(cases)
                design[row, column] = dot(spread, scaled[column])
            }
        }
        return Cholesky(simple).map { $0.inverse() * design }
    }

    /// Products of centred row and column indicators: orthogonal to the main effects.
    private var interactions: [[Double]] {
        (1..<columns).flatMap { column in
            (1..<rows).map { row in
                shares.indices.map { cell in
                    let inRow = (cell % rows == row ? 1.0 : 0.0) - 1 / Double(rows)
                    let inColumn = (cell / rows == column ? 1.0 : 0.0) - 1 / Double(columns)
                    return inRow * inColumn
                }
            }
        }
    }

    private func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension Matrix {
    fileprivate var trace: Double { (0..<rows).reduce(0) { $0 + self[$1, $1] } }
}
