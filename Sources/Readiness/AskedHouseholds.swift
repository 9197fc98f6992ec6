package import SurveyData

/// All households asked in a month, however they were asked, with what they say about filing.
package struct AskedHouseholds: Sendable {
    package let survey: Survey
    /// One for each household of the survey, in its order.
    package let readiness: [HouseholdReadiness]

    init(_ survey: Survey) {
        self.survey = survey
        readiness = Self.readiness(of: survey)
    }

    /// One for each household of a survey, in its order.
    static func readiness(of survey: Survey) -> [HouseholdReadiness] {
        AnswerCombinations(survey).map { HouseholdReadiness(survey.households[$0]) }
    }
}
