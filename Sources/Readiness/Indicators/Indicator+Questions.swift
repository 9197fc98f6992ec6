internal import SurveyData

extension Indicator {
    /// The questions that the indicator is made of: a survey without one of them has "not asked", no error.
    var questions: [Variable] {
        switch self {
        case .onlineUptakeDossiers, .onlineUptakeHouseholds, .cascadeFilesOnline:
            [.proceduresTotal, .proceduresOnline]
        case .selfFiledHouseholds, .assistedHouseholds, .filedOnBehalfHouseholds, .cascadeFilesAlone:
            [.proceduresTotal, .proceduresOnline, .whoFiled]
        case .couldRepeatUnaided: [.proceduresTotal, .proceduresOnline, .couldRepeat]
        case .smartphone: [.smartphone]
        case .computer: [.computer]
        case .internet, .internetFixed, .internetMobile: [.internet]
        case .eIDLevel2: [.eID]
        case .skillsBasic, .skillsAboveBasic, .skillsInformation, .skillsCommunication,
            .skillsContentCreation, .skillsSafety, .skillsProblemSolving:
            [.skills]
        case .knowsProcess, .lacksProcessKnowledge: [.knowsProcess]
        case .wantsHelp: [.wantsHelp]
        case .cascadeDevice, .barrierDevice, .lacksEquipment: [.smartphone]
        case .cascadeConnection, .barrierConnection: [.smartphone, .internet]
        case .cascadeEID, .barrierEID: [.smartphone, .internet, .eID]
        case .cascadeSkill, .barrierSkill: [.smartphone, .internet, .eID, .skills]
        case .cascadeKnowledge, .barrierKnowledge, .onlyBarrierDevice, .onlyBarrierConnection,
            .onlyBarrierEID,
            .onlyBarrierSkill, .onlyBarrierKnowledge:
            [.smartphone, .internet, .eID, .skills, .knowsProcess]
        case .lacksITAccess: [.internet, .skills]
        case .statedNoDevice, .statedNoInternet, .statedLowSkills, .statedUnknownProcess, .statedFearFraud,
            .statedNoEID, .statedPrefersInPerson:
            [.barriers]
        }
    }
}
