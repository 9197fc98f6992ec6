/// More dossiers online than in all: neither of the two can be trusted, so the number online counts as not answered.
enum OnlineOverTotal {
    static func mend(
        _ numbers: inout [AnswerColumn<Double>?], _ contradictions: inout [ContradictionRule: [Int]]
    ) {
        guard let total = numbers[Variable.proceduresTotal.slot],
            let online = numbers[Variable.proceduresOnline.slot]
        else { return }
        let inAll = total.answers.map { $0.value ?? .infinity }
        let own = online.answers.map { $0.value ?? -1 }
        let rows = (0..<online.codes.count).filter { own[online.codes[$0]] > inAll[total.codes[$0]] }
        guard !rows.isEmpty else { return }
        contradictions[.onlineOverTotal] = rows
        numbers[Variable.proceduresOnline.slot] = online.replacing(rows, with: .missing(.invalid))
    }
}

extension AnswerColumn where Value: Equatable {
    /// The column with another answer in some rows.
    func replacing(_ rows: [Int], with answer: Answer<Value>) -> AnswerColumn {
        var answers = answers
        let code = answers.firstIndex(of: answer) ?? answers.count
        if code == answers.count { answers.append(answer) }
        var new = (0..<codes.count).map { UInt32(codes[$0]) }
        for row in rows { new[row] = UInt32(code) }
        return AnswerColumn(codes: CodeList(new, below: answers.count), answers: answers)
    }
}
