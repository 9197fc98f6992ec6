internal import SurveyData

extension Indicator {
    /// The questions that the indicator is made of: a survey without one of them has "not asked", no error.
    var questions: [Variable] {
        switch self {
        case .onlineUptakeDossiers, .onlineUptakeHouseholds, .cascadeFilesOnline:
            [.proceduresTotal, .proceduresOnline]
        case .selfFiledHouseholds, .assistedHouseholds, .filedOnBehalfHouseholds, .cascadeFilesAlone,
            .reachedFilesAlone:
            [.proceduresTotal, .proceduresOnline, .whoFiled]
        case .couldRepeatUnaided: [.proceduresTotal, .proceduresOnline, .couldRepeat]
        case .smartphone: [.smartphone]
        case .computer: [.computer]
        case .internet, .internetFixed, .internetMobile: [.internet]
        case .eIDLevel2: [.eID]
        case .skillsBasic, .skillsAboveBasic, .skillsInformation, .skillsCommunication,
            .skillsContentCreation, .skillsSafety, .skillsProblemSolving:
            [.skills]
        case .skillsNone, .skillsNonUser: [.skills, .smartphone, .internet]
        case .lacksDeviceOrConnection: [.smartphone, .internet]
        case .readyNotFiling:
            [.smartphone, .internet, .eID, .skills, .knowsProcess, .proceduresTotal, .proceduresOnline]
        case .knowsProcess, .lacksProcessKnowledge: [.knowsProcess]
        case .wantsHelp: [.wantsHelp]
        case .cascadeDevice, .barrierDevice, .lacksEquipment: [.smartphone]
        case .cascadeConnection, .reachedConnection, .barrierConnection: [.smartphone, .internet]
        case .cascadeEID, .reachedEID, .barrierEID: [.smartphone, .internet, .eID]
        case .cascadeSkill, .reachedSkill, .barrierSkill: [.smartphone, .internet, .eID, .skills]
        case .cascadeKnowledge, .reachedKnowledge, .barrierKnowledge, .noBarrier, .onlyBarrierDevice,
            .onlyBarrierConnection,
            .onlyBarrierEID,
            .onlyBarrierSkill, .onlyBarrierKnowledge:
            [.smartphone, .internet, .eID, .skills, .knowsProcess]
        case .lacksITAccess: [.internet, .skills]
        case .statedNoDevice, .statedNoInternet, .statedLowSkills, .statedUnknownProcess, .statedFearFraud,
            .statedNoEID, .statedPrefersInPerson:
            [.barriers]
        }
    }

    /// Whether a survey can give the indicator at all: it has the questions, and its codebook knows the answers
    /// that the indicator counts. Otherwise "not asked", never 0 %.
    func isAsked(in survey: Survey) -> Bool { isAsked(survey.asked, codebook: survey.codebook) }

    /// The same of a survey that asks these variables.
    func isAsked(_ asked: Set<Variable>, codebook: Codebook) -> Bool {
        guard asked.isSuperset(of: questions) else { return false }
        func skill(_ area: SkillArea) -> Bool {
            Skill.allCases.contains { $0.area == area && codebook.canAnswer(.skills, $0) }
        }
        func stated(_ reason: StatedBarrier) -> Bool { codebook.canAnswer(.barriers, reason) }
        switch self {
        case .internetFixed: return codebook.canAnswer(.internet, InternetAccess.fixed)
        case .internetMobile: return codebook.canAnswer(.internet, InternetAccess.mobile)
        case .eIDLevel2: return codebook.canAnswer(.eID, EIDLevel.level2)
        case .skillsNone, .skillsNonUser, .skillsBasic, .skillsAboveBasic:
            return SkillArea.allCases.allSatisfy(skill)
        case .skillsInformation: return skill(.information)
        case .skillsCommunication: return skill(.communication)
        case .skillsContentCreation: return skill(.contentCreation)
        case .skillsSafety: return skill(.safety)
        case .skillsProblemSolving: return skill(.problemSolving)
        case .statedNoDevice: return stated(.noDevice)
        case .statedNoInternet: return stated(.noInternet)
        case .statedLowSkills: return stated(.lowSkills)
        case .statedUnknownProcess: return stated(.unknownProcess)
        case .statedFearFraud: return stated(.fearFraud)
        case .statedNoEID: return stated(.noEID)
        case .statedPrefersInPerson: return stated(.prefersInPerson)
        default: return true
        }
    }
}
