/// The questions of the synthetic survey, in the order of the file.
enum SurveyColumn: Int, CaseIterable {
    case householdID, surveyDate, formerWard, residentialGroup
    case householdSize, people60Plus, children, womenHeaded, respondentAge, respondentSex
    case smartphone, computer, internet, eID, skills, knowsProcess
    case proceduresTotal, proceduresOnline, procedures, channel, whoFiled, couldRepeat, barriers
    case wantsHelp, preferredTime, consent, address, phone, interviewer, duration, mode
    /// Says of each row that it is made up; the last column of every file.
    case synthetic

    enum Kind { case text, count, choice, set }

    var kind: Kind {
        switch self {
        case .householdID, .surveyDate, .formerWard, .residentialGroup, .address, .phone, .interviewer: .text
        case .householdSize, .people60Plus, .children, .respondentAge, .proceduresTotal, .proceduresOnline,
            .duration:
            .count
        case .internet, .skills, .procedures, .barriers: .set
        default: .choice
        }
    }

    /// Share of interviews without an answer, in millionths.
    var missingShare: Int {
        switch self {
        case .householdSize, .people60Plus, .children, .respondentSex, .womenHeaded: 10_000
        case .smartphone, .computer, .internet, .proceduresTotal, .proceduresOnline, .channel: 15_000
        case .respondentAge, .knowsProcess, .procedures, .wantsHelp: 20_000
        case .skills, .whoFiled: 25_000
        case .eID, .phone: 30_000
        case .couldRepeat, .barriers, .preferredTime: 40_000
        case .householdID, .surveyDate, .formerWard, .residentialGroup, .consent, .address, .interviewer,
            .duration, .mode, .synthetic:
            0
        }
    }

    /// Asked about knowledge or skill: "I don't know" would be a *no*, not a missing answer.
    var dontKnowIsNo: Bool { self == .knowsProcess || self == .couldRepeat }

    /// The columns that may go unanswered, each with its share.
    static let missable = allCases.filter { $0.missingShare > 0 }
}
