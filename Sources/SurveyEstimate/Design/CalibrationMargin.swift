internal import Basics

/// Cells of the sample, numbered, and the population total of each.
struct CalibrationMargin {
    /// By row.
    let cells: [Int]
    let totals: [Int: Double]
    let file: String
    let sum: Double
    /// How the file of totals was read, in words.
    let notes: [String]

    /// Matches the sample's labels to those of a file of totals: the same text, else the same number ("01" is 1).
    ///
    /// - Throws: `Diagnostic` with file and line for a label without total, or a total without label.
    init(_ request: PopulationRequest, of table: DataTable, for option: String) throws {
        for name in request.columns { try table.requireAnswers(name, for: option) }
        let columns = request.columns.map(table.column)
        let cells = table.lines.indices.map { row in
            columns.reduce(0) { $0 * $1.levels.count + Int($1.codes[row]) }
        }
        var firstRow: [Int: Int] = [:]
        for (row, cell) in cells.enumerated().reversed() { firstRow[cell] = row }
        let file = try PopulationTotals.read(request, for: option)
        var totals: [Int: Double] = [:]
        for total in file.totals {
            let name = Self.name(columns, total.labels)
            let cell = Self.cell(columns, total.labels)
            guard let cell, firstRow[cell] != nil else {
                if total.count == 0 { continue }
                throw Diagnostic(
                    .badEstimate, file: "\(file.file):\(total.line)",
                    found: "a total for \(name), which no row of \(table.file) has",
                    expected: "totals of labels in the sample",
                    action: "Join it to another label in both files.")
            }
            if totals.updateValue(total.count, forKey: cell) != nil {
                throw Diagnostic(
                    .badEstimate, file: "\(file.file):\(total.line)", found: "a second total for \(name)",
                    expected: "one",
                    action: "Remove one of them.")
            }
        }
        if let cell = firstRow.keys.filter({ totals[$0] == nil }).min(by: {
            firstRow[$0, default: 0] < firstRow[$1, default: 0]
        }),
            let row = firstRow[cell]
        {
            let labels = columns.map { $0.levels[Int($0.codes[row])] }
            throw Diagnostic(
                .badEstimate, file: table.place(row: row),
                found: "\(Self.name(columns, labels)), which has no total in \(file.file)",
                expected: "a total for every label", action: "Add a line for it.")
        }
        self.cells = cells
        self.totals = totals
        self.file = file.file
        sum = file.sum
        notes = file.notes
    }

    private static func cell(_ columns: [DataColumn], _ labels: [String]) -> Int? {
        var cell = 0
        for (column, label) in zip(columns, labels) {
            guard let code = column.codes(meaning: label).min() else { return nil }
            cell = cell * column.levels.count + Int(code)
        }
        return cell
    }

    private static func name(_ columns: [DataColumn], _ labels: [String]) -> String {
        zip(columns, labels).map { "\($0.name)=\($1)" }.joined(separator: ", ")
    }
}
