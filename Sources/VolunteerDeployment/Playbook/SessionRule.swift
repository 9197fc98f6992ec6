package import Readiness
package import SurveyData

/// One evening or weekend hour at a group's cultural house for many households at a time.
package struct SessionRule: Sendable, Equatable {
    /// A key of `Playbook.taskWords`.
    package let code: String
    /// The steps that the session works at, in cascade order.
    package let steps: [CascadeStep]
    /// With setting up, at least 1.
    package let minutes: Int
    /// At least 1.
    package let seats: Int
    /// Share of seats that are taken, 0…1.
    package let filled: Double
    /// Sessions in one group and month at most, at least 1.
    package let most: Int
    /// The chance that who sits in gets over each of the steps, by the force that leads; a force that is absent leads none.
    package let priors: [Force: BetaPrior]

    package init(
        code: String, steps: [CascadeStep], minutes: Int, seats: Int, filled: Double, most: Int,
        priors: [Force: BetaPrior]
    ) {
        precondition(minutes >= 1 && seats >= 1 && most >= 1, "a session takes time and has seats")
        self.code = code
        self.steps = steps.sorted()
        self.minutes = minutes
        self.seats = seats
        self.filled = filled
        self.most = most
        self.priors = priors
    }
}
