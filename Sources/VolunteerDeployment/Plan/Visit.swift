package import Readiness
package import SurveyData

/// One volunteer at one door.
package struct Visit: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// To a household that was asked and agreed, by name.
        case visit
        /// To the next door of the group where someone has the barrier and agrees.
        case quota
        /// At the group's cultural house, for many households at a time.
        case session
    }

    /// Why this volunteer goes to this group.
    package enum Reason: String, Sendable, CaseIterable {
        case homeGroup, sameFormerWard
        /// Where the force is needed more than at home, or the volunteer has no home group.
        case elsewhere
    }

    package let volunteer: VolunteerID
    /// Place in the volunteer's walk, from 1.
    package let order: Int
    package let kind: Kind
    package let group: GroupID
    /// nil for a quota or a session.
    package let household: HouseholdID?
    /// The household's first failed step.
    package let barrier: CascadeStep
    /// All that the household fails, in cascade order.
    package let failedSteps: [CascadeStep]
    /// The failed steps that this visit works at.
    package let steps: [CascadeStep]
    package let taskCode: String
    package let minutes: Int
    /// Expected dossiers that the household files alone in three months because of the visit.
    package let expectedGain: Double
    /// Households more that file alone because of the visit: for one household, how much likelier it does; for a quota,
    /// times its reach; for a session, over all its seats.
    package let addedChance: Double
    package let reason: Reason
    /// Households that the visit counts on: 1, or the seats of a session.
    package let seats: Int

    package init(
        volunteer: VolunteerID, order: Int, kind: Kind, group: GroupID, household: HouseholdID?,
        barrier: CascadeStep, failedSteps: [CascadeStep], steps: [CascadeStep], taskCode: String,
        minutes: Int,
        expectedGain: Double, addedChance: Double, reason: Reason, seats: Int = 1
    ) {
        self.seats = seats
        self.volunteer = volunteer
        self.order = order
        self.kind = kind
        self.group = group
        self.household = household
        self.barrier = barrier
        self.failedSteps = failedSteps
        self.steps = steps
        self.taskCode = taskCode
        self.minutes = minutes
        self.expectedGain = expectedGain
        self.addedChance = addedChance
        self.reason = reason
    }
}
