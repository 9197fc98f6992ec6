/// Turns the records of one file into households and issues.
struct HouseholdReader {
    private let columns: ColumnMap
    private let codebook: Codebook
    private let file: String
    private let fileIndex: Int
    private let present: Set<Variable>
    private var readers: ColumnReaders
    private(set) var drafts: [HouseholdDraft] = []
    private(set) var issues: [DataIssue] = []
    private(set) var counts = ReadingCounts()

    init(columns: ColumnMap, codebook: Codebook, file: String, fileIndex: Int) {
        self.columns = columns
        self.codebook = codebook
        self.file = file
        self.fileIndex = fileIndex
        present = columns.variables
        readers = ColumnReaders(columns: columns, codebook: codebook)
    }

    var repairs: [String: Int] { readers.repairs.merging(extraRepairs) { $0 + $1 } }
    private var extraRepairs: [String: Int] = [:]

    mutating func countBlank(_ lines: Int) {
        counts.read += lines
        counts.blank += lines
    }

    mutating func reject(
        _ code: DataIssue.Code, line: Int, record: Int?, found: String?, expected: String, action: String
    ) {
        counts.read += 1
        counts.rejected += 1
        issues.append(
            DataIssue(
                code: code, file: file, line: line, record: record, column: nil, found: found,
                expected: expected, action: action))
    }

    /// Reads one record of the file, whatever it is.
    mutating func read(_ fields: [String], line: Int, record: Int) {
        if fields.allSatisfy({ $0.isEmpty || trimmed($0).isEmpty }) {
            countBlank(1)
            return
        }
        if isTotals(fields) {
            counts.read += 1
            counts.totalsRows += 1
            return
        }
        var cells = fields
        while cells.count > columns.roles.count, cells.last.map({ trimmed($0).isEmpty }) == true {
            cells.removeLast()
            extraRepairs["trailingEmptyFields", default: 0] += 1
        }
        guard cells.count == columns.roles.count else {
            reject(
                .fieldCount, line: line, record: record, found: "\(fields.count) fields",
                expected: "\(columns.roles.count) fields, as in the header",
                action: "Look for a missing or stray separator, or a line break inside the row.")
            return
        }
        counts.read += 1
        var draft = HouseholdDraft(
            source: .init(file: fileIndex, line: line, record: record), groupings: codebook.groupings.count,
            asked: present)
        for (column, cell) in cells.enumerated() { fill(&draft, from: cell, column: column) }
        draft.close(codebook: codebook)
        drafts.append(draft)
    }

    private func isTotals(_ fields: [String]) -> Bool {
        guard let first = fields.first(where: { !$0.isEmpty }) else { return false }
        return codebook.totalsRows.contains(fold(first))
    }

    private mutating func fill(_ draft: inout HouseholdDraft, from cell: String, column: Int) {
        switch columns.roles[column] {
        case .unknown, .covered, .forbidden: return
        case .grouping(let place):
            let code = trimmed(cell)
            draft.groupings[place] = code.isEmpty ? nil : code
        case .variable(let variable):
            let reading = readers.read(cell, column: column)
            note(reading, variable: variable, column: column, cell: cell, source: draft.source)
            draft.set(variable, reading)
        case .keyPart(let variable, let place):
            draft.addKeyPart(variable, place: place, text: trimmed(cell))
        case .flag(let variable, let code):
            draft.addFlag(variable, code: code, reading: readers.read(cell, column: column))
        case .anyYes(let variable):
            let reading = readers.read(cell, column: column)
            note(reading, variable: variable, column: column, cell: cell, source: draft.source)
            draft.addAnyYes(variable, reading)
        }
    }

    private mutating func note(
        _ reading: CellReading, variable: Variable, column: Int, cell: String, source: Household.Source
    ) {
        guard case .invalid(let code, let expected) = reading else { return }
        issues.append(
            DataIssue(
                code: code, file: file, line: source.line, record: source.record,
                column: columns.headers[column], found: variable.isPersonal ? nil : trimmed(cell),
                expected: expected,
                action: "Counted as not answered; correct the cell, or add the answer to a codebook."))
    }
}
