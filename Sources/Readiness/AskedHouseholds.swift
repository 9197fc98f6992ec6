package import SurveyData

/// All households asked in a month, however they were asked, with what they say about filing.
package struct AskedHouseholds: Sendable {
    package let survey: Survey
    /// One for each household of the survey, in its order.
    package let readiness: [HouseholdReadiness]

    init(_ survey: Survey) {
        self.survey = survey
        readiness = survey.households.map(HouseholdReadiness.init)
    }
}
