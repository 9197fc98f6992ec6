internal import Basics

/// A number asked over several columns: their sum. Where some are filled, a blank one is nothing (0), and is counted; so
/// are all of a row where no column ever says 0, since the form leaves a blank for it.
///
/// One that cannot be read, or whose answer is refused or not known, leaves the sum unknown.
struct SumQuestion {
    let answers: AnswerColumn<Double>
    private(set) var notes = CellNotes()

    /// What a row's columns say together: their sum so far, what is missing, and whether a cell is blank.
    private struct Total: Hashable {
        var sum: Double?
        var missing: MissingReason?
        var hasBlank = false

        mutating func add(_ answer: Answer<Double>) {
            switch answer {
            case .given(let number): sum = (sum ?? 0) + number
            case .missing(.blank): hasBlank = true
            case .missing(let reason): missing = missing == .invalid ? missing : reason
            }
        }

        func answer(blankIsNothing: Bool) -> Answer<Double> {
            if let missing { return .missing(missing) }
            return sum.map { .given($0) } ?? (blankIsNothing ? .given(0) : .missing(.blank))
        }
    }

    /// - Throws: as `FileAnswers.read`.
    init(
        _ places: [Int], _ rule: VariableRule, _ file: EncodedFile, _ codebook: Codebook
    ) throws(Diagnostic) {
        var rows = Array(repeating: Total(), count: file.rows)
        var (saysZero, saysMore) = (false, false)
        for place in places {
            let column = try FileAnswers.read(place, rule, file, codebook)
            notes += column.notes
            saysZero = saysZero || column.readings.contains { $0.number.value == 0 }
            saysMore = saysMore || column.readings.contains { $0.number.value ?? 0 > 0 }
            let cells = column.readings.map(\.number)
            let own = column.column.mapped(cells.indices.map { UInt32($0) })
            for row in rows.indices { rows[row].add(cells[Int(own[row])]) }
        }
        let blankIsNothing = saysMore && !saysZero
        let blanks = rows.count { $0.hasBlank && $0.answer(blankIsNothing: blankIsNothing).value != nil }
        if blanks > 0 { notes.repairs["blankInSum"] = blanks }
        var codes: [Answer<Double>: UInt32] = [:]
        var different: [Answer<Double>] = []
        let all = rows.map { row -> UInt32 in
            let answer = row.answer(blankIsNothing: blankIsNothing)
            if let code = codes[answer] { return code }
            codes[answer] = UInt32(different.count)
            different.append(answer)
            return UInt32(different.count - 1)
        }
        answers = AnswerColumn(codes: CodeList(all, below: different.count), answers: different)
    }
}
