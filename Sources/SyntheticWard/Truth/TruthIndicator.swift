/// The true values that are counted, under the names that reports use.
package enum TruthIndicator: Int, CaseIterable, Sendable {
    case onlineUptakeDossiers, onlineUptakeHouseholds, selfFiledHouseholds, assistedHouseholds
    case filedOnBehalfHouseholds, couldRepeatUnaided
    case smartphone, computer, internet, eIDLevel2, knowsProcess, wantsHelp
    case cascadeDevice, cascadeConnection, cascadeEID, cascadeSkill, cascadeKnowledge
    case cascadeFilesOnline, cascadeFilesAlone
    case barrierDevice, barrierConnection, barrierEID, barrierSkill, barrierKnowledge, noBarrier
    case onlyBarrierDevice, onlyBarrierConnection, onlyBarrierEID, onlyBarrierSkill, onlyBarrierKnowledge

    package var name: String { String(describing: self) }

    /// Positions of the five steps that every household can pass or fail, in their order.
    static let cascade: [TruthIndicator] = [
        .cascadeDevice, .cascadeConnection, .cascadeEID, .cascadeSkill, .cascadeKnowledge,
    ]
    static let barriers: [TruthIndicator] = [
        .barrierDevice, .barrierConnection, .barrierEID, .barrierSkill, .barrierKnowledge,
    ]
    static let onlyBarriers: [TruthIndicator] = [
        .onlyBarrierDevice, .onlyBarrierConnection, .onlyBarrierEID, .onlyBarrierSkill,
        .onlyBarrierKnowledge,
    ]
}
