internal import Basics

/// How a cell of a workbook becomes text.
package enum CellForm: String, Sendable, CaseIterable {
    /// What the cell holds: days as 2025-11-02, numbers with all their digits, shares as 10.75%.
    case values
    /// What a spreadsheet shows, as LibreOffice exports it to CSV.
    case shown
}

/// The cells of a sheet as text, by row and column.
struct SheetCells {
    struct Cell {
        /// From 1.
        let row: UInt32
        /// From 0.
        let column: UInt32
        /// Where its text stands.
        let start: UInt32
        let end: UInt32
    }

    let name: String
    /// Ascending by row, then column; each once.
    private let cells: [Cell]
    private let text: [UInt8]
    /// Rows with cells that the sheet does not show.
    let hiddenRows: Int
    /// Cells whose formula was never worked out: they read as empty.
    let formulasWithoutResult: Int
    /// The last row and the number of columns that hold anything.
    let rows: Int
    let columns: Int

    /// - Throws: `Diagnostic` `.unusableData` where a cell stands so far out that the sheet is no table.
    init(
        name: String, cells: [Cell], text: [UInt8], hiddenRows: Int, formulasWithoutResult: Int,
        file: String
    ) throws(Diagnostic) {
        func isAscending(_ one: Cell, _ other: Cell) -> Bool {
            (one.row, one.column) < (other.row, other.column)
        }
        let isSorted = zip(cells, cells.dropFirst()).allSatisfy(isAscending)
        self.cells = isSorted ? cells : Self.sorted(cells)
        self.name = name
        self.text = text
        self.hiddenRows = hiddenRows
        self.formulasWithoutResult = formulasWithoutResult
        rows = cells.reduce(0) { max($0, Int($1.row)) }
        columns = cells.reduce(0) { max($0, Int($1.column) + 1) }
        if rows * columns > Self.mostPlaces, rows * columns / max(1, cells.count) > Self.mostEmpty {
            throw Diagnostic(
                .unusableData, file: file, cell: place(row: rows, column: columns - 1),
                found: "a sheet that reaches out to here with next to nothing in between",
                expected: "a table of households",
                action: "Delete what stands far from the table, and save the workbook again.")
        }
    }

    /// More places than this are no table where next to all are empty.
    private static let mostPlaces = 20_000_000
    private static let mostEmpty = 50

    /// Of cells that come twice the last counts.
    private static func sorted(_ cells: [Cell]) -> [Cell] {
        let order = cells.indices.sorted {
            (cells[$0].row, cells[$0].column, $0) < (cells[$1].row, cells[$1].column, $1)
        }
        var kept: [Cell] = []
        for cell in order.map({ cells[$0] }) {
            if let last = kept.last, last.row == cell.row, last.column == cell.column { kept.removeLast() }
            kept.append(cell)
        }
        return kept
    }

    /// A place as spreadsheets write it: `Sheet1!B12`.
    func place(row: Int, column: Int) -> String { SheetPlace(sheet: name, row: row, column: column).text }

    /// The records of some rows: as many fields each as the sheet has columns.
    ///
    /// - Parameter next: the first cell that is not given yet.
    func record(row: Int, next: inout Int) -> LibCSVParser.Row {
        var record = LibCSVParser.Row()
        record.ends.reserveCapacity(columns)
        for column in 0..<columns {
            if next < cells.count, cells[next].row == row, cells[next].column == column {
                record.bytes += text[Int(cells[next].start)..<Int(cells[next].end)]
                next += 1
            }
            record.ends.append(record.bytes.count)
        }
        return record
    }
}

/// A place in a sheet.
package struct SheetPlace: Sendable, Equatable {
    package let sheet: String
    /// From 1.
    package let row: Int
    /// From 0.
    package let column: Int

    package init(sheet: String, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// A place of a file that may be a workbook; nil without a sheet.
    package static func text(in sheet: String?, row: Int, column: Int) -> String? {
        sheet.map { SheetPlace(sheet: $0, row: row, column: column).text }
    }

    /// As spreadsheets write it: `Sheet1!B12`, and `'Tổ 3'!B12` where the name has other characters than letters.
    package var text: String {
        let isPlain = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        let name = isPlain ? sheet : "'\(sheet.replacing("'", with: "''"))'"
        return "\(name)!\(Self.letters(column))\(row)"
    }

    /// 0 is A, 26 is AA.
    static func letters(_ column: Int) -> String {
        var (left, text) = (column, "")
        repeat {
            text = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(left % 26))) + text
            left = left / 26 - 1
        } while left >= 0
        return text
    }
}

/// Gives the rows of a sheet as records, a block at a time.
struct SheetRecords {
    private let cells: SheetCells
    private var row = 1
    private var cell = 0

    init(_ cells: SheetCells) { self.cells = cells }

    private static let rowsAtATime = 2048

    /// - Returns: false at the end.
    mutating func next(_ block: inout RecordBlock) -> Bool {
        block.bytes.removeAll(keepingCapacity: true)
        block.restart(line: row, number: row)
        let end = min(cells.rows + 1, row + Self.rowsAtATime)
        while row < end {
            block.append(cells.record(row: row, next: &cell), line: row, number: row)
            row += 1
        }
        block.closeBytes()
        return !block.isEmpty
    }
}
