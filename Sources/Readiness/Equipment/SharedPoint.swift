package import SurveyData

/// A cultural house that would reach households without a device or a connection.
package struct SharedPoint: Sendable {
    /// The group whose cultural house it is.
    package let group: ResidentialGroup
    /// The groups within walking distance that no service site and no point before this one reaches.
    package let reached: [GroupID]
    /// Households of these groups that lack a device or a connection.
    package let lacking: HouseholdCount
    /// Of these and all points before.
    package let lackingSoFar: HouseholdCount
    /// Of the households asked in these groups that lack one; nil where the survey did not ask when they have time.
    package let evening: EveningPreference?
}
