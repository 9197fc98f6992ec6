package import SurveyData

/// One volunteer's month: the visits in walking order.
package struct VolunteerAssignment: Sendable, Equatable {
    package let volunteer: VolunteerID
    package let force: Force
    /// Minutes that visits and ways may fill: those of the outings that the volunteer's times allow.
    package let minutesAvailable: Int
    package let visits: [Visit]
    /// Visits of others at which the volunteer comes along, in their outings' order, numbered among the volunteer's own.
    package let joined: [Visit]
    /// The groups to visit and why, in walking order.
    package let stops: [GroupStop]
    /// By group: the streets of the volunteer's quotas, where others go from door to door in the group too.
    package var streets: [GroupID: [StreetPart]] = [:]

    package init(
        volunteer: VolunteerID, force: Force, minutesAvailable: Int, visits: [Visit], joined: [Visit] = [],
        stops: [GroupStop] = []
    ) {
        self.joined = joined
        self.volunteer = volunteer
        self.force = force
        self.minutesAvailable = minutesAvailable
        self.visits = visits
        self.stops = stops
    }

    /// Minutes of the ways to all groups, and what they weigh in expected dossiers.
    package var travelMinutes: Int { stops.reduce(0) { $0 + $1.way.minutes * $1.outings } }
    package var travelCost: Double { stops.reduce(0) { $0 + $1.way.cost * Double($1.outings) } }

    /// Of visits, as they are expected, and ways.
    package var minutesUsed: Int { (visits + joined).reduce(travelMinutes) { $0 + $1.expectedMinutes } }

    /// Whether the volunteer goes nowhere.
    package var isIdle: Bool { visits.isEmpty && joined.isEmpty }

    package var expectedGain: Double { visits.reduce(0) { $0 + $1.expectedGain } }

    /// The groups to visit, in walking order.
    package var groups: [GroupID] {
        (visits + joined).map(\.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
