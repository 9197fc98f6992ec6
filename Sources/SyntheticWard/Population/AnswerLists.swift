// The closed lists of answers, in the order of the survey's own code lists. Raw values are positions: a dialect's
// words stand in the same order.

package enum InternetKind: Int, CaseIterable, Sendable { case fixed, mobile, none }

package enum EIDState: Int, CaseIterable, Sendable { case none, level1, level2Inactive, level2 }

package enum SkillItem: Int, CaseIterable, Sendable {
    case findInformation, verifyInformation, call, sendFile, copyPaste, editDocument
    case changePassword, privacySettings, installApp, onlinePayment, none
}

package enum Knowledge: Int, CaseIterable, Sendable { case yes, partly, no }

package enum ProcedureKind: Int, CaseIterable, Sendable {
    case certification, birth, residence, marriage, socialBenefit, land, business, other, none
}

package enum FilingChannel: Int, CaseIterable, Sendable {
    case onlineHome, onlineCentre, inPerson, mixed, noNeed
}

package enum FilerKind: Int, CaseIterable, Sendable { case `self`, family, assisted, onBehalf, service }

package enum BarrierKind: Int, CaseIterable, Sendable {
    case noDevice, noInternet, lowSkills, unknownProcess, fearFraud, noEID, prefersInPerson, other, none
}

package enum ConsentKind: Int, CaseIterable, Sendable { case volunteers, allForces, no }

/// The answers ticked in a question that takes several.
package struct Ticks<Item: RawRepresentable<Int> & Sendable>: Sendable, Equatable {
    /// Bit i stands for the answer whose raw value is i.
    package private(set) var bits: UInt16 = 0

    package var isEmpty: Bool { bits == 0 }

    package func contains(_ item: Item) -> Bool { bits & (1 << UInt16(item.rawValue)) != 0 }

    mutating func tick(_ item: Item, if condition: Bool = true) {
        if condition { bits |= 1 << UInt16(item.rawValue) }
    }
}
