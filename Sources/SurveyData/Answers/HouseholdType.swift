/// The kinds of household that leaders look at apart. A household can be of several kinds, or of none.
package enum HouseholdType: String, CaseIterable, Hashable, Sendable, Codable {
    /// Everyone is aged 60 or more.
    case only60Plus
    case womenHeaded
    case withChildren
}
