internal import SurveyData

extension Indicator {
    /// The household's value: yes, no, or nil where it does not belong to the base or did not answer.
    ///
    /// `onlineUptakeDossiers` is a ratio of counts and has none; see `ReadinessAnalysis`.
    func value(_ household: Household, _ readiness: HouseholdReadiness) -> Bool? {
        switch self {
        case .onlineUptakeDossiers: nil
        case .onlineUptakeHouseholds, .selfFiledHouseholds, .assistedHouseholds, .filedOnBehalfHouseholds,
            .couldRepeatUnaided:
            filing(household, readiness)
        case .smartphone: household.smartphone.value.map { $0 == .yes }
        case .computer: household.computer.value.map { $0 == .yes }
        case .internet: household.hasConnection
        case .internetFixed: household.internet.value.map { $0.contains(.fixed) }
        case .internetMobile: household.internet.value.map { $0.contains(.mobile) }
        case .eIDLevel2: household.hasEID
        case .skillsNonUser: household.isDigitalUser.map { !$0 }
        case .skillsNone: household.isSkilledUser(below: .basic)
        case .skillsBasic: household.skills.value.map { $0.overallLevel >= .basic }
        case .skillsAboveBasic: household.skills.value.map { $0.overallLevel == .aboveBasic }
        case .skillsInformation: household.skill(.information)
        case .skillsCommunication: household.skill(.communication)
        case .skillsContentCreation: household.skill(.contentCreation)
        case .skillsSafety: household.skill(.safety)
        case .skillsProblemSolving: household.skill(.problemSolving)
        case .knowsProcess: readiness.passes(.knowledge)
        case .wantsHelp: household.wantsHelp.value.map { $0 == .yes }
        case .cascadeDevice: readiness.passesAll(through: .device)
        case .cascadeConnection: readiness.passesAll(through: .connection)
        case .cascadeEID: readiness.passesAll(through: .eID)
        case .cascadeSkill: readiness.passesAll(through: .skill)
        case .cascadeKnowledge: readiness.passesAll(through: .knowledge)
        case .cascadeFilesOnline: readiness.passes(.filesOnline)
        case .cascadeFilesAlone: readiness.passes(.filesAlone)
        case .reachedConnection: readiness.outcomeIfReached(.connection)
        case .reachedEID: readiness.outcomeIfReached(.eID)
        case .reachedSkill: readiness.outcomeIfReached(.skill)
        case .reachedKnowledge: readiness.outcomeIfReached(.knowledge)
        case .reachedFilesAlone: readiness.outcomeIfReached(.filesAlone)
        case .barrierDevice: readiness.isStopped(at: .device)
        case .barrierConnection: readiness.isStopped(at: .connection)
        case .barrierEID: readiness.isStopped(at: .eID)
        case .barrierSkill: readiness.isStopped(at: .skill)
        case .barrierKnowledge: readiness.isStopped(at: .knowledge)
        case .noBarrier: readiness.barrier == .notKnown ? nil : readiness.barrier == .none
        case .onlyBarrierDevice: readiness.failsOnly(.device)
        case .onlyBarrierConnection: readiness.failsOnly(.connection)
        case .onlyBarrierEID: readiness.failsOnly(.eID)
        case .onlyBarrierSkill: readiness.failsOnly(.skill)
        case .onlyBarrierKnowledge: readiness.failsOnly(.knowledge)
        case .lacksEquipment: readiness.passes(.device).map { !$0 }
        case .lacksITAccess:
            either(household.hasConnection.map { !$0 }, household.hasFilingSkills.map { !$0 })
        case .lacksProcessKnowledge: readiness.passes(.knowledge).map { !$0 }
        case .lacksDeviceOrConnection:
            either(readiness.passes(.device).map { !$0 }, household.hasConnection.map { !$0 })
        case .readyNotFiling: readiness.isReadyNotFiling
        case .statedNoDevice, .statedNoInternet, .statedLowSkills, .statedUnknownProcess, .statedFearFraud,
            .statedNoEID, .statedPrefersInPerson:
            stated(household)
        }
    }

    /// Base: households with a procedure in the reference period.
    private func filing(_ household: Household, _ readiness: HouseholdReadiness) -> Bool? {
        guard household.hadProcedure == true, let online = household.filedOnline else { return nil }
        if self == .onlineUptakeHouseholds { return online }
        if self == .couldRepeatUnaided {
            return online ? household.couldRepeat.value.map { $0 == .yes } : false
        }
        if !online { return false }
        guard let filer = household.whoFiled.value else { return nil }
        switch self {
        case .selfFiledHouseholds: return filer == .self
        case .assistedHouseholds: return filer == .assisted || filer == .family
        default: return filer == .onBehalf || filer == .service
        }
    }

    /// Base: households that gave any reason, "none" included.
    private func stated(_ household: Household) -> Bool? {
        guard let reasons = household.statedBarriers.value else { return nil }
        switch self {
        case .statedNoDevice: return reasons.contains(.noDevice)
        case .statedNoInternet: return reasons.contains(.noInternet)
        case .statedLowSkills: return reasons.contains(.lowSkills)
        case .statedUnknownProcess: return reasons.contains(.unknownProcess)
        case .statedFearFraud: return reasons.contains(.fearFraud)
        case .statedNoEID: return reasons.contains(.noEID)
        default: return reasons.contains(.prefersInPerson)
        }
    }
}

/// Three-valued "or": yes if either is, no only if both are known to be no.
private func either(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == false && right == false ? false : nil
}

extension Household {
    fileprivate func skill(_ area: SkillArea) -> Bool? {
        skills.value.map { $0.level(in: area) >= .basic }
    }
}

extension HouseholdReadiness {
    /// Passed this step and all before it; a failure decides, an unknown before any failure does not.
    func passesAll(through step: CascadeStep) -> Bool? {
        for earlier in CascadeStep.barriers where earlier <= step {
            guard let passed = passes(earlier) else { return nil }
            if !passed { return false }
        }
        return true
    }

    /// Reached this step (passed all before it) and its outcome there; nil where it never came so far.
    func outcomeIfReached(_ step: CascadeStep) -> Bool? {
        switch step {
        case .device, .filesOnline: return passes(step)
        case .filesAlone: return passes(.filesOnline) == true ? passes(.filesAlone) : nil
        default:
            let before = CascadeStep.barriers[step.order - 1]
            return passesAll(through: before) == true ? passes(step) : nil
        }
    }

    fileprivate func isStopped(at step: CascadeStep) -> Bool? {
        switch barrier {
        case .none: false
        case .step(let first): first == step
        case .notKnown: nil
        }
    }

    /// Fails this step and no other, and does not file alone. Only households that answered every step are counted:
    /// with answers missing, two failures are known more often than one alone.
    fileprivate func failsOnly(_ step: CascadeStep) -> Bool? {
        tellsAllSteps ? failedSteps == [step] : nil
    }
}
