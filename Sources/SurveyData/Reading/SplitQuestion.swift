internal import Basics

/// A question with several answers, a column a choice, and perhaps one that lists the choices again.
///
/// A list that can be read and columns that say something else contradict each other; a list that cannot be read gives
/// way to the columns. A blank list with nothing ticked is no answer: some programs write 0 for a question not asked.
struct SplitQuestion {
    let answers: AnswerColumn<UInt32>
    private(set) var notes = CellNotes()

    /// What a row's columns say together.
    private struct Ticks: Hashable {
        /// The choices ticked; above them whether anything is known, a cell is no answer, and why cells are missing.
        var bits: UInt64 = 0

        static let known: UInt64 = 1 << 32
        static let invalid: UInt64 = 1 << 33
        static let firstReason = 40

        var ticked: UInt32 { UInt32(truncatingIfNeeded: bits) }
        var isKnown: Bool { bits & Self.known != 0 }

        var missing: MissingReason {
            if bits & Self.invalid != 0 { return .invalid }
            return MissingReason.allCases.indices.reversed()
                .first { bits & 1 << UInt64(Self.firstReason + $0) != 0 }.map { MissingReason.allCases[$0] }
                ?? .blank
        }
    }

    /// - Throws: as `FileAnswers.read`.
    init(
        _ variable: Variable, _ rule: VariableRule, _ choices: [VariableSource.Choice], whole place: Int?,
        _ file: EncodedFile, _ codebook: Codebook
    ) throws(Diagnostic) {
        let yesNo = codebook.variables[.smartphone]?.answers ?? [:]
        var rows = Array(repeating: UInt64(0), count: file.rows)
        for choice in choices {
            let column = file.column(choice.column)
            let reader = TickReader(rule: rule, code: choice.code, yesNo: yesNo)
            let ticks = column.cells.map(reader.read)
            let own = column.mapped(ticks.map { Self.bits($0, choice.code) })
            for row in rows.indices { rows[row] |= own[row] }
            for (row, cell) in column.rows(where: ticks.map { $0 == .invalid }) {
                notes.issues.append(
                    .init(
                        row: row, column: choice.column, code: .invalidAnswer,
                        found: trimmed(column.cells[cell]), expected: "a tick: 1 or 0, x, yes or no"))
            }
        }
        let whole = try place.map { place throws(Diagnostic) in
            try FileAnswers.read(place, rule, file, codebook, namesFaults: false)
        }
        let lists = whole.map { $0.column.mapped($0.readings.indices.map { UInt32($0) }) }
        let judge = Judge(variable, mask: choices.reduce(0) { $0 | 1 << UInt32($1.code) })
        var known: [Pair: Outcome] = [:]
        var codes: [Answer<UInt32>: UInt32] = [:]
        var answers: [Answer<UInt32>] = []
        var out: [UInt32] = []
        out.reserveCapacity(rows.count)
        for row in rows.indices {
            let pair = Pair(ticks: Ticks(bits: rows[row]), list: lists?[row])
            let outcome: Outcome
            if let before = known[pair] {
                outcome = before
            } else {
                outcome = judge.outcome(pair.ticks, pair.list.flatMap { whole?.readings[Int($0)] })
                known[pair] = outcome
            }
            let code = codes[outcome.answer] ?? UInt32(answers.count)
            if Int(code) == answers.count {
                codes[outcome.answer] = code
                answers.append(outcome.answer)
            }
            out.append(code)
            Self.note(outcome, row, pair, whole, place ?? choices[0].column, &notes)
        }
        self.answers = AnswerColumn(codes: CodeList(out, below: answers.count), answers: answers)
        if let whole { notes.repairs.merge(whole.notes.repairs) { $0 + $1 } }
    }

    private struct Pair: Hashable {
        let ticks: Ticks
        let list: UInt32?
    }

    private static func note(
        _ outcome: Outcome, _ row: Int, _ pair: Pair, _ whole: ReadColumn?, _ place: Int,
        _ notes: inout CellNotes
    ) {
        if let rule = outcome.contradiction {
            notes.contradictions.append(.init(rule: rule, row: row, column: place))
        }
        if outcome.isFromColumns { notes.repairs["readFromSplitColumns", default: 0] += 1 }
        guard let fault = outcome.fault, let whole, let list = pair.list else { return }
        notes.issues.append(
            .init(
                row: row, column: place, code: fault.code, found: trimmed(whole.column.cells[Int(list)]),
                expected: fault.expected))
    }

    private static func bits(_ tick: Tick, _ code: Int) -> UInt64 {
        switch tick {
        case .ticked: Ticks.known | 1 << UInt64(code)
        case .unticked: Ticks.known
        case .invalid: Ticks.invalid
        case .missing(let reason):
            reason == .blank
                ? 0 : 1 << UInt64(Ticks.firstReason + (MissingReason.allCases.firstIndex(of: reason) ?? 0))
        }
    }

    /// What a row says, and what has to be said of it.
    private struct Outcome {
        var answer: Answer<UInt32>
        var contradiction: ContradictionRule?
        var fault: (code: DataIssue.Code, expected: String)?
        var isFromColumns = false
    }

    /// Weighs the columns against the list.
    private struct Judge {
        private let none: UInt32
        /// The choices that have a column and can be compared.
        private let mask: UInt32

        init(_ variable: Variable, mask: UInt32) {
            let codes = variable.codes
            func bit(_ code: String) -> UInt32 { codes.firstIndex(of: code).map { 1 << UInt32($0) } ?? 0 }
            none = bit("none")
            self.mask = mask & ~none & ~bit("other")
        }

        func outcome(_ ticks: Ticks, _ list: CellReading?) -> Outcome {
            let split = columns(ticks)
            switch list {
            case nil: return split
            case .coded(let bits), .partly(let bits, _):
                guard ticks.isKnown else { return Outcome(answer: .given(bits), fault: Self.fault(list)) }
                if (bits ^ ticks.ticked) & mask != 0 {
                    return Outcome(answer: .missing(.invalid), contradiction: .columnsDiffer)
                }
                return Outcome(answer: .given(bits))
            case .contradictory:
                return Outcome(answer: .missing(.invalid), contradiction: .noneWithOthers)
            case .missing(let reason):
                if ticks.ticked == 0 { return Outcome(answer: .missing(reason)) }
                if reason == .blank { return split }
                return Outcome(answer: .missing(.invalid), contradiction: .columnsDiffer)
            default:
                guard ticks.isKnown else {
                    return Outcome(answer: .missing(.invalid), fault: Self.fault(list))
                }
                var outcome = split
                outcome.isFromColumns = true
                return outcome
            }
        }

        private func columns(_ ticks: Ticks) -> Outcome {
            let ticked = ticks.ticked
            if ticked & none != 0, ticked != none {
                return Outcome(answer: .missing(.invalid), contradiction: .noneWithOthers)
            }
            if ticked != 0 { return Outcome(answer: .given(ticked)) }
            // Zeros in every column mean "none of these" only where the code list can say so.
            guard ticks.isKnown, ticks.bits & Ticks.invalid == 0, none != 0 else {
                return Outcome(answer: .missing(ticks.missing))
            }
            return Outcome(answer: .given(none))
        }

        private static func fault(_ list: CellReading?) -> (code: DataIssue.Code, expected: String)? {
            switch list {
            case .invalid(let code, let expected): (code, expected)
            case .partly(_, let expected): (.unknownItem, expected)
            default: nil
            }
        }
    }
}
