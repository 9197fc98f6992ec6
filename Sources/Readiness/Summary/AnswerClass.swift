internal import SurveyData

/// What the indicators of several answers see of one: households alike in all of these are alike in them.
enum AnswerClass {
    /// The variables that those indicators look at.
    static let variables: [Variable] = [
        .smartphone, .computer, .internet, .eID, .skills, .knowsProcess, .proceduresTotal, .proceduresOnline,
        .channel, .whoFiled, .couldRepeat,
    ]

    /// Bits that a class takes in a key.
    static let bits = 4

    /// The class of the one answer that a household gave, below 2^`bits`.
    static func of(_ variable: Variable, _ household: Household) -> UInt64 {
        switch variable {
        case .smartphone: known(household.smartphone.value.map { $0 == .yes })
        case .computer:
            household.computer == .missing(.notAsked) ? 3 : known(household.computer.value.map { $0 == .yes })
        case .internet: known(household.hasConnection)
        case .eID: known(household.hasEID)
        case .skills: household.skills.value.map { skills($0, household) } ?? 0
        case .knowsProcess: known(household.knowsProcess.value.map { $0 == .yes })
        case .proceduresTotal, .proceduresOnline: count(household.number(variable))
        case .channel: known(household.channel.value.map { $0 == .noNeed })
        case .whoFiled:
            household.whoFiled.value.flatMap { Filer.allCases.firstIndex(of: $0) }.map { UInt64($0 + 1) } ?? 0
        case .couldRepeat: known(household.couldRepeat.value.map { $0 == .yes })
        default: 0
        }
    }

    /// What the skills say of filing, of use, and of the overall level.
    private static func skills(_ skills: AnswerSet<Skill>, _ household: Household) -> UInt64 {
        1 + (household.hasFilingSkills == true ? 1 : 0) + (skills.hasActivity ? 2 : 0)
            + (skills.overallLevel >= .basic ? 4 : 0)
    }

    private static func known(_ answer: Bool?) -> UInt64 { answer.map { $0 ? 2 : 1 } ?? 0 }

    private static func count(_ answer: Answer<Double>) -> UInt64 {
        if let count = answer.value { return count > 0 ? 3 : 2 }
        return answer == .missing(.blank) ? 1 : 0
    }
}
