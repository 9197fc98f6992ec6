/// The issues of a survey, as they are found.
struct IssueList {
    private let judged: JudgedTable
    let files: [Int]
    /// Whether issues are listed at all: counting needs none.
    private let isWanted: Bool
    private var issues: [DataIssue] = []
    private(set) var repairs: [String: Int] = [:]

    init(_ judged: JudgedTable, files: [Int], isWanted: Bool) {
        self.judged = judged
        self.files = files
        self.isWanted = isWanted
    }

    private var table: SurveyTable { judged.table }
    var reading: SurveyReading { judged.reading }
    var registry: Registry { judged.registry }
    var places: PlaceColumn { judged.table.places }
    var fileNames: [String] { files.map { judged.reading.files[$0].file } }

    /// Adds a note on a whole file.
    mutating func addNote(
        _ code: DataIssue.Code, _ file: String, _ column: String?, found: String?, expected: String,
        action: String
    ) {
        guard isWanted else { return }
        issues.append(
            DataIssue(
                code: code, file: file, line: nil, record: nil, column: column, found: found,
                expected: expected, action: action))
    }

    /// By file, then line, column and code.
    var sorted: [DataIssue] {
        let names = judged.table.files
        let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return issues.map { (file: places[$0.file] ?? 0, issue: $0) }.sorted { left, right in
            let (one, other) = (left.issue, right.issue)
            return (left.file, one.line ?? 0, one.column ?? "", one.code.rawValue)
                < (right.file, other.line ?? 0, other.column ?? "", other.code.rawValue)
        }.map(\.issue)
    }

    private func issue(
        _ code: DataIssue.Code, _ file: FileAnswers, _ row: Int, _ column: Int?, found: String?,
        expected: String, action: String
    ) -> DataIssue {
        let line = table.positions.line(of: row)
        return DataIssue(
            code: code, file: file.file, line: line, record: table.positions.record(of: row),
            column: column.map { file.columns.headers[$0] },
            cell: file.columns.cell(line: line, column: column), found: found, expected: expected,
            action: action)
    }

    private mutating func add(
        _ code: DataIssue.Code, _ row: Int, _ variable: Variable?, found: String?, expected: String,
        action: String
    ) {
        guard isWanted else { return }
        let file = judged.reading.files[table.file(of: row)]
        issues.append(
            issue(
                code, file, row, variable.flatMap { file.columns.source($0)?.firstColumn }, found: found,
                expected: expected, action: action))
    }

    mutating func addOtherMonth(_ row: Int, month: String, expected: String) {
        add(
            .otherMonth, row, .surveyDate, found: month, expected: expected,
            action: "Set aside: this run is of \(expected).")
    }

    mutating func addDuplicate(_ row: Int, kept: Int) {
        if table.ids.written(row) != table.ids.written(kept) { repairs["idSpelling", default: 0] += 1 }
        add(
            .duplicateHousehold, row, .householdID, found: nil, expected: "each household once a month",
            action: "The interview in \(place(kept)) is kept: the later, then the more complete one.")
    }

    mutating func addSimilar(_ row: Int, other: Int) {
        add(
            .similarIDs, row, .householdID, found: nil,
            expected: "an id that differs from others in more than leading zeros",
            action: "Compare it with \(place(other)): both are counted, as two households.")
    }

    private func place(_ row: Int) -> String {
        "line \(table.positions.line(of: row)) of \(table.files[table.file(of: row)])"
    }
}

extension IssueList {
    /// What is wrong with rows and cells, whatever month is asked for, and with columns.
    mutating func addFiles() {
        guard isWanted else { return }
        for number in files {
            let file = judged.reading.files[number]
            addFaults(file)
            let first = table.rows(ofFile: number).lowerBound
            for issue in file.notes.issues { add(issue, file, row: first + issue.row) }
            for note in file.notes.contradictions { add(note, file, row: first + note.row) }
            for row in table.rows(ofFile: number) where judged.fates[row] != .usable {
                addFate(row, file, first)
            }
            addColumns(file)
        }
        let own = files.map(table.rows(ofFile:))
        for row in judged.badDates where own.contains(where: { $0.contains(row) }) {
            add(
                .invalidDate, row, .surveyDate, found: nil,
                expected: "a day that exists, in the order of the column", action: "Correct the date.")
        }
        for row in table.contradictions[.onlineOverTotal] ?? []
        where own.contains(where: { $0.contains(row) }) {
            add(
                .onlineOverTotal, row, .proceduresOnline, found: nil, expected: "online at most the total",
                action: "Counted as not answered; ask the interviewer which of the two is right.")
        }
        addVersionBreaks()
    }

    private mutating func addFaults(_ file: FileAnswers) {
        for fault in file.faults {
            let (code, found, expected, action): (DataIssue.Code, String?, String, String) =
                switch fault.kind {
                case .unclosedQuote:
                    (
                        .unclosedQuote, nil, "a closing quote",
                        "Close or remove the quote that opens on this line."
                    )
                case .fieldCount(let fields): fieldCount(fields, file)
                }
            issues.append(
                DataIssue(
                    code: code, file: file.file, line: fault.line, record: fault.record, column: nil,
                    found: found, expected: expected, action: action))
        }
    }

    private func fieldCount(
        _ fields: Int, _ file: FileAnswers
    ) -> (DataIssue.Code, String?, String, String) {
        (
            .fieldCount, "\(fields) fields", "\(file.columns.headers.count) fields, as in the header",
            "Look for a missing or stray separator, or a line break inside the row."
        )
    }

    private mutating func addFate(_ row: Int, _ file: FileAnswers, _ first: Int) {
        switch judged.fates[row] {
        case .usable, .noInterview: return
        case .noID:
            add(
                .missingRequired, row, .householdID, found: nil, expected: "a household id",
                action: "Write the household's code and run again.")
        case .invalidWeight:
            add(
                .invalidWeight, row, .weight, found: nil, expected: "a weight above 0",
                action: "Correct the weight; a household without one cannot count.")
        case .noGroup:
            add(
                .missingRequired, row, .residentialGroup, found: nil, expected: "a residential group",
                action: "Write the group and run again.")
        case .unknownGroup:
            guard case .unknownGroup(let name) = table.places[row].fault else { return }
            add(
                .unknownGroup, row, .residentialGroup, found: name,
                expected: "a group of the groups file, in its former ward",
                action: "Correct the group or the former ward, or add the group to the groups file.")
        case .fieldCount:
            let fields = file.shortRows.first { $0.row == row - first }?.fields ?? 0
            let (code, found, expected, action) = fieldCount(fields, file)
            add(code, row, nil, found: found, expected: expected, action: action)
        }
    }

    private mutating func add(_ issue: CellNotes.CellIssue, _ file: FileAnswers, row: Int) {
        guard judged.fates[row] != .fieldCount else { return }
        let action =
            switch issue.code {
            case .unknownItem: "The known items count; correct the cell, or add the item to a codebook."
            case .guessedMarks:
                "Read as a decimal point in the whole column. If it parts thousands, write the numbers without it."
            default: "Counted as not answered; correct the cell, or add the answer to a codebook."
            }
        issues.append(
            self.issue(
                issue.code, file, row, issue.column,
                found: issue.found.flatMap { PersonalText.mayTell($0) ? nil : $0 }, expected: issue.expected,
                action: action))
    }

    private mutating func add(_ note: CellNotes.Contradiction, _ file: FileAnswers, row: Int) {
        guard judged.fates[row] != .fieldCount else { return }
        let (code, expected): (DataIssue.Code, String) =
            note.rule == .noneWithOthers
            ? (.noneWithOthers, "\"none of these\", or other answers")
            : (.columnsDiffer, "columns that agree")
        issues.append(
            issue(
                code, file, row, note.column, found: nil, expected: expected,
                action: note.rule == .noneWithOthers
                    ? "Counted as not answered; ask the household again."
                    : "Ask which column is right."))
    }
}
