/// One question's answers: a code for each row, and what each code says.
///
/// Codes are numbers of this column only. Two codes may say the same where a column hardly repeats itself. A column
/// never changes; it is an object, since a household's row view passes it on for every answer.
package final class AnswerColumn<Value: Sendable>: Sendable {
    package let codes: CodeList
    /// By code.
    package let answers: [Answer<Value>]

    package init(codes: CodeList, answers: [Answer<Value>]) {
        self.codes = codes
        self.answers = answers
    }

    /// The answer in a row.
    package subscript(row: Int) -> Answer<Value> { answers[codes[row]] }
}

extension AnswerColumn where Value: Hashable {
    /// The columns of several files, one below the other; nil: the file does not ask, `rows` times.
    static func joining(_ parts: [(column: AnswerColumn?, rows: Int)]) -> AnswerColumn {
        if parts.count == 1, let only = parts[0].column { return only }
        var known: [Answer<Value>: UInt32] = [:]
        var answers: [Answer<Value>] = []
        var codes: [UInt32] = []
        codes.reserveCapacity(parts.reduce(0) { $0 + $1.rows })
        func code(_ answer: Answer<Value>) -> UInt32 {
            if let code = known[answer] { return code }
            known[answer] = UInt32(answers.count)
            answers.append(answer)
            return UInt32(answers.count - 1)
        }
        for part in parts {
            guard let column = part.column else {
                codes += repeatElement(code(.missing(.notAsked)), count: part.rows)
                continue
            }
            let own = column.answers.map(code)
            for row in 0..<part.rows { codes.append(own[column.codes[row]]) }
        }
        return AnswerColumn(codes: CodeList(codes, below: answers.count), answers: answers)
    }

    /// The column with one answer taken for another in the rows that hold.
    func filling(
        _ old: Answer<Value>, with new: Answer<Value>, where holds: (_ row: Int) -> Bool
    ) -> AnswerColumn {
        let isOld = answers.map { $0 == old }
        guard isOld.contains(true) else { return self }
        let all = answers + [new]
        let own = (0..<codes.count).map { row in
            isOld[codes[row]] && holds(row) ? UInt32(answers.count) : UInt32(codes[row])
        }
        return AnswerColumn(codes: CodeList(own, below: all.count), answers: all)
    }
}
