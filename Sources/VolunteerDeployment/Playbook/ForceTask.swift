/// What one force does about one barrier in a visit.
package struct ForceTask: Sendable, Equatable {
    /// Minutes at the door, at least 1.
    package let minutes: Int
    /// The chance that the visit gets a household over the step.
    package let prior: BetaPrior
    /// A key of `Playbook.taskWords`.
    package let code: String
    /// Procedures to take up first, as survey codes; may be empty.
    package let procedures: [String]
    /// The skill that a volunteer must have for it, as the volunteers file writes it; nil: none.
    package let skill: String?

    /// - Precondition: `minutes` is at least 1.
    package init(
        minutes: Int, prior: BetaPrior, code: String, procedures: [String] = [], skill: String? = nil
    ) {
        precondition(minutes >= 1, "a visit takes at least a minute")
        self.minutes = minutes
        self.prior = prior
        self.code = code
        self.procedures = procedures
        self.skill = skill
    }
}
