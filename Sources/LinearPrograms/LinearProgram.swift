/// Maximise objective · x subject to matrix · x ≤ rowUpper and 0 ≤ x ≤ columnUpper.
///
/// The matrix lies column by column, without gaps: the entries of column j are at
/// `columnStarts[j] ..< columnStarts[j + 1]`.
package struct LinearProgram: Sendable, Equatable {
    package private(set) var objective: [Double] = []
    package private(set) var columnUpper: [Double] = []
    package private(set) var columnStarts: [Int32] = [0]
    package private(set) var rowIndices: [Int32] = []
    package private(set) var coefficients: [Double] = []
    package private(set) var rowUpper: [Double]
    /// Where an engine may start: the basis of a solution of the first rows and columns.
    package var basis: LinearProgramSolution.Basis?
    /// Whether an engine starts with each column at the limit that its objective wants: fast where many columns with
    /// limits meet few rows.
    ///
    /// - Precondition: columns of a positive objective have a finite limit.
    package var startsAtLimits = false

    /// A program with these rows and no column yet.
    package init(rowUpper: [Double]) { self.rowUpper = rowUpper }

    package var columns: Int { objective.count }
    package var rows: Int { rowUpper.count }

    /// Adds a column with its entries by row.
    ///
    /// - Precondition: rows exist, and every number is finite (`upper` may be infinite).
    package mutating func addColumn(
        objective value: Double, upper: Double, entries: [(row: Int, coefficient: Double)]
    ) {
        precondition(value.isFinite && !upper.isNaN && upper >= 0, "a column needs numbers")
        for entry in entries {
            precondition(rowUpper.indices.contains(entry.row), "a column enters a row that does not exist")
            precondition(entry.coefficient.isFinite, "a column needs numbers")
            rowIndices.append(Int32(entry.row))
            coefficients.append(entry.coefficient)
        }
        objective.append(value)
        columnUpper.append(upper)
        columnStarts.append(Int32(rowIndices.count))
    }

    /// Adds a row that no column enters yet; returns its number.
    package mutating func addRow(upper: Double) -> Int {
        rowUpper.append(upper)
        return rowUpper.count - 1
    }

    /// Adds rows that columns enter already; returns the number of the first.
    ///
    /// - Precondition: columns exist, and every coefficient is finite.
    package mutating func addRows(
        _ rows: [(upper: Double, entries: [(column: Int, coefficient: Double)])]
    ) -> Int {
        let first = rowUpper.count
        var added = Array(repeating: [(row: Int32, coefficient: Double)](), count: columns)
        for row in rows {
            for entry in row.entries {
                precondition(
                    added.indices.contains(entry.column), "a row enters a column that does not exist")
                precondition(entry.coefficient.isFinite, "a row needs numbers")
                added[entry.column].append((Int32(rowUpper.count), entry.coefficient))
            }
            rowUpper.append(row.upper)
        }
        var (starts, indices, values): ([Int32], [Int32], [Double]) = ([0], [], [])
        for (column, added) in added.enumerated() {
            let own = Int(columnStarts[column])..<Int(columnStarts[column + 1])
            indices += rowIndices[own] + added.map(\.row)
            values += coefficients[own] + added.map(\.coefficient)
            starts.append(Int32(indices.count))
        }
        (columnStarts, rowIndices, coefficients) = (starts, indices, values)
        return first
    }

    /// The same program without the columns that are not kept; a basis keeps what it says of the others.
    ///
    /// - Parameter isKept: of a column; one that the basis needs is kept anyway.
    package func keepingColumns(where isKept: (Int) -> Bool) -> (program: LinearProgram, kept: [Int]) {
        var smaller = LinearProgram(rowUpper: rowUpper)
        let kept = objective.indices.filter { column in
            isKept(column) || basis.map { $0.columns.indices.contains(column) && $0.isBasic(column) } ?? false
        }
        for column in kept {
            let entries = (Int(columnStarts[column])..<Int(columnStarts[column + 1])).map {
                (Int(rowIndices[$0]), coefficients[$0])
            }
            smaller.addColumn(objective: objective[column], upper: columnUpper[column], entries: entries)
        }
        if let basis {
            smaller.basis = .init(
                columns: kept.filter { $0 < basis.columns.count }.map { basis.columns[$0] }, rows: basis.rows)
        }
        return (smaller, kept)
    }

    /// The same program without the rows that are not kept, and where each row went; a basis keeps what it says of
    /// the others.
    ///
    /// - Parameter isKept: of a row; one that is not slack in the basis is kept anyway.
    package func keepingRows(where isKept: (Int) -> Bool) -> (program: LinearProgram, places: [Int?]) {
        var places = Array(repeating: Int?.none, count: rows)
        var smaller = LinearProgram(rowUpper: [])
        for row in rowUpper.indices {
            let isSlack = basis.map { row >= $0.rows.count || $0.isSlack(row) } ?? true
            if isKept(row) || !isSlack { places[row] = smaller.addRow(upper: rowUpper[row]) }
        }
        for column in objective.indices {
            let entries = (Int(columnStarts[column])..<Int(columnStarts[column + 1])).compactMap { entry in
                places[Int(rowIndices[entry])].map { (row: $0, coefficient: coefficients[entry]) }
            }
            smaller.addColumn(objective: objective[column], upper: columnUpper[column], entries: entries)
        }
        if let basis {
            smaller.basis = .init(
                columns: basis.columns,
                rows: basis.rows.indices.filter { places[$0] != nil }.map { basis.rows[$0] })
        }
        return (smaller, places)
    }

    package mutating func setRowUpper(_ row: Int, to limit: Double) { rowUpper[row] = limit }

    package mutating func setColumnUpper(_ column: Int, to limit: Double) { columnUpper[column] = limit }

    /// The same program with another objective, one value per column; without a basis, which was of the old one.
    package func maximising(_ objective: [Double]) -> LinearProgram {
        precondition(objective.count == columns && objective.allSatisfy(\.isFinite), "a column needs numbers")
        var changed = self
        changed.objective = objective
        changed.basis = nil
        return changed
    }

    /// The same program with one limit moved.
    package func settingRowUpper(_ row: Int, to limit: Double) -> LinearProgram {
        var changed = self
        changed.rowUpper[row] = limit
        return changed
    }
}
