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
        return questions.map { QuestionNonresponse($0, survey.households) }
            .sorted { ($1.share ?? 0, $0.variable.rawValue) < ($0.share ?? 0, $1.variable.rawValue) }
    }

    private init(_ variable: Variable, _ households: [Household]) {
        var reasons: [MissingReason: Int] = [:]
        var asked = 0
        for household in households {
            let reason = household.missingReason(variable)
            if reason == .notAsked || reason == .notApplicable { continue }
            asked += 1
            if let reason { reasons[reason, default: 0] += 1 }
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
            .weight, .stratum, .psu, .population, .interviewer, .duration, .mode, .preferredTime:
            false
        // Forms skip these after "none": blank is no refusal to answer.
        case .whoFiled, .couldRepeat, .proceduresOnline, .procedures, .channel, .barriers: false
        default: true
        }
    }
}

extension Household {
    func missingReason(_ variable: Variable) -> MissingReason? {
        switch variable.storage {
        case .coded: coded[variable.slot].missingReason
        case .number: numbers[variable.slot].missingReason
        case .text: texts[variable.slot].missingReason
        }
    }
}
