internal import SurveyData

extension Indicator {
    /// Whether a household is known not to belong to the indicator's base: its answer is not missing, there is none.
    func leavesOut(_ answers: FilingAnswers) -> Bool {
        switch self {
        case .onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds, .assistedHouseholds,
            .filedOnBehalfHouseholds, .couldRepeatUnaided, .cascadeFilesOnline, .cascadeFilesAlone,
            .readyNotFiling:
            answers[.procedure] == false
        case .reachedFilesAlone: answers[.procedure] == false || answers[.online] == false
        case .reachedConnection: Self.failsBefore(.connection, answers)
        case .reachedEID: Self.failsBefore(.eID, answers)
        case .reachedSkill: Self.failsBefore(.skill, answers)
        case .reachedKnowledge: Self.failsBefore(.knowledge, answers)
        default: false
        }
    }

    private static func failsBefore(_ step: CascadeStep, _ answers: FilingAnswers) -> Bool {
        CascadeStep.barriers.prefix(step.order).contains { answers.passes($0) == false }
    }
}
