/// One figure of the report. The raw value is its name in `summary.json`.
package enum Indicator: String, CaseIterable, Hashable, Sendable, Codable {
    // Uptake.
    case onlineUptakeDossiers, onlineUptakeHouseholds, selfFiledHouseholds, assistedHouseholds
    case filedOnBehalfHouseholds, couldRepeatUnaided
    // Access.
    case smartphone, computer, internet, internetFixed, internetMobile, eIDLevel2
    // Skills: overall, then ITU's areas (at least one activity). `skillsNonUser` + `skillsNone` + `skillsBasic`
    // are all households; `skillsAboveBasic` is a part of `skillsBasic`.
    case skillsNonUser, skillsNone, skillsBasic, skillsAboveBasic
    case skillsInformation, skillsCommunication, skillsContentCreation, skillsSafety, skillsProblemSolving
    // Process and help.
    case knowsProcess, wantsHelp
    // The cascade: passed this step and all before it.
    case cascadeDevice, cascadeConnection, cascadeEID, cascadeSkill, cascadeKnowledge
    case cascadeFilesOnline, cascadeFilesAlone
    // Passed a step, of those that came to it (the first step: of all, `cascadeDevice`).
    case reachedConnection, reachedEID, reachedSkill, reachedKnowledge, reachedFilesAlone
    // The barrier: the first failed step.
    case barrierDevice, barrierConnection, barrierEID, barrierSkill, barrierKnowledge
    // Passed all five steps, or files alone: with the barriers all households.
    case noBarrier
    // Fails only this step: what would open the way for it alone.
    case onlyBarrierDevice, onlyBarrierConnection, onlyBarrierEID, onlyBarrierSkill, onlyBarrierKnowledge
    // The three barriers that leaders named; a household may have several.
    case lacksEquipment, lacksITAccess, lacksProcessKnowledge
    // What a shared point would serve, and whom a word would move: ready, had a procedure, filed none online.
    case lacksDeviceOrConnection, readyNotFiling
    // Reasons that households gave themselves.
    case statedNoDevice, statedNoInternet, statedLowSkills, statedUnknownProcess, statedFearFraud
    case statedNoEID, statedPrefersInPerson

    /// The headline: dossiers, not households.
    package var isDossierRatio: Bool { self == .onlineUptakeDossiers }

    /// The indicators of each cascade step: passed so far, first failed here, failed only here.
    package static func cascade(_ step: CascadeStep) -> Indicator {
        switch step {
        case .device: .cascadeDevice
        case .connection: .cascadeConnection
        case .eID: .cascadeEID
        case .skill: .cascadeSkill
        case .knowledge: .cascadeKnowledge
        case .filesOnline: .cascadeFilesOnline
        case .filesAlone: .cascadeFilesAlone
        }
    }

    /// Passed the step, of those that came to it; everyone comes to the first, every household with a procedure to
    /// filing online.
    package static func conditional(_ step: CascadeStep) -> Indicator {
        switch step {
        case .device: .cascadeDevice
        case .connection: .reachedConnection
        case .eID: .reachedEID
        case .skill: .reachedSkill
        case .knowledge: .reachedKnowledge
        case .filesOnline: .cascadeFilesOnline
        case .filesAlone: .reachedFilesAlone
        }
    }

    /// nil for the two last steps, which are no barriers.
    package static func barrier(_ step: CascadeStep) -> Indicator? {
        switch step {
        case .device: .barrierDevice
        case .connection: .barrierConnection
        case .eID: .barrierEID
        case .skill: .barrierSkill
        case .knowledge: .barrierKnowledge
        case .filesOnline, .filesAlone: nil
        }
    }

    /// nil for the two last steps.
    package static func onlyBarrier(_ step: CascadeStep) -> Indicator? {
        switch step {
        case .device: .onlyBarrierDevice
        case .connection: .onlyBarrierConnection
        case .eID: .onlyBarrierEID
        case .skill: .onlyBarrierSkill
        case .knowledge: .onlyBarrierKnowledge
        case .filesOnline, .filesAlone: nil
        }
    }
}
