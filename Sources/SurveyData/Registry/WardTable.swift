/// A small file of the ward (registry, volunteers): all its rows as text, columns by header.
package struct WardTable: Sendable {
    package let file: String
    package let headers: [String]
    package let headerLine: Int
    package let rows: [Row]
    /// Whether the rows say of themselves that they are made up.
    package let isSynthetic: Bool

    package struct Row: Sendable {
        package let line: Int
        package let cells: [String]
    }

    /// - Throws: `SurveyError` `.partlySynthetic` where some rows are marked as made up and others not, `.badTable` where a
    ///   mark is neither yes nor no.
    package init(file: String, headers: [String], headerLine: Int, rows: [Row]) throws {
        self.file = file
        self.headers = headers
        self.headerLine = headerLine
        self.rows = rows
        let mark = try SyntheticMark.builtIn()
        guard let column = mark.column(in: headers) else {
            isSynthetic = false
            return
        }
        var found = SyntheticRows()
        for row in rows where column < row.cells.count {
            guard let isMarked = mark.isMarked(row.cells[column]) else {
                throw SurveyError(
                    .badTable, file: file, line: row.line, column: headers[column],
                    found: "neither yes nor no", expected: "yes in every row that is made up, or nothing",
                    action: "Correct the cell and run again.")
            }
            found.add(line: row.line, isMarked: isMarked)
        }
        try found.requireOneKind(file: file, column: headers[column])
        isSynthetic = found.areMarked
    }

    /// Where a column stands.
    ///
    /// - Throws: `SurveyError` `.missingColumn`.
    package func column(_ name: String) throws -> Int {
        guard let index = optionalColumn(name) else {
            throw SurveyError(
                .missingColumn, file: file, line: headerLine, found: "no column \(name)",
                expected: "the columns that the data format page lists", action: "Add the column \(name).")
        }
        return index
    }

    package func optionalColumn(_ name: String) -> Int? { headers.firstIndex { fold($0) == fold(name) } }

    package func text(_ row: Row, _ column: Int?) -> String {
        guard let column, column < row.cells.count else { return "" }
        return trimmed(row.cells[column])
    }

    package func number(_ row: Row, _ column: Int?) throws -> Double? {
        let text = text(row, column)
        if text.isEmpty { return nil }
        guard let value = NumberWithUnit.value(of: text, isCount: false, units: []) else {
            throw bad(row, column, found: "text that is no number", expected: "a number, or nothing")
        }
        return value
    }

    package func count(_ row: Row, _ column: Int) throws -> Int {
        guard let value = NumberWithUnit.value(of: text(row, column), isCount: true, units: []), value >= 0,
            value < 1e9
        else { throw bad(row, column, found: "no count", expected: "a whole number, 0 or more") }
        return Int(value)
    }

    package func bad(_ row: Row, _ column: Int?, found: String, expected: String) -> SurveyError {
        SurveyError(
            .badTable, file: file, line: row.line, column: column.map { headers[$0] }, found: found,
            expected: expected, action: "Correct the cell and run again.")
    }
}
