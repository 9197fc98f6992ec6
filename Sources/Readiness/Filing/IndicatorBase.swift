internal import SurveyData

/// The households that an indicator speaks of.
enum IndicatorBase: Int, CaseIterable, Sendable {
    case everyone, withProcedure, filedOnline
    /// They pass the steps before this one.
    case reachedConnection, reachedEID, reachedSkill, reachedKnowledge

    /// Whether a household is known not to belong to it: its answer is not missing, there is none.
    func leavesOut(_ answers: FilingAnswers) -> Bool {
        switch self {
        case .everyone: false
        case .withProcedure: answers[.procedure] == false
        case .filedOnline: answers[.procedure] == false || answers[.online] == false
        case .reachedConnection: Self.failsBefore(.connection, answers)
        case .reachedEID: Self.failsBefore(.eID, answers)
        case .reachedSkill: Self.failsBefore(.skill, answers)
        case .reachedKnowledge: Self.failsBefore(.knowledge, answers)
        }
    }

    private static func failsBefore(_ step: CascadeStep, _ answers: FilingAnswers) -> Bool {
        CascadeStep.barriers.prefix(step.order).contains { answers.passes($0) == false }
    }
}

extension Indicator {
    var base: IndicatorBase {
        switch self {
        case .onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds, .assistedHouseholds,
            .filedOnBehalfHouseholds, .couldRepeatUnaided, .cascadeFilesOnline, .cascadeFilesAlone,
            .readyNotFiling:
            .withProcedure
        case .reachedFilesAlone: .filedOnline
        case .reachedConnection: .reachedConnection
        case .reachedEID: .reachedEID
        case .reachedSkill: .reachedSkill
        case .reachedKnowledge: .reachedKnowledge
        default: .everyone
        }
    }
}
