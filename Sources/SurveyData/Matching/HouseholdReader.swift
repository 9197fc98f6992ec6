internal import CSVReader

/// Turns the records of one file into households and issues.
struct HouseholdReader: Sendable {
    private let columns: ColumnMap
    private let codebook: Codebook
    private let file: String
    private let fileIndex: Int
    private let present: Set<Variable>
    private let totalsHaveDigits: Bool
    private var readers: ColumnReaders
    private(set) var drafts: [HouseholdDraft] = []
    private(set) var issues: [DataIssue] = []
    private(set) var counts = ReadingCounts()

    init(header: SurveyHeader, codebook: Codebook, fileIndex: Int) {
        columns = header.columns
        self.codebook = codebook
        file = header.file
        self.fileIndex = fileIndex
        present = columns.variables
        totalsHaveDigits = codebook.totalsRows.contains { $0.contains(where: \.isNumber) }
        readers = ColumnReaders(columns: columns, codebook: codebook)
    }

    var repairs: [String: Int] { readers.repairs.merging(extraRepairs) { $0 + $1 } }
    private var extraRepairs: [String: Int] = [:]

    /// Notes what a block holds besides records.
    mutating func note(blankLines lines: Int, issues: [ReadIssue]) {
        countBlank(lines)
        for issue in issues {
            reject(
                .unclosedQuote, line: issue.line, record: issue.record, found: nil,
                expected: "a closing quote", action: "Close or remove the quote that opens on this line.")
        }
    }

    private mutating func countBlank(_ lines: Int) {
        counts.read += lines
        counts.blank += lines
    }

    private mutating func reject(
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
    mutating func read(_ record: Int, of block: RecordBlock) {
        let line = block.line(of: record)
        let number = block.number(of: record)
        let fields = block.fieldCount(of: record)
        if isBlank(record, of: block) {
            countBlank(1)
            return
        }
        if isTotals(record, of: block) {
            counts.read += 1
            counts.totalsRows += 1
            return
        }
        var cells = fields
        while cells > columns.roles.count, isBlank(block.bytes(of: cells - 1, in: record)) {
            cells -= 1
            extraRepairs["trailingEmptyFields", default: 0] += 1
        }
        guard cells == columns.roles.count else {
            reject(
                .fieldCount, line: line, record: number, found: "\(fields) fields",
                expected: "\(columns.roles.count) fields, as in the header",
                action: "Look for a missing or stray separator, or a line break inside the row.")
            return
        }
        counts.read += 1
        var draft = HouseholdDraft(
            source: .init(file: fileIndex, line: line, record: number), groupings: codebook.groupings.count,
            asked: present)
        for column in 0..<cells { fill(&draft, from: block.bytes(of: column, in: record), column: column) }
        draft.close(codebook: codebook)
        drafts.append(draft)
    }

    private func isBlank(_ cell: ArraySlice<UInt8>) -> Bool {
        if cell.isEmpty { return true }
        if cell.contains(where: { (0x21...0x7E).contains($0) }) { return false }
        return trimmed(String(decoding: cell, as: UTF8.self)).isEmpty
    }

    private func isBlank(_ record: Int, of block: RecordBlock) -> Bool {
        (0..<block.fieldCount(of: record)).allSatisfy { isBlank(block.bytes(of: $0, in: record)) }
    }

    /// Whether the first cell that is not empty begins a row of sums.
    private func isTotals(_ record: Int, of block: RecordBlock) -> Bool {
        for field in 0..<block.fieldCount(of: record) {
            let cell = block.bytes(of: field, in: record)
            if cell.isEmpty { continue }
            // A code with a digit is a household; folding is left to the others.
            if !totalsHaveDigits, cell.contains(where: { (0x30...0x39).contains($0) }) { return false }
            return codebook.totalsRows.contains(fold(String(decoding: cell, as: UTF8.self)))
        }
        return false
    }

    private mutating func fill(_ draft: inout HouseholdDraft, from cell: ArraySlice<UInt8>, column: Int) {
        switch columns.roles[column] {
        case .unknown, .covered, .forbidden: return
        case .grouping(let place):
            let code = trimmed(String(decoding: cell, as: UTF8.self))
            draft.groupings[place] = code.isEmpty ? nil : code
        case .variable(let variable):
            let reading = readers.read(cell, column: column)
            note(reading, variable: variable, column: column, cell: cell, source: draft.source)
            draft.set(variable, reading)
        case .keyPart(let variable, let place):
            draft.addKeyPart(variable, place: place, text: trimmed(String(decoding: cell, as: UTF8.self)))
        case .flag(let variable, let code):
            draft.addFlag(variable, code: code, reading: readers.read(cell, column: column))
        case .anyYes(let variable):
            let reading = readers.read(cell, column: column)
            note(reading, variable: variable, column: column, cell: cell, source: draft.source)
            draft.addAnyYes(variable, reading)
        }
    }

    private mutating func note(
        _ reading: CellReading, variable: Variable, column: Int, cell: ArraySlice<UInt8>,
        source: Household.Source
    ) {
        guard case .invalid(let code, let expected) = reading else { return }
        issues.append(
            DataIssue(
                code: code, file: file, line: source.line, record: source.record,
                column: columns.headers[column],
                found: variable.isPersonal ? nil : trimmed(String(decoding: cell, as: UTF8.self)),
                expected: expected,
                action: "Counted as not answered; correct the cell, or add the answer to a codebook."))
    }
}
