package import SurveyData

/// What one household told about each step to an online dossier, about filing and the use of devices: all that the
/// figures of several questions take.
///
/// As a number (`bits`): two bits an item in the order of `Item`, lowest first (0 not known, 1 no, 2 yes, 3 not
/// asked, of the computer only), then three bits for who filed (0 not known, else the place of the answer and 1).
package struct FilingAnswers: Hashable, Comparable, Sendable {
    /// A question of yes and no.
    enum Item: Int, CaseIterable {
        case smartphone, computer, connection, eID, skill, knowledge, procedure, online, couldRepeat
        /// Any of the activities with a computer or phone; those of a basic level at least.
        case activity, basicSkills
    }

    package let bits: UInt32

    private static let filerShift = UInt32(Item.allCases.count * 2)

    package init(_ household: Household) {
        var bits: UInt32 = 0
        func add(_ item: Item, _ answer: Bool?) {
            bits |= (answer.map { $0 ? 2 : 1 } ?? 0) << UInt32(item.rawValue * 2)
        }
        add(.smartphone, household.smartphone.value.map { $0 == .yes })
        add(.computer, household.computer.value.map { $0 == .yes })
        if household.computer == .missing(.notAsked) { bits |= 3 << UInt32(Item.computer.rawValue * 2) }
        add(.connection, household.hasConnection)
        add(.eID, household.hasEID)
        add(.skill, household.hasFilingSkills)
        add(.knowledge, household.knowsProcess.value.map { $0 == .yes })
        add(.procedure, household.hadProcedure)
        add(.online, household.filedOnline)
        add(.couldRepeat, household.couldRepeat.value.map { $0 == .yes })
        add(.activity, household.skills.value.map(\.hasActivity))
        add(.basicSkills, household.skills.value.map { $0.overallLevel >= .basic })
        if let filer = household.whoFiled.value, let place = Filer.allCases.firstIndex(of: filer) {
            bits |= UInt32(place + 1) << Self.filerShift
        }
        self.bits = bits
    }

    /// nil where no household's answers make the number.
    package init?(bits: UInt32) {
        for item in Item.allCases where item != .computer {
            if bits >> UInt32(item.rawValue * 2) & 3 == 3 { return nil }
        }
        guard bits >> Self.filerShift <= UInt32(Filer.allCases.count) else { return nil }
        self.bits = bits
    }

    package static func < (left: FilingAnswers, right: FilingAnswers) -> Bool { left.bits < right.bits }

    /// nil: not known, or not asked.
    subscript(item: Item) -> Bool? {
        switch bits >> UInt32(item.rawValue * 2) & 3 {
        case 1: false
        case 2: true
        default: nil
        }
    }

    var asksNoComputer: Bool { bits >> UInt32(Item.computer.rawValue * 2) & 3 == 3 }

    var filer: Filer? {
        let place = Int(bits >> Self.filerShift)
        return place == 0 ? nil : Filer.allCases[place - 1]
    }

    /// Whether the household passes a step; nil: not known, or (the two last steps) it had no procedure.
    func passes(_ step: CascadeStep) -> Bool? {
        switch step {
        case .device: hasDevice
        case .connection: self[.connection]
        case .eID: self[.eID]
        case .skill: self[.skill]
        case .knowledge: self[.knowledge]
        case .filesOnline: filesOnline
        case .filesAlone: filesOnline.flatMap { online in online ? filer.map { $0 == .self } : false }
        }
    }

    /// A smartphone or a computer. A survey that asks no computer question counts it as none.
    private var hasDevice: Bool? {
        if self[.smartphone] == true || self[.computer] == true { return true }
        guard self[.smartphone] == false else { return nil }
        return self[.computer] == false || asksNoComputer ? false : nil
    }

    private var filesOnline: Bool? { self[.procedure] == true ? self[.online] : nil }

    /// Whether it answered every question of the five steps. This does not depend on what it answered: if answers are
    /// missing by chance, these households are like all others.
    var tellsAllSteps: Bool {
        (asksNoComputer || self[.computer] != nil)
            && [.smartphone, .connection, .eID, .skill, .knowledge].allSatisfy { self[$0] != nil }
    }

    /// The only one of the five steps that it fails; nil: none or several, or not known.
    var onlyFailure: CascadeStep? {
        let failed = CascadeStep.barriers.filter { passes($0) != true }
        return failed.count == 1 && passes(failed[0]) == false ? failed[0] : nil
    }
}
