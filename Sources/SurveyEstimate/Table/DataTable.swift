package import Basics
internal import CSVReader

/// The columns of a file that an estimate needs.
package struct DataTable: Sendable {
    /// The file's name.
    package let file: String
    /// By row: the physical line, from 1, on which it starts.
    package let lines: [Int]
    /// Records that are no rows of the table, and why.
    package let leftOut: [Diagnostic]
    /// What was done to the file's rows: header rows under the header, cells that a row lacks at its end.
    package let notes: [String]
    private let columns: [String: DataColumn]
    /// Of a workbook: the sheet, and where its columns stand.
    private let sheet: (name: String, columns: [String: Int])?

    init(
        file: String, lines: [Int], leftOut: [Diagnostic], notes: [String], columns: [DataColumn],
        sheet: (name: String, columns: [String: Int])? = nil
    ) {
        self.notes = notes
        self.sheet = sheet
        self.leftOut = leftOut
        self.file = file
        self.lines = lines
        self.columns = Dictionary(columns.map { ($0.name, $0) }) { first, _ in first }
    }

    package var rowCount: Int { lines.count }

    /// A column that was asked for when the file was read.
    package func column(_ name: String) -> DataColumn {
        guard let column = columns[name] else { preconditionFailure("column \(name) was not read") }
        return column
    }

    /// By row the number in a column; nil where it is missing.
    ///
    /// - Throws: `Diagnostic` where a cell is no number, naming the first, or where two cells write numbers in two
    ///   ways, naming both.
    package func numbers(_ name: String, for option: String) throws(Diagnostic) -> [Double?] {
        let column = column(name)
        try refuseMixedMarks(name, for: option)
        let texts = Set(column.numbers.indices.filter { column.numbers[$0] == nil }.map(Int32.init))
        if !texts.isEmpty, let row = column.codes.firstIndex(where: texts.contains) {
            throw Diagnostic(
                .badEstimate, file: place(row: row, column: name),
                found: CellText.kind(column.levels[Int(column.codes[row])], column.marks),
                expected: "a number for \(option)",
                action: "Correct the cell, name a code for \"no answer\" with --missing, or use --proportion."
            )
        }
        return column.values
    }

    /// - Throws: `Diagnostic`, naming two cells of which one has a decimal point and the other a decimal comma.
    func refuseMixedMarks(_ name: String, for option: String) throws(Diagnostic) {
        guard let rows = column(name).mixedRows else { return }
        throw Diagnostic(
            .badEstimate, file: place(row: rows.first, column: name),
            found: "a number that does not go with the one in line \(lines[rows.second]): "
                + "one has a decimal point, the other a decimal comma",
            expected: "one way of writing the numbers of a column, for \(option)",
            action: "Correct the cells that are written in the other way.")
    }

    /// A column of the design as numbers, none missing.
    ///
    /// - Throws: `Diagnostic`, naming the first row without a number.
    func complete(_ name: String, for option: String) throws(Diagnostic) -> [Double] {
        try requireAnswers(name, for: option)
        return try numbers(name, for: option).map { $0 ?? 0 }
    }

    /// - Throws: `Diagnostic`, naming the first row whose cell is missing.
    func requireAnswers(_ name: String, for option: String) throws(Diagnostic) {
        guard let row = column(name).codes.firstIndex(of: DataColumn.missing) else { return }
        throw Diagnostic(
            .badEstimate, file: place(row: row, column: name), found: "a missing value",
            expected: "one in every row, as \(option) needs",
            action:
                "Fill it in, or leave the row out of the file: a design cannot be told for part of a sample.")
    }

    func place(row: Int, column: String? = nil) -> String {
        let cell = sheet.map { sheet in
            SheetPlace(
                sheet: sheet.name, row: lines[row], column: column.flatMap { sheet.columns[$0] } ?? 0
            ).text
        }
        return "\(file):\(cell ?? String(lines[row]))" + (column.map { ", column \"\($0)\"" } ?? "")
    }
}
