internal import Basics

/// What is true of a household in one month.
///
/// Devices, e-ID, skills and knowledge never go back: a later month has
/// the same draws against higher chances.
package struct MonthlyState: Sendable {
    package private(set) var hasSmartphone = false
    package private(set) var hasComputer = false
    package private(set) var internet = Ticks<InternetKind>()
    package private(set) var eID = EIDState.none
    package private(set) var skills = Ticks<SkillItem>()
    package private(set) var knowsProcess = Knowledge.no
    /// Dossiers in the reference period, and of these the ones filed online.
    package private(set) var dossiers = 0
    package private(set) var dossiersOnline = 0
    package private(set) var procedures = Ticks<ProcedureKind>()
    package private(set) var channel = FilingChannel.noNeed
    /// nil where nothing was filed online.
    package private(set) var filer: FilerKind?
    package private(set) var couldRepeat: Bool?
    package private(set) var barriers = Ticks<BarrierKind>()
    package private(set) var wantsHelp = false
    /// nil: the household left the question blank, which is no consent.
    package private(set) var consent: ConsentKind?

    package var hasDevice: Bool { hasSmartphone || hasComputer }
    package var hasConnection: Bool { internet.contains(.fixed) || internet.contains(.mobile) }
    package var hasEID: Bool { eID == .level2 }
    /// The acts that filing takes.
    package var hasFilingSkills: Bool {
        skills.contains(.sendFile) && (skills.contains(.installApp) || skills.contains(.onlinePayment))
    }
    package var filedOnline: Bool { dossiersOnline > 0 }
    package var filedAlone: Bool { filer == .self }

    /// Whether each of device, connection, e-ID, skill and knowledge is there, in that order.
    package var steps: [Bool] { [hasDevice, hasConnection, hasEID, hasFilingSkills, knowsProcess == .yes] }

    private var failedSteps: Int {
        (hasDevice ? 0 : 1) + (hasConnection ? 0 : 1) + (hasEID ? 0 : 1) + (hasFilingSkills ? 0 : 1)
            + (knowsProcess == .yes ? 0 : 1)
    }

    /// - Parameter month: 0 for the first.
    package init(_ household: HouseholdTruth, place: SyntheticGroup, month: Int) {
        var latent = SplitMix64(seed: household.seed, .latent, key: UInt64(household.serial))
        equip(household, month: month, latent: &latent)
        learn(household, month: month, latent: &latent)
        let habit = latent.perMillion()
        let consentDraw = latent.perMillion()
        consent =
            consentDraw < 650_000
            ? .volunteers : consentDraw < 850_000 ? .allForces : consentDraw < 950_000 ? .no : nil
        var random = SplitMix64(
            seed: household.seed, .dossiers, key: UInt64(household.serial), month: month)
        need(household, random: &random)
        // Habits hold: one household in seven decides anew in a month.
        let mood = random.happens(140_000) ? random.perMillion() : habit
        file(mood: mood, effect: place.effect, month: month, random: &random)
        stateBarriers(random: &random)
        wantsHelp = random.happens(failedSteps > 0 && !filedAlone ? 580_000 : 110_000)
    }
}

extension MonthlyState {
    private mutating func equip(_ household: HouseholdTruth, month: Int, latent: inout SplitMix64) {
        let ability = household.ability
        hasSmartphone = latent.happens(
            925_000 + ability * 15 / 100 + 2_000 * month - (household.isOnly60Plus ? 140_000 : 0))
        hasComputer = latent.happens(
            360_000 + ability * 60 / 100 + (household.size >= 4 ? 60_000 : 0) + 1_000 * month)
        let fixed = latent.happens(720_000 + ability * 25 / 100 + 2_000 * month)
        let mobile = latent.happens(650_000 + ability * 20 / 100 + 3_000 * month)
        internet.tick(.fixed, if: fixed)
        internet.tick(.mobile, if: mobile && hasSmartphone)
        internet.tick(.none, if: internet.isEmpty)
    }

    /// Chances of each activity in the first month, in millionths, in the order of `SkillItem`.
    private static let skillChances = [
        720_000, 420_000, 880_000, 760_000, 470_000, 340_000, 450_000, 310_000, 590_000, 560_000,
    ]

    private mutating func learn(_ household: HouseholdTruth, month: Int, latent: inout SplitMix64) {
        let ability = household.ability
        let eIDChance = min(
            980_000, max(15_000, 640_000 + ability * 40 / 100 + 12_000 * month - (hasDevice ? 0 : 450_000)))
        let eIDDraw = latent.perMillion()
        eID =
            eIDDraw < eIDChance
            ? .level2
            : eIDDraw < eIDChance + 90_000 ? .level2Inactive : eIDDraw < eIDChance + 170_000 ? .level1 : .none
        for item in SkillItem.allCases where item != .none {
            let chance =
                Self.skillChances[item.rawValue] + ability + 6_000 * month - (hasDevice ? 0 : 550_000)
            skills.tick(item, if: latent.happens(min(985_000, max(8_000, chance))))
        }
        skills.tick(.none, if: skills.isEmpty)
        let knowsChance = 430_000 + ability * 65 / 100 + 12_000 * month + (hasEID ? 70_000 : -90_000)
        let knowsDraw = latent.perMillion()
        knowsProcess = knowsDraw < knowsChance ? .yes : knowsDraw < knowsChance + 300_000 ? .partly : .no
    }

    private mutating func need(_ household: HouseholdTruth, random: inout SplitMix64) {
        let chance =
            530_000 + (household.children > 0 ? 70_000 : 0) + (household.size >= 4 ? 20_000 : -30_000)
        guard random.happens(chance) else {
            procedures.tick(.none)
            return
        }
        dossiers = 1 + random.index(weights: [55, 27, 12, 4, 2], total: 100)
        let birth = household.children > 0 ? 8 : 1
        let social = household.people60Plus > 0 ? 9 : 4
        let weights = [60, birth, 12, 4, social, 7, 3, 5]
        let total = 91 + birth + social
        for _ in 0..<dossiers {
            if let kind = ProcedureKind(rawValue: random.index(weights: weights, total: total)) {
                procedures.tick(kind)
            }
        }
    }

    /// Chance of filing online by the number of failed steps, in millionths.
    private static let onlineChances = [690_000, 480_000, 305_000, 205_000, 130_000, 90_000]

    private mutating func file(mood: Int, effect: Int, month: Int, random: inout SplitMix64) {
        guard dossiers > 0 else { return }
        let chance = Self.onlineChances[failedSteps] + effect / 3 + 20_000 * month
        if mood < max(20_000, chance) {
            for _ in 0..<dossiers where random.happens(900_000) { dossiersOnline += 1 }
        }
        guard dossiersOnline > 0 else {
            channel = .inPerson
            return
        }
        let weights =
            switch failedSteps {
            case 0: [82, 5, 7, 4, 2]
            case 1: [50, 18, 17, 10, 5]
            default: [8, 36, 28, 18, 10]
            }
        let filer = FilerKind(rawValue: random.index(weights: weights, total: 100)) ?? .self
        self.filer = filer
        couldRepeat = random.happens([930_000, 200_000, 340_000, 110_000, 100_000][filer.rawValue])
        let isAtCentre = filer == .assisted || filer == .onBehalf
        channel = dossiersOnline < dossiers ? .mixed : isAtCentre ? .onlineCentre : .onlineHome
    }

    private mutating func stateBarriers(random: inout SplitMix64) {
        let filesAllOnline = dossiers > 0 && dossiersOnline == dossiers
        func states(_ fact: Bool, _ chance: Int) -> Bool {
            let says = random.happens(chance)
            return fact && says && !filesAllOnline
        }
        barriers.tick(.noDevice, if: states(!hasDevice, 850_000))
        barriers.tick(.noInternet, if: states(!hasConnection, 850_000))
        barriers.tick(.lowSkills, if: states(!hasFilingSkills, 720_000))
        barriers.tick(.unknownProcess, if: states(knowsProcess != .yes, 740_000))
        barriers.tick(.fearFraud, if: states(true, 120_000))
        barriers.tick(.noEID, if: states(!hasEID, 700_000))
        barriers.tick(.prefersInPerson, if: states(true, 170_000))
        barriers.tick(.other, if: states(true, 20_000))
        barriers.tick(.none, if: barriers.isEmpty)
    }
}
