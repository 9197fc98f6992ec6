internal import Basics
internal import CSVReader

/// How a column of numbers writes them: decided once, from all its cells.
struct NumberColumn {
    private let column: FileColumn
    private let rule: VariableRule

    init(_ column: FileColumn, _ rule: VariableRule) {
        self.column = column
        self.rule = rule
    }

    /// - Throws: `Diagnostic` `.mixedMarks` where two cells fit no one way of writing.
    func marks(
        _ file: EncodedFile, _ place: Int, _ notes: inout CellNotes
    ) throws(Diagnostic) -> NumberMarks {
        guard case .number = rule.variable.kind else { return NumberMarks(decimal: .point) }
        let texts = column.cells.map { NumberWithUnit.digits(trimmed($0)) }
        switch NumberMarks.decided(by: texts) {
        case .marks(let marks, let isGuess):
            if isGuess, let first = first(where: { NumberMarks.allowsBoth(texts[$0]) }) {
                notes.issues.append(
                    .init(
                        row: first.row, column: place, code: .guessedMarks,
                        found: rule.variable.isPersonal ? nil : trimmed(column.cells[first.cell]),
                        expected: "numbers that tell a decimal mark from a thousands mark"))
            }
            return marks
        case .mixed(let one, let other):
            let rows = [one, other].compactMap { cell in first { $0 == cell }?.row }.sorted()
            let positions = file.positions
            let places = rows.map { "line \(positions.line(of: $0))" }.joined(separator: " and ")
            throw Diagnostic(
                .mixedMarks, file: file.header.file, line: rows.first.map(positions.line),
                header: file.header.columns.headers[place],
                cell: rows.first.flatMap {
                    file.header.columns.cell(line: positions.line(of: $0), column: place)
                },
                found: "numbers written in two ways (\(places))",
                expected: "one decimal mark in the whole column: 1250.5, or 1250,5",
                action: "Correct one of the two lines and run again.")
        }
    }

    /// The first row whose cell (by its position) holds.
    private func first(where holds: (Int) -> Bool) -> (row: Int, cell: Int)? {
        column.rows(where: column.cells.indices.map(holds)).first
    }
}
