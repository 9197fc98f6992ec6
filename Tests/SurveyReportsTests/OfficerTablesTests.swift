import Readiness
import SurveyData
import SurveyReports
import Testing

/// `rejected.csv`, `revisits.csv` and `changes.csv` in the language of the report.
@Suite struct OfficerTablesTests {
    /// A survey with many kinds of faults.
    private static func survey() throws -> Survey {
        try Survey.read(
            text: """
                household_id,survey_date,residential_group,smartphone,skills,procedures_total,procedures_online,household_size,people_60_plus,weight,cccd,extra thing
                A1,2025-10-01,Tổ 1,maybe,call;juggling,2,1,4,0,1,x,x
                A2,2025-10-02,Tổ 1,no,none;call,1,2,900,0,1,x,x
                A3,2025-10-40,Tổ 1,no,call,many,0,4,0,1,x,x
                A1,2025-10-03,Tổ 1,no,call,2,2,4,9,1,x,x
                A4,2025-10-03,Tổ 1,no
                ,2025-10-03,Tổ 1,no,call,2,2,4,0,1,x,x
                A5,2025-10-03,,no,call,2,2,4,0,1,x,x
                A6,2025-10-03,Tổ 9,no,call,2,2,4,0,1,x,x
                A7,2025-10-03,Tổ 1,no,call,2,2,4,0,0,x,x
                A08,2025-10-03,Tổ 1,no,call,2-Jan,2,4,0,1,x,x
                A8,2025-10-03,Tổ 1, no,call,2,2,4,0,1,x,x
                A9,2025-10-03,Tổ 1,no,call,3,1,4,0,1,x,x
                """, codebook: Codebook.builtIn(),
            registry: Registry(
                table: WardTable(
                    text: "former_ward,residential_group,group_id,households\nAn Lạc,Tổ 1,AL01,3\n",
                    name: "groups.csv")))
    }

    private static func isEnglish(_ text: String) -> Bool {
        let words: Set<Substring> = [
            "the", "of", "one", "counted", "correct", "ask", "household", "group", "file", "column", "row",
            "number",
            "date", "kept", "line", "fields", "is", "as", "and",
        ]
        return !words.isDisjoint(with: text.lowercased().split { !$0.isLetter })
    }

    @Test("in Vietnamese no text of rejected.csv is English; codes, columns and cells are as they were")
    func rejectedInVietnamese() throws {
        let survey = try Self.survey()
        let rows = SampleReport.rows(
            csv: IssueTable(survey, isSynthetic: false, language: .vi).text())
        #expect(
            rows.first == ["tệp", "dòng", "phiếu", "cột", "mã lỗi", "đang ghi", "cần ghi", "cách xử lý"])
        let english = SampleReport.rows(
            csv: IssueTable(survey, isSynthetic: false, language: .en).text())
        #expect(
            english.first == ["file", "line", "record", "column", "code", "found", "expected", "action"])
        #expect(rows.count == english.count && rows.count > 14)
        #expect(Set(rows.map { $0[4] }).count > 10, "\(Set(rows.map { $0[4] }))")
        for (row, other) in zip(rows, english).dropFirst() {
            #expect(Array(row[0..<5]) == Array(other[0..<5]))
            #expect(!row[6].isEmpty && !row[7].isEmpty)
            let said = row[6].replacing(/(một trong|các mục trong): .*/, with: "")
            #expect(!Self.isEnglish(said), "\(row[4]): \(row[6])")
            #expect(!Self.isEnglish(row[7].replacing(/"[^"]*"/, with: "")), "\(row[7])")
        }
        let answer = rows.first { $0[4] == "invalidAnswer" && $0[3] == "smartphone" }
        #expect(answer?[5] == "maybe" && answer?[6].hasPrefix("một trong: ") == true)
    }

    @Test("every kind of problem has its place and says where the other row stands")
    func placesStay() throws {
        let text = try IssueTable(Self.survey(), isSynthetic: false, language: .vi).text()
        #expect(text.contains("giữ phiếu ở dòng 5 của"), "\(text)")
    }

    @Test("revisits and changes name their codes in the language of the report", arguments: Language.allCases)
    func revisitsAndChanges(language: Language) throws {
        let survey = try Self.survey()
        let quality = QualityReport(survey, seed: 1, threads: 1)
        let revisits = SampleReport.rows(
            csv: RevisitTable(quality, isSynthetic: false, language: language).text())
        let changes = SampleReport.rows(
            csv: ChangesTable(survey, isSynthetic: false, language: language).text())
        #expect(
            revisits[0][6...] == (language == .vi ? ["mã lý do", "lý do"] : ["reason_codes", "reasons"]))
        #expect(
            changes[0]
                == (language == .vi ? ["mã sửa", "số lần", "nội dung"] : ["repair", "times", "meaning"]))
        #expect(revisits.contains { $0[6].contains("onlineOverTotal") && !$0[7].isEmpty })
        #expect(changes.contains { $0[0] == "trimmed" && $0[2] != "trimmed" })
    }
}
