/// The canonical variables: what a household survey can tell, whatever its columns are called.
///
/// The raw value is the position at which a household keeps its answer.
package enum Variable: Int, CaseIterable, Hashable, Sendable {
    case householdID, surveyDate, formerWard, residentialGroup
    case householdSize, people60Plus, children, womenHeaded, respondentAge, respondentSex
    case smartphone, computer, internet, eID, skills, knowsProcess
    case proceduresTotal, proceduresOnline, procedures, channel, whoFiled, couldRepeat, barriers
    case wantsHelp, preferredTime, consent, address, phone, latitude, longitude
    case weight, stratum, psu, population
    case interviewer, duration, mode, contactResult
    /// Whether the row is made up: of nobody that exists.
    case synthetic

    /// The variable's name in codebooks and canonical files ("people_60_plus").
    package var name: String { Self.names[rawValue] }

    package init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: index)
    }

    private static let names = [
        "household_id", "survey_date", "former_ward", "residential_group",
        "household_size", "people_60_plus", "children", "women_headed", "respondent_age", "respondent_sex",
        "smartphone", "computer", "internet", "e_id", "skills", "knows_process",
        "procedures_total", "procedures_online", "procedures", "channel", "who_filed", "could_repeat",
        "barriers", "wants_help", "preferred_time", "consent", "address", "phone", "latitude", "longitude",
        "weight", "stratum", "psu", "population",
        "interviewer", "duration", "mode", "contact_result", "synthetic",
    ]

    /// What an answer to this variable is.
    package enum Kind: Sendable, Equatable {
        /// A code or free text, kept as written.
        case text
        case date
        /// A number that is counted (0, 1, 2, …).
        case count
        /// Any number.
        case number
        /// One of these codes.
        case choice([String])
        /// Any of these codes; at most 32.
        case set([String])
    }

    package var kind: Kind {
        switch self {
        case .householdID, .formerWard, .residentialGroup, .stratum, .psu, .preferredTime, .address, .phone,
            .interviewer:
            .text
        case .surveyDate: .date
        case .householdSize, .people60Plus, .children, .respondentAge, .proceduresTotal, .proceduresOnline:
            .count
        case .latitude, .longitude, .weight, .population, .duration: .number
        case .womenHeaded, .smartphone, .computer, .wantsHelp, .couldRepeat, .synthetic:
            .choice(codeList(of: YesNo.self))
        case .respondentSex: .choice(codeList(of: Sex.self))
        case .eID: .choice(codeList(of: EIDLevel.self))
        case .knowsProcess: .choice(codeList(of: ProcessKnowledge.self))
        case .channel: .choice(codeList(of: Channel.self))
        case .whoFiled: .choice(codeList(of: Filer.self))
        case .consent: .choice(codeList(of: ConsentScope.self))
        case .mode: .choice(codeList(of: CollectionMode.self))
        case .contactResult: .choice(codeList(of: ContactResult.self))
        case .internet: .set(codeList(of: InternetAccess.self))
        case .skills: .set(codeList(of: Skill.self))
        case .procedures: .set(codeList(of: Procedure.self))
        case .barriers: .set(codeList(of: StatedBarrier.self))
        }
    }

    /// Whether it has one of a few answers.
    var isChoice: Bool { if case .choice = kind { true } else { false } }

    /// The answer of a box that was left empty: no, or none; nil where an empty box says nothing.
    var unticked: UInt32? {
        switch kind {
        case .choice(let codes):
            (codes.firstIndex(of: "no") ?? codes.firstIndex(of: "none")).map(UInt32.init)
        case .set(let codes):
            // Other sets have a column for each choice, or a list in which ticks say nothing.
            self == .internet ? codes.firstIndex(of: "none").map { 1 << UInt32($0) } : nil
        default: nil
        }
    }

    /// Whether a respondent is asked for it; what tells place, time, design and interview may share a column with
    /// others.
    var isQuestion: Bool {
        switch self {
        case .householdID, .surveyDate, .formerWard, .residentialGroup, .weight, .stratum, .psu, .population,
            .interviewer, .duration, .mode, .contactResult:
            false
        default: true
        }
    }

    /// Whether a cell can tell who someone is: such cells never appear in messages, logs or rejected.csv.
    package var isPersonal: Bool {
        switch self {
        case .householdID, .respondentAge, .address, .phone, .latitude, .longitude, .interviewer,
            .preferredTime:
            true
        default: false
        }
    }
}

private func codeList<Code: AnswerCode>(of type: Code.Type) -> [String] { Code.allCases.map(\.rawValue) }
