package import SurveyData

/// What one household's answers say about filing online. Facts of the respondent stand for the household.
package struct HouseholdReadiness: Sendable {
    /// A bit for each step by `CascadeStep.order`: whether the answers tell, and whether it is passed.
    private var known: UInt8 = 0
    private var passed: UInt8 = 0
    package private(set) var barrier = Barrier.none
    /// Whether it answered every question of the five steps.
    package let tellsAllSteps: Bool
    /// Filed alone although an earlier step says "no": the answers disagree.
    package private(set) var isInconsistent = false

    /// What stops a household first.
    package enum Barrier: Sendable, Equatable {
        /// Nothing: ready, or already files alone.
        case none
        case step(CascadeStep)
        /// An unknown answer stands before any failure.
        case notKnown
    }

    /// Whether the household passes a step; nil: not known, or (the two last steps) it had no procedure.
    package func passes(_ step: CascadeStep) -> Bool? {
        let bit = UInt8(1) << UInt8(step.order)
        return known & bit == 0 ? nil : passed & bit != 0
    }

    /// The failed steps among 1–5, in order; empty for a household that files alone.
    package var failedSteps: [CascadeStep] {
        barrier == .none ? [] : CascadeStep.barriers.filter { passes($0) == false }
    }

    /// Passes steps 1–5, had a procedure and filed none online: to be told, not to be visited.
    ///
    /// nil without a procedure, or where filing is not known, or a step of a household that filed none online.
    package var isReadyNotFiling: Bool? {
        guard let online = passes(.filesOnline) else { return nil }
        return online ? false : passesAll(through: .knowledge)
    }

    package init(_ household: Household) {
        let answers = FilingAnswers(household)
        tellsAllSteps = answers.tellsAllSteps
        for step in CascadeStep.allCases { set(step, answers.passes(step)) }
        if answers.passes(.filesAlone) == true {
            isInconsistent = CascadeStep.barriers.contains { passes($0) == false }
        } else {
            barrier = firstBarrier
        }
    }

    private mutating func set(_ step: CascadeStep, _ passes: Bool?) {
        guard let passes else { return }
        known |= 1 << UInt8(step.order)
        if passes { passed |= 1 << UInt8(step.order) }
    }

    private var firstBarrier: Barrier {
        for step in CascadeStep.barriers where passes(step) != true {
            return passes(step) == nil ? .notKnown : .step(step)
        }
        return .none
    }
}

extension Household {
    var hasDevice: Bool? { FilingAnswers(self).passes(.device) }

    /// Any connection at home, mobile data included.
    var hasConnection: Bool? {
        internet.value.map { $0.contains(.fixed) || $0.contains(.mobile) || $0.contains(.unspecified) }
    }

    /// Level 2 and activated: what the portal asks for.
    var hasEID: Bool? { eID.value.map { $0 == .level2 } }

    /// Can send a photo or file, and install an app or pay online: the acts that filing takes.
    var hasFilingSkills: Bool? {
        skills.value.map {
            $0.contains(.sendFile) && ($0.contains(.installApp) || $0.contains(.onlinePayment))
        }
    }

    /// Had a procedure in the reference period. "Had no need" is not a "no".
    ///
    /// Where the number is missing, the channel answers. If only "no need" were taken from the channel, households
    /// with a procedure would be missing more often than those without.
    var hadProcedure: Bool? { dossiers.value.map { $0 > 0 } ?? channel.value.map { $0 != .noNeed } }

    var filedOnline: Bool? { dossiersOnline.value.map { $0 > 0 } }
}
