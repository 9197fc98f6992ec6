/// More dossiers online than in all: neither of the two can be trusted, so the number online counts as not answered.
enum OnlineOverTotal {
    /// The columns of numbers without them, and the contradictions with them.
    static func mended(
        _ numbers: [AnswerColumn<Double>?], _ contradictions: [ContradictionRule: [Int]]
    ) -> ([AnswerColumn<Double>?], [ContradictionRule: [Int]]) {
        guard let total = numbers[Variable.proceduresTotal.slot],
            let online = numbers[Variable.proceduresOnline.slot]
        else { return (numbers, contradictions) }
        let inAll = total.answers.map { $0.value ?? .infinity }
        let own = online.answers.map { $0.value ?? -1 }
        let rows = (0..<online.codes.count).filter { own[online.codes[$0]] > inAll[total.codes[$0]] }
        if rows.isEmpty { return (numbers, contradictions) }
        var mended = numbers
        mended[Variable.proceduresOnline.slot] = online.replacing(rows, with: .missing(.invalid))
        return (mended, contradictions.merging([.onlineOverTotal: rows]) { $1 })
    }
}

extension AnswerColumn where Value: Equatable {
    /// The column with another answer in some rows.
    func replacing(_ rows: [Int], with answer: Answer<Value>) -> AnswerColumn {
        var answers = answers
        let code = answers.firstIndex(of: answer) ?? answers.count
        if code == answers.count { answers.append(answer) }
        return AnswerColumn(
            codes: codes.replacing(rows, with: code, below: answers.count), answers: answers)
    }
}
