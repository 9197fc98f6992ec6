package import Readiness
package import SurveyData

/// One volunteer at one door.
package struct Visit: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// To a household that was asked and agreed, by name.
        case visit
        /// To the next door of the group where someone has the barrier and agrees.
        case quota
        /// To a household that was visited by another force before, and needs both.
        case followUp
        /// At the group's cultural house, for many households at a time.
        case session

        /// Whether it is to a household by name.
        package var isNamed: Bool { self == .visit || self == .followUp }
    }

    /// Why this volunteer goes to this group.
    package enum Reason: String, Sendable, CaseIterable {
        case homeGroup, sameFormerWard
        /// Where the force is needed more than at home, or the volunteer has no home group.
        case elsewhere
    }

    package let volunteer: VolunteerID
    /// Who comes along; nil: nobody.
    package var partner: VolunteerID?
    /// Place in the volunteer's walk, over all outings, from 1.
    package let order: Int
    /// Which of the volunteer's outings, from 1.
    package let outing: Int
    /// When, and in which week of the month, from 1; nil and 0 where a plan has no outings.
    package let time: WardTime?
    package let week: Int
    /// nil where the month of the plan is not known.
    package let date: SurveyDate?
    package let kind: Kind
    package let group: GroupID
    /// nil for a quota or a session.
    package let household: HouseholdID?
    /// The household's first failed step.
    package let barrier: CascadeStep
    /// All that the household fails, in cascade order.
    package let failedSteps: [CascadeStep]
    /// The day and the time of the outing, "2025-12-03 weekday-evening"; empty where a plan has no outings.
    package var slot: String { [date?.text, time?.code].compactMap(\.self).joined(separator: " ") }
    /// The pattern of failed steps, "skill+knowledge": what a row of `assignments.csv` is known by.
    package var needCode: String { StepPattern(failedSteps).code }
    /// The failed steps that this visit works at.
    package let steps: [CascadeStep]
    package let taskCode: String
    /// Where the door opens.
    package let minutes: Int
    /// On average, over doors that open and doors that stay closed: what a plan counts.
    package let expectedMinutes: Int
    /// The chance that a household is met, 0…1; 1 for a session.
    package let reach: Double
    /// Expected dossiers that the household files alone in three months because of the visit.
    package let expectedGain: Double
    /// Households more that file alone because of the visit: how much likelier one household does, times the chance
    /// that it is met; for a session, over all its seats.
    package let addedChance: Double
    package let reason: Reason
    /// Households that the visit counts on: 1, or the seats of a session.
    package let seats: Int

    package init(
        volunteer: VolunteerID, order: Int, kind: Kind, group: GroupID, household: HouseholdID?,
        barrier: CascadeStep, failedSteps: [CascadeStep], steps: [CascadeStep], taskCode: String,
        minutes: Int, expectedMinutes: Int? = nil, reach: Double = 1,
        expectedGain: Double, addedChance: Double, reason: Reason, seats: Int = 1, outing: Int = 1,
        time: WardTime? = nil, week: Int = 0, date: SurveyDate? = nil
    ) {
        self.date = date
        self.time = time
        self.week = week
        self.outing = outing
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
        self.expectedMinutes = expectedMinutes ?? minutes
        self.reach = reach
        self.expectedGain = expectedGain
        self.addedChance = addedChance
        self.reason = reason
    }
}
