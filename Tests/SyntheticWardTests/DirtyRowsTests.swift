@testable import SyntheticWard
import Testing

@Suite struct DirtyRowsTests {
    private let settings = SyntheticWardSettings(households: 4_000, months: 1, seed: 5)

    private func number(_ survey: ParsedSurvey, _ column: SurveyColumn, _ row: [String]) -> Int? {
        Int(row[survey.place(column)])
    }

    @Test func onlyTheSpoiledRowsHaveMoreOnlineThanInAll() {
        let survey = ParsedSurvey(SyntheticSurvey(settings).file(month: 0), dialect: .canonical)
        let impossible = survey.rows.count { row in
            guard let total = number(survey, .proceduresTotal, row),
                let online = number(survey, .proceduresOnline, row)
            else { return false }
            return online > total
        }
        #expect(impossible == DirtyKind.onlineOverTotal.count(interviews: 4_000))
        #expect(survey.ragged == 1)
    }

    @Test func aHouseholdAskedTwiceTellsTheTruthTheSecondTime() {
        let survey = ParsedSurvey(SyntheticSurvey(settings).file(month: 0), dialect: .canonical)
        let rows = Dictionary(grouping: survey.rows, by: { $0[0] }).values.filter { $0.count > 1 }
        #expect(rows.count == DirtyKind.duplicateHousehold.count(interviews: 4_000))
        // The earlier visit stands later in the file, so order cannot decide.
        for pair in rows { #expect(pair.count == 2 && pair[0][1] > pair[1][1]) }
    }

    @Test(arguments: [100, 900, 4_000])
    func everyKindOccursFromAHundredInterviewsOn(interviews: Int) {
        for kind in DirtyKind.allCases { #expect(kind.count(interviews: interviews) >= 1, "\(kind)") }
    }

    @Test func noRowOfTheThinGroupIsSpoiled() throws {
        let ward = SyntheticSurvey(settings)
        let thin = try #require(ward.allocation.thinGroup)
        let survey = ParsedSurvey(ward.file(month: 0), dialect: .canonical)
        let id = ward.population.groups[thin].id
        #expect(
            survey.rows.count { $0[0].hasPrefix(id + "-") && $0[3] == ward.population.groups[thin].name } == 3
        )
    }

    @Test func missingAnswersAreOneToFourInAHundred() {
        let survey = ParsedSurvey(SyntheticSurvey(settings).file(month: 0), dialect: .canonical)
        for column in [SurveyColumn.householdSize, .smartphone, .eID, .skills, .barriers, .preferredTime] {
            let missing = survey.rows.count { survey.meaning(column, $0).hasPrefix("missing") }
            let share = Double(missing) / Double(survey.rows.count)
            #expect((0.004...0.055).contains(share), "\(column): \(share)")
        }
    }
}
