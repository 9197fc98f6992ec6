internal import SurveyData

/// Which indicators a household answers, and to which it says yes.
struct IndicatorMasks: Sendable, Equatable {
    private(set) var known = IndicatorBits()
    private(set) var yes = IndicatorBits()

    /// The masks of those among `indicators` that a household's answers give.
    init(_ household: Household, _ indicators: IndicatorBits) {
        let readiness = HouseholdReadiness(household)
        for (place, indicator) in Indicator.allCases.enumerated() where indicators.contains(place) {
            guard let value = indicator.value(household, readiness) else { continue }
            known.insert(place)
            if value { yes.insert(place) }
        }
    }
}

extension Indicator {
    /// Whether one answer alone gives the indicator.
    var isOfOneAnswer: Bool {
        switch self {
        case .smartphone, .computer, .internet, .internetFixed, .internetMobile, .eIDLevel2, .skillsBasic,
            .skillsAboveBasic, .skillsInformation, .skillsCommunication, .skillsContentCreation,
            .skillsSafety, .skillsProblemSolving, .wantsHelp, .statedNoDevice, .statedNoInternet,
            .statedLowSkills, .statedUnknownProcess, .statedFearFraud, .statedNoEID, .statedPrefersInPerson:
            true
        default: false
        }
    }
}
