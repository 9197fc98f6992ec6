internal import SurveyData

/// The figures of the cascade in one domain, made step by step so that a missing answer takes its household out of
/// one step only.
///
/// One "no" makes a household known, a "yes" to the end needs every answer: shares of households whose answers are
/// complete would lose more of those that pass. Each step is a share of those known to pass the steps before that
/// answered it, and the figures are products of these.
struct FilingShares: Sendable {
    /// Different combinations of answers, ascending, and Σ w of the households that gave each.
    let answers: [FilingAnswers]
    private let weights: [Double]
    /// By step: the share that passes it and all before it; the same of households known to file alone, of whom those
    /// who do not tell pass. nil where a share has no base.
    private var reached: [Influence?] = []
    private var alonePass: [Influence] = []
    /// The share that had a procedure, filed online, filed alone.
    private(set) var procedure: Influence?
    private var online: Influence?
    private(set) var alone: Influence?

    init(_ answers: [FilingAnswers], weights: [Double]) {
        self.answers = answers
        self.weights = weights
        procedure = share { $0[.procedure] }
        online = procedure?.times(share { $0.passes(.filesOnline) })
        alone = filed(by: [.self])
        reached = steps { _ in true }
        for share in alone == nil ? [] : steps({ $0.passes(.filesAlone) == true }) {
            alonePass.append(share ?? alonePass.last ?? constant(1))
        }
    }

    /// A figure as a ratio: what is counted and of what, each a mean of all households.
    struct Parts: Sendable {
        let above, below: Influence
    }

    /// The indicator as sums and products of shares; nil where it is no such figure, or where a share has no base.
    func figure(_ indicator: Indicator) -> Parts? {
        if let step = CascadeStep.barriers.first(where: { Indicator.conditional($0) == indicator }),
            step != .device
        {
            return parts(reached[step.order], of: reached[step.order - 1])
        }
        switch indicator {
        case .onlineUptakeHouseholds, .cascadeFilesOnline: return parts(online, of: procedure)
        case .selfFiledHouseholds, .cascadeFilesAlone: return parts(alone, of: procedure)
        case .assistedHouseholds: return parts(filed(by: [.assisted, .family]), of: procedure)
        case .filedOnBehalfHouseholds: return parts(filed(by: [.onBehalf, .service]), of: procedure)
        case .reachedFilesAlone: return parts(alone, of: online)
        case .couldRepeatUnaided:
            return parts(
                online?.times(share { $0.passes(.filesOnline) == true ? $0[.couldRepeat] : nil }),
                of: procedure)
        case .readyNotFiling:
            let offline = procedure?.times(share { $0.passes(.filesOnline) }?.complement)
            return parts(
                offline?.times(steps { $0.passes(.filesOnline) == false }.last ?? nil), of: procedure)
        default: return parts(ofAll(indicator), of: constant(1))
        }
    }

    static func makes(_ indicator: Indicator) -> Bool { made.contains(indicator) }

    private static let made: Set<Indicator> = [
        .onlineUptakeHouseholds, .selfFiledHouseholds, .assistedHouseholds, .filedOnBehalfHouseholds,
        .couldRepeatUnaided, .cascadeDevice, .cascadeConnection, .cascadeEID, .cascadeSkill,
        .cascadeKnowledge,
        .cascadeFilesOnline, .cascadeFilesAlone, .reachedConnection, .reachedEID, .reachedSkill,
        .reachedKnowledge, .reachedFilesAlone, .barrierDevice, .barrierConnection, .barrierEID, .barrierSkill,
        .barrierKnowledge, .noBarrier, .lacksEquipment, .lacksITAccess, .lacksDeviceOrConnection,
        .readyNotFiling, .skillsNonUser, .skillsNone,
    ]

    private func ofAll(_ indicator: Indicator) -> Influence? {
        if let step = CascadeStep.barriers.first(where: { Indicator.cascade($0) == indicator }) {
            return reached[step.order]
        }
        if let step = CascadeStep.barriers.first(where: { Indicator.barrier($0) == indicator }) {
            return stopped(at: step)
        }
        return switch indicator {
        case .lacksEquipment: reached[0]?.complement
        case .lacksDeviceOrConnection: reached[1]?.complement
        case .lacksITAccess:
            share { $0[.connection] }?.times(share { $0[.connection] == true ? $0[.skill] : nil })?.complement
        case .skillsNonUser: nonUser
        case .skillsNone:
            share { $0[.basicSkills] }.flatMap { basic in nonUser.map { basic.complement - $0 } }
        case .noBarrier:
            reached[CascadeStep.knowledge.order].map { ready in
                alone.map { ready + $0 * alonePass[CascadeStep.knowledge.order].complement } ?? ready
            }
        default: nil
        }
    }

    /// No device, of these no connection, of these none of the activities asked.
    private var nonUser: Influence? {
        let without = reached[0]?.complement
        let offline = share { $0.passes(.device) == false ? $0[.connection].map { !$0 } : nil }
        let idle = share { own in
            own.passes(.device) == false && own[.connection] == false ? own[.activity].map { !$0 } : nil
        }
        return without?.times(offline)?.times(idle)
    }

    private func parts(_ above: Influence?, of below: Influence?) -> Parts? {
        guard let above, let below else { return nil }
        return Parts(above: above, below: below)
    }

    private func constant(_ value: Double) -> Influence { Influence(constant: value, count: answers.count) }

    /// The share of yes; nil answers are left out.
    private func share(_ answer: (FilingAnswers) -> Bool?) -> Influence? {
        Influence(share: answers.map(answer), weights: weights)
    }

    // MARK: Steps

    /// A smartphone, or else a computer, of those that told.
    private func device(_ isMember: (FilingAnswers) -> Bool) -> Influence? {
        guard let smartphone = share({ isMember($0) ? $0[.smartphone] : nil }) else { return nil }
        let computer = share { own in
            guard isMember(own), own[.smartphone] == false else { return nil }
            return own.asksNoComputer ? false : own[.computer]
        }
        return smartphone.complement.times(computer).map { smartphone + $0 }
    }

    /// By step: the share of some households that passes it and all before it.
    private func steps(_ isMember: (FilingAnswers) -> Bool) -> [Influence?] {
        let factor = computerFactor(isMember)
        let standing = answers.map { $0[.smartphone] == false ? factor : 1 }
        var shares = [device(isMember)]
        for step in CascadeStep.barriers.dropFirst() {
            shares.append((shares[step.order - 1])?.times(passed(step, isMember, standing)))
        }
        return shares
    }

    /// How many households each one without a smartphone that answered the computer question stands for: itself, and
    /// its part of those that did not answer.
    private func computerFactor(_ isMember: (FilingAnswers) -> Bool) -> Double {
        var (all, telling) = (0.0, 0.0)
        for (own, weight) in zip(answers, weights) where isMember(own) && own[.smartphone] == false {
            all += weight
            if own.asksNoComputer || own[.computer] != nil { telling += weight }
        }
        return telling > 0 ? all / telling : 1
    }

    /// The share that passes a step, of those known to pass all before it.
    ///
    /// A household that did not answer the smartphone question is left out: it is known to have a device only if it
    /// has a computer, so those with one would count too much. `standing`: how many households each stands for, held
    /// fixed in variances.
    private func passed(
        _ step: CascadeStep, _ isMember: (FilingAnswers) -> Bool, _ standing: [Double]
    ) -> Influence? {
        let before = CascadeStep.barriers.prefix(step.order)
        return Influence(
            share: answers.map { own in
                isMember(own) && own[.smartphone] != nil && before.allSatisfy { own.passes($0) == true }
                    ? own.passes(step) : nil
            }, weights: weights, standing: standing)
    }

    // MARK: Filing

    private func filed(by filers: [Filer]) -> Influence? {
        online?.times(share { $0.passes(.filesOnline) == true ? $0.filer.map(filers.contains) : nil })
    }

    // MARK: Barriers

    /// The share whose first failed step this is: all that pass those before it and fail it, less those that file
    /// alone, who have no barrier.
    private func stopped(at step: CascadeStep) -> Influence? {
        let place = step.order
        guard let before = place == 0 ? constant(1) : reached[place - 1], let through = reached[place] else {
            return nil
        }
        guard let alone else { return before - through }
        let aloneBefore = place == 0 ? constant(1) : alonePass[place - 1]
        return before - through - alone * (aloneBefore - alonePass[place])
    }
}
