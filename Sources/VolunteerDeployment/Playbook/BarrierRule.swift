package import SurveyData

/// How one failed step of the cascade can be overcome.
package struct BarrierRule: Sendable, Equatable {
    /// Chance that the step is passed within three months without the visit, 0…1.
    package let later: Double
    /// The forces that can help; a force that is absent cannot.
    package let tasks: [Force: ForceTask]

    package init(later: Double, tasks: [Force: ForceTask]) {
        self.later = later
        self.tasks = tasks
    }
}
