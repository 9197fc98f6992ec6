/// How often one question was not answered, and why.
package struct QuestionNonresponse: Sendable {
    package let variable: Variable
    /// Households that the question was put to: "not asked" and "not applicable" are left out.
    package let asked: Int
    package let reasons: [MissingReason: Int]

    package var missing: Int { reasons.values.reduce(0, +) }
    /// 0…1; nil where nobody was asked.
    package var share: Double? { asked == 0 ? nil : Double(missing) / Double(asked) }

    /// Questions that the survey has, most often unanswered first.
    package static func all(_ survey: Survey) -> [QuestionNonresponse] {
        let questions = Variable.allCases.filter { survey.asked.contains($0) && isQuestion($0) }
        return questions.map { QuestionNonresponse($0, survey) }
            .sorted { ($1.share ?? 0, $0.variable.rawValue) < ($0.share ?? 0, $1.variable.rawValue) }
    }

    private init(_ variable: Variable, _ survey: Survey) {
        var reasons: [MissingReason: Int] = [:]
        var asked = 0
        for (reason, count) in survey.table.missing(variable, in: survey.rows) {
            if reason == .notAsked || reason == .notApplicable { continue }
            asked += count
            if let reason { reasons[reason, default: 0] += count }
        }
        self.variable = variable
        self.asked = asked
        self.reasons = reasons
    }

    /// What a respondent is asked; places, weights and contact data are not.
    static func isQuestion(_ variable: Variable) -> Bool {
        switch variable {
        case .householdID, .surveyDate, .formerWard, .residentialGroup, .address, .phone, .latitude,
            .longitude,
            .weight, .stratum, .psu, .population, .interviewer, .duration, .mode, .contactResult, .synthetic,
            .preferredTime:
            false
        // Forms skip these after "none": blank is no refusal to answer.
        case .whoFiled, .couldRepeat, .proceduresOnline, .procedures, .channel, .barriers: false
        default: true
        }
    }
}

extension SurveyTable {
    /// How many of some rows lack an answer to a question, by reason; nil: they have one.
    fileprivate func missing(_ variable: Variable, in rows: [UInt32]) -> [MissingReason?: Int] {
        func counted<Value>(_ column: AnswerColumn<Value>?) -> [MissingReason?: Int] {
            guard let column else { return [.notAsked: rows.count] }
            let byCode = column.codes.counts(of: rows, below: column.answers.count)
            var reasons: [MissingReason?: Int] = [:]
            for (answer, count) in zip(column.answers, byCode) where count > 0 {
                reasons[answer.missingReason, default: 0] += count
            }
            return reasons
        }
        return switch variable.storage {
        case .coded: counted(coded(variable))
        case .number: counted(numbers(variable))
        case .text, .id: counted(texts(variable))
        case .date: counted(dates)
        }
    }
}

extension SurveyTable {
    /// By row, how many of the questions lack an answer, for whatever reason.
    func missingCounts(_ questions: [Variable], in rows: [UInt32]) -> [Int] {
        var counts = Array(repeating: 0, count: rows.count)
        func add<Value>(_ column: AnswerColumn<Value>?) {
            let isMissing = column?.answers.map { $0.value == nil }
            for (place, row) in rows.enumerated() {
                guard let column, let isMissing else {
                    counts[place] += 1
                    continue
                }
                if isMissing[column.codes[Int(row)]] { counts[place] += 1 }
            }
        }
        for question in questions {
            switch question.storage {
            case .coded: add(coded(question))
            case .number: add(numbers(question))
            case .text: add(texts(question))
            case .date: add(dates)
            case .id: break
            }
        }
        return counts
    }
}

extension Household {
    func missingReason(_ variable: Variable) -> MissingReason? {
        switch variable.storage {
        case .coded: coded(variable).missingReason
        case .number: number(variable).missingReason
        case .text: text(variable).missingReason
        case .id: nil
        case .date: table.dates.map { $0[row].missingReason } ?? .notAsked
        }
    }
}
