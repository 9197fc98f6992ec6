package import SurveyData

/// One volunteer's month: the visits in walking order.
package struct VolunteerAssignment: Sendable, Equatable {
    package let volunteer: VolunteerID
    package let force: Force
    /// Minutes that visits may fill.
    package let minutesAvailable: Int
    package let visits: [Visit]

    package init(volunteer: VolunteerID, force: Force, minutesAvailable: Int, visits: [Visit]) {
        self.volunteer = volunteer
        self.force = force
        self.minutesAvailable = minutesAvailable
        self.visits = visits
    }

    package var minutesUsed: Int { visits.reduce(0) { $0 + $1.minutes } }

    package var expectedGain: Double { visits.reduce(0) { $0 + $1.expectedGain } }

    /// The groups to visit, in walking order.
    package var groups: [GroupID] {
        visits.map(\.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
