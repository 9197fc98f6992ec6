package import Basics
internal import CSVReader

/// A small file of the ward (registry, volunteers): all its rows as text in NFC, columns by header.
package struct WardTable: Sendable {
    package let file: String
    /// Of a workbook.
    package let sheet: String?
    package let headers: [String]
    package let headerLine: Int
    package let rows: [Row]
    /// Whether the rows say of themselves that they are made up.
    package let isSynthetic: Bool

    package struct Row: Sendable {
        package let line: Int
        package let cells: [String]
    }

    /// - Throws: `Diagnostic` `.partlySynthetic` where some rows are marked as made up and others not, `.badTable`
    ///   where a mark is neither yes nor no.
    package init(
        file: String, sheet: String? = nil, headers: [String], headerLine: Int, rows: [Row]
    ) throws {
        self.file = file
        self.sheet = sheet
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
                throw Diagnostic(
                    .badTable, file: file, line: row.line, header: headers[column],
                    cell: SheetPlace.text(in: sheet, row: row.line, column: column),
                    found: "neither yes nor no", expected: "yes in every row that is made up, or nothing",
                    action: "Correct the cell and run again.")
            }
            found.add(line: row.line, isMarked: isMarked)
        }
        try found.requireOneKind(file: file, column: headers[column]) { line in
            SheetPlace.text(in: sheet, row: line, column: column)
        }
        isSynthetic = found.areMarked
    }

    /// Where a column stands that may have one of several names.
    ///
    /// - Throws: `Diagnostic` `.missingColumn`, or `.ambiguousColumn` where two columns are it.
    package func column(_ name: String, or aliases: [String] = []) throws -> Int {
        guard let index = try optionalColumn(name, or: aliases) else {
            throw Diagnostic(
                .missingColumn, file: file, line: headerLine, cell: cell(headerLine, 0),
                found: "no column \(name)",
                expected: "the columns that the data format page lists", action: "Add the column \(name).")
        }
        return index
    }

    /// - Throws: `Diagnostic` `.ambiguousColumn` where two columns are it.
    package func optionalColumn(_ name: String, or aliases: [String] = []) throws -> Int? {
        let names = Set(([name] + aliases).map(fold))
        let found = headers.indices.filter { names.contains(fold(headers[$0])) }
        guard found.count < 2 else {
            throw Diagnostic(
                .ambiguousColumn, file: file, line: headerLine, header: plain(headers[found[1]]),
                cell: cell(headerLine, found[1]),
                found: "two columns for \(name)", expected: "one", action: "Take one of them out.")
        }
        return found.first
    }

    /// A column of numbers that must be there.
    package func numbers(
        _ name: String, or aliases: [String] = [], _ allowed: AllowedNumber
    ) throws -> WardNumbers {
        try WardNumbers(self, column(name, or: aliases), allowed)
    }

    /// A column of numbers that may be missing.
    package func optionalNumbers(_ name: String, _ allowed: AllowedNumber) throws -> WardNumbers {
        try WardNumbers(self, optionalColumn(name), allowed)
    }

    /// Refuses a header that is nearly the name of a column which the file lacks: most are slips of the pen, and the
    /// column would be passed over in silence.
    ///
    /// - Throws: `Diagnostic` `.missingColumn`.
    package func refuseMisspelled(_ names: [String]) throws {
        let given = Set(headers.map(fold))
        let missing = names.filter { !given.contains(fold($0)) && $0.utf8.count >= 5 }
        let known = Set(names.map(fold))
        for (place, header) in headers.enumerated() where !known.contains(fold(header)) {
            guard let close = closest(to: header, among: missing) else { continue }
            throw Diagnostic(
                .missingColumn, file: file, line: headerLine, header: plain(header),
                cell: cell(headerLine, place),
                found: "a column that nobody reads, and no column \(close)", expected: close,
                action: "Correct the header.")
        }
    }

    package func text(_ row: Row, _ column: Int?) -> String {
        guard let column, column < row.cells.count else { return "" }
        return trimmed(row.cells[column])
    }

    /// The words of a cell that holds a list, written with `;`.
    package func list(_ row: Row, _ column: Int?) -> [String] {
        text(row, column).split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// A code that must be there, and be another in each row; letter case, dashes and blanks do not make it another.
    ///
    /// - Parameter seen: the codes of the rows before, by key, with their lines.
    package func ownCode(_ row: Row, _ column: Int, seen: inout [String: Int], of whom: String) throws
        -> String
    {
        let code = text(row, column)
        guard !code.isEmpty else {
            throw bad(row, column, found: "no code", expected: "a code of its own for each \(whom)")
        }
        if let line = seen.updateValue(row.line, forKey: codeKey(code)) {
            throw bad(
                row, column, found: "\(shown(code)), the code of line \(line)",
                expected:
                    "a code of its own for each \(whom) (capitals, dashes and blanks do not make a code another)"
            )
        }
        return code
    }

    private func cell(_ line: Int, _ column: Int) -> String? {
        SheetPlace.text(in: sheet, row: line, column: column)
    }

    package func bad(_ row: Row, _ column: Int?, found: String, expected: String) -> Diagnostic {
        Diagnostic(
            .badTable, file: file, line: row.line, header: column.map { plain(headers[$0]) },
            cell: cell(row.line, column ?? 0), found: found,
            expected: expected, action: "Correct the cell and run again.")
    }

    /// A header as a message shows it.
    private func plain(_ header: String) -> String { String(shown(header).dropFirst().dropLast()) }
}
