internal import Basics

/// Numbers for sets of answers: two interviews have one number if they answer all questions alike.
struct AnswerPatterns {
    /// By household of the survey.
    private(set) var numbers: [UInt32]

    init(_ survey: Survey, _ questions: [Variable]) {
        let table = survey.table
        numbers = survey.rows.map { _ in 0 }
        for question in questions {
            switch question.storage {
            case .coded: refine(table.coded(question), survey.rows)
            case .number: refine(table.numbers(question), survey.rows)
            case .text, .date, .id: continue
            }
        }
    }

    /// Parts sets that a further question tells apart; missing answers are one, whatever the reason.
    private mutating func refine<Value>(_ column: AnswerColumn<Value>?, _ rows: [UInt32]) {
        guard let column else { return }
        let codes = column.answers.enumerated().map { $1.value == nil ? 0 : UInt64($0 + 1) }
        var known = KeyTable()
        known.code(&numbers, numbers.count) { number, place in
            UInt64(number) << 32 | codes[column.codes[Int(rows[place])]]
        }
    }
}

extension Survey {
    /// Positions of households by interviewer, where one is named.
    var rowsByInterviewer: [String: [Int]] {
        guard let column = table.texts(.interviewer) else { return [:] }
        var byCode: [[Int]] = column.answers.map { _ in [] }
        for (place, row) in rows.enumerated() { byCode[column.codes[Int(row)]].append(place) }
        var rows: [String: [Int]] = [:]
        for (answer, own) in zip(column.answers, byCode) where !own.isEmpty {
            if let name = answer.value { rows[name, default: []] += own }
        }
        return rows
    }
}
