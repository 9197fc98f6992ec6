package import SurveyData

/// What a plan brings to one residential group.
package struct GroupSupport: Sendable, Equatable {
    package let group: GroupID
    /// Visits by force; a force that does not come is absent.
    package let visits: [Force: Int]
    package let minutes: [Force: Int]
    /// Of the visits, those door to door.
    package let quotaVisits: Int
    package let expectedGain: Double
    /// Households with a need that get no visit this month.
    package let unassigned: Int
}
