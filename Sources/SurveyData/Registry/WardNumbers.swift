internal import Basics
internal import CSVReader

/// A column of numbers in a file of the ward: which mark stands before a fraction is decided once from all its cells.
package struct WardNumbers: Sendable {
    private let table: WardTable
    /// nil: the file has no such column.
    private let column: Int?
    private let allowed: AllowedNumber
    private let marks: NumberMarks

    /// - Throws: `Diagnostic` `.badTable` where two cells cannot be written in one way, as "0,12" and "0.12".
    package init(_ table: WardTable, _ column: Int?, _ allowed: AllowedNumber) throws {
        self.table = table
        self.column = column
        self.allowed = allowed
        let cells = column == nil ? [] : table.rows.map { table.text($0, column) }
        switch NumberMarks.decided(by: cells) {
        case .marks(let marks, isGuess: false): self.marks = marks
        case .marks(_, isGuess: true): marks = Self.marks(of: cells, allowed)
        case .mixed(let first, let second):
            throw table.bad(
                table.rows[second], column,
                found:
                    "\(shown(cells[second])), but line \(table.rows[first].line) says \(shown(cells[first]))",
                expected: "one mark before fractions, point or comma, in the whole column")
        }
    }

    /// Where every cell is like "1.250": thousands where only they are allowed, as in counts; else a fraction.
    private static func marks(of cells: [String], _ allowed: AllowedNumber) -> NumberMarks {
        let ways = [NumberMarks(decimal: .point), NumberMarks(decimal: .comma)]
        return ways.first { way in
            cells.allSatisfy { $0.isEmpty || way.number($0).map(allowed.allows) == true }
        } ?? ways[0]
    }

    /// The number in a row; nil where the cell is empty or the file has no such column.
    ///
    /// - Throws: `Diagnostic` `.badTable` for a text that is no number, and for a number that is not allowed.
    package func value(_ row: WardTable.Row) throws -> Double? {
        let text = table.text(row, column)
        if text.isEmpty { return nil }
        guard let number = marks.number(text) else {
            throw table.bad(
                row, column, found: "text that is no number", expected: allowed.expectation(found: nil))
        }
        guard allowed.allows(number) else {
            throw table.bad(row, column, found: shown(text), expected: allowed.expectation(found: number))
        }
        return number
    }

    /// The number in a row that must have one.
    package func required(_ row: WardTable.Row) throws -> Double {
        guard let number = try value(row) else {
            throw table.bad(row, column, found: "no number", expected: allowed.expectation(found: nil))
        }
        return number
    }

    /// The whole number in a row that must have one.
    package func count(_ row: WardTable.Row) throws -> Int { Int(try required(row)) }
}
