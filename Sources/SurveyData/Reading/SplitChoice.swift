/// A question with one answer, a column an answer: "Mức 1", "Mức 2 đã kích hoạt", ticked in one.
///
/// Where nothing is ticked the answer is none, or no, if that has no column of its own; where several are, it is not
/// known.
struct SplitChoice {
    let answers: AnswerColumn<UInt32>
    private(set) var notes = CellNotes()

    private static let known: UInt32 = 1 << 31
    private static let invalid: UInt32 = 1 << 30

    init(
        _ variable: Variable, _ rule: VariableRule, _ choices: [VariableSource.Choice], _ file: EncodedFile,
        _ codebook: Codebook
    ) {
        let yesNo = codebook.variables[.smartphone]?.answers ?? [:]
        var rows = Array(repeating: UInt32(0), count: file.rows)
        var areBoxes = true
        for choice in choices {
            let column = file.column(choice.column)
            let reader = TickReader(rule: rule, code: choice.code, yesNo: yesNo)
            let ticks = column.cells.map(reader.read)
            areBoxes =
                areBoxes
                && zip(ticks, column.cells).allSatisfy {
                    $0 == .missing(.blank) || $0 == .invalid || TickReader.isMark($1)
                }
            let own = column.mapped(ticks.map { Self.bits($0, choice.code) })
            for row in rows.indices { rows[row] |= own[row] }
            for (row, cell) in column.rows(where: ticks.map { $0 == .invalid }) {
                notes.issues.append(
                    .init(
                        row: row, column: choice.column, code: .invalidAnswer,
                        found: column.cells[cell], expected: "a tick: 1 or 0, x, yes or no"))
            }
        }
        let unticked = variable.unticked.flatMap { code in
            choices.contains { $0.code == Int(code) } ? nil : code
        }
        let different = Set(rows).sorted()
        let read = different.map { Self.answer($0, unticked, areBoxes: areBoxes) }
        let codes = Dictionary(uniqueKeysWithValues: different.enumerated().map { ($1, UInt32($0)) })
        let isDouble = Set(different.filter { Self.ticks($0).nonzeroBitCount > 1 })
        var blanks = 0
        for (row, bits) in rows.enumerated() {
            if isDouble.contains(bits) {
                notes.contradictions.append(.init(rule: .columnsDiffer, row: row, column: choices[0].column))
            }
            if bits == 0, areBoxes, unticked != nil { blanks += 1 }
        }
        if blanks > 0 { notes.repairs["untickedBlank"] = blanks }
        answers = AnswerColumn(
            codes: CodeList(rows.map { codes[$0] ?? 0 }, below: different.count), answers: read)
    }

    private static func ticks(_ bits: UInt32) -> UInt32 { bits & ~(known | invalid) }

    private static func bits(_ tick: Tick, _ code: Int) -> UInt32 {
        switch tick {
        case .ticked: known | 1 << UInt32(code)
        case .unticked: known
        case .invalid: invalid
        case .missing: 0
        }
    }

    private static func answer(_ bits: UInt32, _ unticked: UInt32?, areBoxes: Bool) -> Answer<UInt32> {
        let ticks = ticks(bits)
        if ticks.nonzeroBitCount == 1 { return .given(UInt32(ticks.trailingZeroBitCount)) }
        if ticks != 0 || bits & invalid != 0 { return .missing(.invalid) }
        if let unticked, areBoxes || bits & known != 0 { return .given(unticked) }
        return .missing(.blank)
    }
}
