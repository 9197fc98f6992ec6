@testable import SyntheticWard
import Testing

@Suite struct SurveyDialectTests {
    private func parsed(_ dialect: SurveyDialect, month: Int = 0) -> ParsedSurvey {
        let settings = SyntheticWardSettings(households: 900, months: 2, seed: 11, dialect: dialect)
        return ParsedSurvey(SyntheticSurvey(settings).file(month: month), dialect: dialect)
    }

    @Test(arguments: [SurveyDialect.vietnamese, .kobo])
    func everyDialectHoldsTheSameAnswers(dialect: SurveyDialect) {
        let canonical = parsed(.canonical, month: 1)
        let other = parsed(dialect, month: 1)
        #expect(other.rows.count == canonical.rows.count)
        let shared = SurveyColumn.allCases.filter { $0.kind != .text } + [.householdID, .address, .phone]
        for (left, right) in zip(canonical.rows, other.rows) {
            for column in shared {
                #expect(
                    other.meaning(column, right) == canonical.meaning(column, left), "\(column) of \(left[0])"
                )
            }
        }
    }

    @Test(arguments: SurveyDialect.allCases)
    func everyAnswerIsInItsCodeList(dialect: SurveyDialect) {
        let survey = parsed(dialect)
        for row in survey.rows {
            for column in SurveyColumn.allCases where column.kind != .text {
                let meaning = survey.meaning(column, row)
                #expect(!meaning.contains("not in") && !meaning.contains("?"), "\(column): \(meaning)")
            }
        }
    }

    @Test(arguments: SurveyDialect.allCases)
    func everyCodeListHasAWordForEachAnswer(dialect: SurveyDialect) {
        let counts: [(SurveyColumn, Int)] = [
            (.internet, InternetKind.allCases.count), (.eID, EIDState.allCases.count),
            (.skills, SkillItem.allCases.count), (.knowsProcess, Knowledge.allCases.count),
            (.procedures, ProcedureKind.allCases.count), (.channel, FilingChannel.allCases.count),
            (.whoFiled, FilerKind.allCases.count), (.barriers, BarrierKind.allCases.count),
            (.consent, ConsentKind.allCases.count), (.smartphone, 2), (.preferredTime, 5), (.mode, 3),
        ]
        for (column, count) in counts {
            #expect(dialect.words.answers[column.rawValue].count == count, "\(column)")
        }
    }

    @Test func theVietnameseFileIsWrittenAsExcelDoes() {
        let settings = SyntheticWardSettings(households: 200, months: 1, seed: 3, dialect: .vietnamese)
        let bytes = SyntheticSurvey(settings).file(month: 0)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(bytes.suffix(2) == [13, 10])
        let survey = ParsedSurvey(bytes, dialect: .vietnamese)
        #expect(survey.headers.prefix(4) == ["Mã hộ", "Ngày khảo sát", "Phường cũ", "Tổ dân phố"])
        #expect(survey.rows.allSatisfy { $0[1].hasSuffix("/09/2025") && $0[1].count == 10 })
    }

    @Test func koboChoiceColumnsSayWhatTheSummarySays() {
        let survey = parsed(.kobo)
        for row in survey.rows {
            for column in SurveyColumn.allCases where column.kind == .set {
                let places = survey.words.columns.enumerated().compactMap { index, plan -> String? in
                    guard case .choice(column, let choice) = plan, row[index] == "1" else { return nil }
                    return String(choice)
                }
                let meaning = survey.meaning(column, row)
                #expect(places.joined(separator: "+") == (meaning.hasPrefix("missing") ? "" : meaning))
            }
        }
    }
}
