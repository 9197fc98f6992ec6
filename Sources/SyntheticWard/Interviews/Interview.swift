internal import Basics

/// One household's interview in one month: what is true, what was not answered, when and by whom it was asked.
struct Interview {
    let household: HouseholdTruth
    let state: MonthlyState
    private(set) var missing: MissingAnswers
    /// Day of the month, 1…28.
    private(set) var day: Int
    let secondOfDay: Int
    let minutes: Int
    let mode: Int
    let preferredTime: Int
    let address: HouseholdAddress
    private(set) var dossiers: Int
    private(set) var dossiersOnline: Int

    init(_ household: HouseholdTruth, place: SyntheticGroup, month: Int) {
        self.household = household
        state = MonthlyState(household, place: place, month: month)
        var contact = SplitMix64(seed: household.seed, .contact, key: UInt64(household.serial))
        address = HouseholdAddress(random: &contact)
        preferredTime = contact.index(weights: [18, 12, 34, 20, 16], total: 100)
        var random = SplitMix64(
            seed: household.seed, .interview, key: UInt64(household.serial), month: month)
        missing = MissingAnswers(random: &random)
        day = 2 + random.below(27)
        minutes = 8 + random.below(9) + random.below(14) + household.respondentAge / 12
        secondOfDay = (7 * 60 + 30) * 60 + random.below(13 * 3600)
        mode = random.index(weights: [86, 10, 4], total: 100)
        dossiers = state.dossiers
        dossiersOnline = state.dossiersOnline
    }

    /// Position in the code list, or nil where nothing is written.
    func code(_ column: SurveyColumn) -> Int? {
        func yesNo(_ fact: Bool) -> Int { fact ? 0 : 1 }
        return switch column {
        case .womenHeaded: yesNo(household.isWomenHeaded)
        case .respondentSex: household.isRespondentFemale ? 0 : 1
        case .smartphone: yesNo(state.hasSmartphone)
        case .computer: yesNo(state.hasComputer)
        case .eID: state.eID.rawValue
        case .knowsProcess: state.knowsProcess.rawValue
        case .channel: state.channel.rawValue
        case .whoFiled: state.filer?.rawValue
        case .couldRepeat: state.couldRepeat.map(yesNo)
        case .wantsHelp: yesNo(state.wantsHelp)
        case .preferredTime: preferredTime
        case .consent: state.consent?.rawValue
        case .mode: mode
        case .synthetic: yesNo(true)
        default: nil
        }
    }

    /// The answers ticked, as bits by position in the code list.
    func ticks(_ column: SurveyColumn) -> UInt16 {
        switch column {
        case .internet: state.internet.bits
        case .skills: state.skills.bits
        case .procedures: state.procedures.bits
        case .barriers: state.barriers.bits
        default: 0
        }
    }

    func count(_ column: SurveyColumn) -> Int {
        switch column {
        case .householdSize: household.size
        case .people60Plus: household.people60Plus
        case .children: household.children
        case .respondentAge: household.respondentAge
        case .proceduresTotal: dossiers
        case .proceduresOnline: dossiersOnline
        case .duration: minutes
        default: 0
        }
    }
}

extension Interview {
    /// The interview as a spoiled row of this kind holds it; every other answer is given.
    func spoiled(_ kind: DirtyKind) -> Interview {
        var spoiled = self
        spoiled.missing = .none
        if kind == .onlineOverTotal { spoiled.dossiersOnline = spoiled.dossiers + 1 }
        return spoiled
    }

    /// An earlier visit of the same month, one dossier more where there was any: it must lose to the later.
    func earlierCopy() -> Interview {
        var copy = self
        copy.missing = .none
        copy.day = max(1, day - 1 - household.serial % 9)
        copy.dossiers += dossiers > 0 ? 1 : 0
        return copy
    }
}
