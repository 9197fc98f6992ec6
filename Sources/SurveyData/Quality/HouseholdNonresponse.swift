/// How many questions were put to each household of a survey, and how many of them it did not answer.
struct HouseholdNonresponse {
    private var asked: [Int]
    private var missing: [Int]

    init(_ survey: Survey, _ questions: [Variable]) {
        asked = survey.rows.map { _ in 0 }
        missing = asked
        let table = survey.table
        for question in questions {
            switch question.storage {
            case .coded: add(table.coded(question), survey.rows)
            case .number: add(table.numbers(question), survey.rows)
            case .text: add(table.texts(question), survey.rows)
            case .date, .id: continue
            }
        }
    }

    private mutating func add<Value>(_ column: AnswerColumn<Value>?, _ rows: [UInt32]) {
        guard let column else { return }
        let reasons = column.answers.map(\.missingReason)
        let isAsked = reasons.map { $0 == .notAsked || $0 == .notApplicable ? 0 : 1 }
        let isMissing = zip(reasons, isAsked).map { $0 == nil ? 0 : $1 }
        for (place, row) in rows.enumerated() {
            let code = column.codes[Int(row)]
            asked[place] += isAsked[code]
            missing[place] += isMissing[code]
        }
    }

    /// The share of questions that some households (by position) did not answer, of those put to them.
    func share(_ households: [Int]) -> Double {
        let asked = households.reduce(0) { $0 + self.asked[$1] }
        return asked == 0 ? 0 : Double(households.reduce(0) { $0 + missing[$1] }) / Double(asked)
    }
}
