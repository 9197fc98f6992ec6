package import Readiness
package import SurveyData

/// What one surveyed household would need to file online alone.
package struct SupportNeed: Sendable, Equatable {
    package let household: HouseholdID
    package let group: GroupID
    /// The steps that the household fails, in cascade order, of `CascadeStep.barriers` only; never empty.
    package let failedSteps: [CascadeStep]
    package let types: Set<HouseholdType>
    /// Dossiers that the household is expected to file in three months, 0…3.
    package let expectedDossiers: Double
    /// The forces that may come to the household by name: it agreed to them and did not say that it wants no help.
    /// Empty: counted, never listed.
    package let consentTo: Set<Force>
    /// Whether the household said that it wants help.
    package let asksForHelp: Bool
    /// When the household has time; nil: it did not say, or in words that name no time.
    package let time: WardTime?
    /// House number and street: sorts the walk. A person's data.
    package let address: String
    /// nil where it is not known. A person's data.
    package let place: HouseholdPlace?

    package init(
        household: HouseholdID, group: GroupID, failedSteps: [CascadeStep], types: Set<HouseholdType>,
        expectedDossiers: Double, consentTo: Set<Force>, asksForHelp: Bool = false,
        time: WardTime? = nil, address: String, place: HouseholdPlace? = nil
    ) {
        precondition(!failedSteps.isEmpty, "a household without a failed step needs no support")
        self.household = household
        self.group = group
        self.failedSteps = failedSteps
        self.types = types
        self.expectedDossiers = expectedDossiers
        self.consentTo = consentTo
        self.asksForHelp = asksForHelp
        self.time = time
        self.address = address
        self.place = place
    }
}
