internal import Basics
internal import CSVReader

/// One column of a file with what each of its different cells says for one variable.
struct ReadColumn: Sendable {
    let column: FileColumn
    /// By cell of the column.
    private(set) var readings: [CellReading]
    private(set) var notes = CellNotes()

    /// - Parameter place: the column's position, for messages.
    init(
        _ column: FileColumn, _ place: Int, _ reader: CellReader, variable: Variable, namesFaults: Bool = true
    ) {
        self.column = column
        let read = column.cells.map(reader.read)
        readings = read.map(\.reading)
        let faults = namesFaults ? readings.map(Self.fault) : readings.map { _ in nil }
        let isNoted = read.indices.map {
            !read[$0].repairs.isEmpty || faults[$0] != nil || namesFaults && readings[$0] == .contradictory
        }
        for (row, cell) in column.rows(where: isNoted) {
            for repair in read[cell].repairs { notes.repairs[repair, default: 0] += 1 }
            if let fault = faults[cell] {
                notes.issues.append(
                    .init(
                        row: row, column: place, code: fault.code,
                        found: variable.isPersonal ? nil : trimmed(column.cells[cell]),
                        expected: fault.expected))
            } else if namesFaults, readings[cell] == .contradictory {
                notes.contradictions.append(.init(rule: .noneWithOthers, row: row, column: place))
            }
        }
    }

    /// A column of a grouping's codes, kept as written.
    init(_ column: FileColumn, groupingOf place: Int) {
        self.column = column
        readings = column.cells.map { cell in
            let code = composed(trimmed(cell))
            return code.isEmpty ? .missing(.blank) : .text(code)
        }
    }

    /// Reads blank cells as no, where ticks are the column's only answers: a form with one box leaves it empty for no.
    mutating func readUnticked(_ variable: Variable) {
        guard let no = variable.unticked, variable != .synthetic else { return }
        let given = readings.indices.filter { readings[$0].coded.value != nil }
        guard !given.isEmpty, given.allSatisfy({ TickReader.isMark(column.cells[$0]) }) else { return }
        let blanks = readings.map { $0 == .missing(.blank) }
        let rows = column.rows(where: blanks).count
        guard rows > 0 else { return }
        for place in readings.indices where blanks[place] { readings[place] = .coded(no) }
        notes.repairs["untickedBlank", default: 0] += rows
    }

    mutating func add(_ more: CellNotes) { notes += more }

    private static func fault(_ reading: CellReading) -> (code: DataIssue.Code, expected: String)? {
        switch reading {
        case .invalid(let code, let expected): (code, expected)
        case .partly(_, let expected): (.unknownItem, expected)
        default: nil
        }
    }

    /// The column's answers.
    func answers<Value: Hashable & Sendable>(_ answer: (CellReading) -> Answer<Value>) -> AnswerColumn<Value>
    {
        if column.hardlyRepeats {
            return AnswerColumn(
                codes: CodeList(wide: column.mapped((0..<UInt32(readings.count)).map(\.self))),
                answers: readings.map(answer))
        }
        var known: [Answer<Value>: UInt32] = [:]
        var answers: [Answer<Value>] = []
        let codes = readings.map { reading -> UInt32 in
            let answer = answer(reading)
            if let code = known[answer] { return code }
            let code = UInt32(answers.count)
            known[answer] = code
            answers.append(answer)
            return code
        }
        if answers.count <= Int(UInt8.max) {
            return AnswerColumn(
                codes: CodeList(bytes: column.mapped(codes.map { UInt8($0) })), answers: answers)
        }
        if answers.count <= Int(UInt16.max) {
            return AnswerColumn(
                codes: CodeList(narrow: column.mapped(codes.map { UInt16($0) })), answers: answers)
        }
        return AnswerColumn(codes: CodeList(wide: column.mapped(codes)), answers: answers)
    }
}

extension CellReading {
    /// The answer to a coded question; nil where the cell says nothing of the kind.
    var coded: Answer<UInt32> {
        switch self {
        case .coded(let bits), .partly(let bits, _): .given(bits)
        default: .missing(reason)
        }
    }

    var number: Answer<Double> {
        if case .number(let number) = self { .given(number) } else { .missing(reason) }
    }

    var text: Answer<String> { if case .text(let text) = self { .given(text) } else { .missing(reason) } }

    var date: Answer<WrittenDate> {
        if case .date(let date) = self { .given(date) } else { .missing(reason) }
    }

    private var reason: MissingReason { if case .missing(let reason) = self { reason } else { .invalid } }
}
