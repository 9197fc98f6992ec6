/// The code of one residential group ("TX03"). A group's own name ("Tổ 3") recurs across former wards.
package struct GroupID: Hashable, Comparable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func < (left: GroupID, right: GroupID) -> Bool { left.text < right.text }
}

/// One row of the ward's registry: a residential group and what is known of it without asking anyone.
package struct ResidentialGroup: Sendable, Equatable {
    package let id: GroupID
    package let formerWard: String
    /// The group's name inside its former ward ("Tổ 3").
    package let name: String
    /// Households that live here (N_g), at least 0.
    package let households: Int
    /// Share of people aged 60 or more, 0…1, where known.
    package let share60Plus: Double?
    package let latitude: Double?
    package let longitude: Double?
    /// Kilometres to the nearer service site, where known.
    package let siteDistanceKilometres: Double?

    package init(
        id: GroupID, formerWard: String, name: String, households: Int, share60Plus: Double?,
        latitude: Double?, longitude: Double?, siteDistanceKilometres: Double?
    ) {
        self.id = id
        self.formerWard = formerWard
        self.name = name
        self.households = households
        self.share60Plus = share60Plus
        self.latitude = latitude
        self.longitude = longitude
        self.siteDistanceKilometres = siteDistanceKilometres
    }
}
