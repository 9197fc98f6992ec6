package import Readiness
package import SurveyData

/// Households of one group and barrier that get no visit this month, and why.
package struct UnassignedNeed: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        /// The household wants no help, or agreed to no force that can help.
        case noConsent
        /// The playbook lets no force help over any failed step.
        case noFittingForce
        /// Police alone could help, and come to so many households of the group only as ask them in.
        case byInvitation
        /// Next to nothing would be gained: no dossiers are expected, or no force takes door-to-door visits here.
        case noGain
        /// No volunteer of a fitting force has the minutes for even one such visit.
        case noVolunteer
        /// Every fitting volunteer must not be sent to this household.
        case excludedForEveryVolunteer
        /// A fitting volunteer has minutes left, but may not go to another group, or not so far.
        case groupLimit
        /// The minutes went where they bring more.
        case noMinutesLeft
    }

    package let group: GroupID
    package let barrier: CascadeStep
    package let kind: Visit.Kind
    package let reason: Reason
    /// Households, at least 1.
    package let count: Int
    /// Minutes that visits to all of them would take, each by the force that brings most in a minute there; empty where
    /// it is not time that is missing.
    package let wouldTake: [Force: Int]
}
