import Basics
import Foundation
import SurveyData
import TestSupport
import Testing

@Suite struct CodebookFileTests {
    private func codebook(_ old: String = "codebook: trial", _ new: String = "codebook: trial") throws
        -> Codebook
    {
        let text = String(decoding: try TestFiles.fixture("Mutations/codebook.yaml"), as: UTF8.self)
        let place = try #require(text.range(of: old), "\(old)")
        return try Codebook(yaml: text.replacingCharacters(in: place, with: new), file: "c.yaml")
    }

    @Test(
        "a mistake in a codebook is named with its place and line",
        arguments: [
            ("range: [1, 40]", "range: [40, 1]", "variables.household_size.range"),
            ("range: [1, 40]", "range: [1, forty]", "variables.household_size.range"),
            ("range: [1, 40]", "range: [1, x, 40]", "variables.household_size.range"),
            ("range: [1, 40]", "range: [1, inf]", "variables.household_size.range"),
            ("range: [1, 40]", "range: [nan, 40]", "variables.household_size.range"),
            ("\"2025-11\"", "\"2025-13\"", "variables.survey_date.breaks"),
            ("\"2025-11\"", "\"11/2025\"", "variables.survey_date.breaks"),
            ("\"2025-11\"", "\"٢٠٢٥-11\"", "variables.survey_date.breaks"),
            ("\"2025-11\"", "\"0001-01\"", "variables.survey_date.breaks"),
            (
                "range: [1, 40]", "range: [1, 40], referenceMonths: 0",
                "variables.household_size.referenceMonths"
            ),
            (
                "range: [1, 40]", "range: [1, 40], referenceMonths: 13",
                "variables.household_size.referenceMonths"
            ),
            (
                "range: [1, 40]", "range: [1, 40], referenceMonths: 2.5",
                "variables.household_size.referenceMonths"
            ),
            (
                "range: [1, 40]", "range: [1, 40], referenceMonths: three",
                "variables.household_size.referenceMonths"
            ),
            ("breaks: [\"2025-11\"]", "referenceMonths: 3", "variables.survey_date.referenceMonths"),
            ("refused: [từ chối]", "refused: [DK]", "missing.refused"),
            ("mobile: [4G, 5G]", "mobile: [4G, cáp  quang]", "variables.internet.flags.mobile"),
            ("mobile: [4G, 5G]", "phone: [4G]", "variables.internet.flags.phone"),
            ("headers: [Tuổi]", "headers: [số nhân khẩu]", "variables.respondent_age.headers"),
            ("partly: [Nghe nói]", "partly: [nghe nói, biết rõ]", "variables.knows_process.answers"),
            ("answers: yesNo }\n  computer", "answers: yesNoo }\n  computer", "variables.smartphone.answers"),
            ("sampling: probability", "sampling: random", "sampling"),
            ("dateOrder: dmy", "dateOrder: ydm", "dateOrder"),
            ("  weight:", "  wieght:", "variables.wieght"),
            ("dontKnowMeans: \"no\"", "dontKnowMeans: nope", "variables."),
            ("totalsRows:", "totalRows:", "totalRows"),
            ("required: true\n", "required: maybe\n", "variables."),
            ("sampling: probability", "sampling: probability\nsampling: census", "line"),
        ])
    func mistakes(old: String, new: String, place: String) throws {
        let error = #expect(throws: Diagnostic.self) { try codebook(old, new) }
        #expect(error?.field?.hasPrefix(place) == true, "\(error.map { "\($0)" } ?? "")")
        #expect(error?.field?.contains("line") == true, "\(error?.field ?? "")")
    }

    @Test("the sound codebook is read, its texts in NFC")
    func sound() throws {
        let text = String(decoding: try TestFiles.fixture("Mutations/codebook.yaml"), as: UTF8.self)
        let apart = try Codebook(yaml: text.decomposedStringWithCanonicalMapping, file: "c.yaml")
        let title = try #require(apart.title[.vi])
        #expect(Array(title.unicodeScalars) == Array("Phiếu thử".unicodeScalars))
        #expect(apart.variables[.surveyDate]?.breaks == ["2025-11"])
    }

    @Test("what would steer a terminal is shown as its number")
    func escapes() {
        let error = #expect(throws: Diagnostic.self) {
            try Codebook(yaml: "codebook: x\n\"\\e[31mred\": 1\n", file: "c.yaml")
        }
        #expect(error?.description.contains("\u{1B}") == false)
        #expect(error?.description.contains("\\u{1B}[31mred") == true, "\(error?.description ?? "")")
    }
}
