/// The code of one volunteer, as the ward writes it ("V012").
package struct VolunteerID: Hashable, Comparable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func < (left: VolunteerID, right: VolunteerID) -> Bool { left.text < right.text }
}

/// One row of the ward's volunteer file: who may be sent, for how long, and where not.
package struct Volunteer: Sendable, Equatable {
    package let id: VolunteerID
    /// A person's data: only for this volunteer, the coordinator, and heads and residents of the groups where they go.
    package let name: String
    package let force: Force
    /// A person's data: only for this volunteer, the coordinator, and heads of the groups where they go.
    package let phone: String
    package let homeGroup: GroupID?
    /// Minutes that this volunteer gives in the month, at least 0.
    package let minutes: Int
    /// The most residential groups that this volunteer visits in the month, at least 1.
    package let maximumGroups: Int
    package let skills: [String]
    /// Days and times as written by the ward ("sat-morning").
    package let available: [String]
    package let neverHouseholds: Set<HouseholdID>

    package init(
        id: VolunteerID, name: String, force: Force, phone: String, homeGroup: GroupID?, minutes: Int,
        maximumGroups: Int, skills: [String], available: [String], neverHouseholds: Set<HouseholdID>
    ) {
        self.id = id
        self.name = name
        self.force = force
        self.phone = phone
        self.homeGroup = homeGroup
        self.minutes = minutes
        self.maximumGroups = maximumGroups
        self.skills = skills
        self.available = available
        self.neverHouseholds = neverHouseholds
    }
}
