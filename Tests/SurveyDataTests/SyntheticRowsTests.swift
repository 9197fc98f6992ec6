import Basics
import CSVReader
@testable import SurveyData
import Testing

@Suite struct SyntheticRowsTests {
    private let groups = """
        former_ward,residential_group,group_id,households
        An Lạc,Tổ 3,AL03,40
        """

    private func survey(_ text: String, codebook: String? = nil, month: String? = nil) throws -> Survey {
        let codebook = try codebook.map { try Codebook(yaml: $0, file: "c.yaml") } ?? Codebook.builtIn()
        return try Survey.read(text: text, codebook: codebook, month: month)
    }

    private func refusal(_ text: String, month: String? = nil) -> Diagnostic? {
        do {
            _ = try survey(text, month: month)
            return nil
        } catch { return error as? Diagnostic }
    }

    @Test(
        "a survey whose rows all say yes is of made-up households",
        arguments: [
            ("synthetic", "yes"), ("Synthetic", "YES"), ("synthetic", "1"), ("synthetic", "1.0"),
            ("synthetic", "true"), ("Dữ liệu mẫu", "có"), ("DU LIEU MAU", " Có "), ("Dữ liệu mẫu?", "x"),
        ])
    func aMarkedSurvey(header: String, cell: String) throws {
        let read = try survey(
            "household_id,residential_group,smartphone,\(header)\nA1,1,yes,\(cell)\nA2,1,no,\(cell)\n")
        #expect(read.isSynthetic && read.counts.accepted == 2 && read.issues.isEmpty)
    }

    @Test(
        "a survey without the column, or with nothing or no in it, is of real households",
        arguments: [
            "household_id,residential_group,smartphone\nA1,1,yes\nA2,1,no\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,\nA2,1,no,\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,no\nA2,1,no,\n",
            "household_id,residential_group,roof/synthetic\nA1,1,yes\nA2,1,no\n",
        ])
    func anUnmarkedSurvey(text: String) throws {
        #expect(try !survey(text).isSynthetic)
    }

    @Test("marked and unmarked rows in one survey are refused, naming the first of each")
    func aMixedSurvey() throws {
        let error = try #require(
            refusal(
                "household_id,residential_group,synthetic\nA1,1,\nA2,1,yes\nA3,1,yes\nA4,1,no\n"))
        #expect(error.code == .partlySynthetic && error.header == "synthetic")
        #expect(error.description.contains("line 3") && error.description.contains("line 2"))
        let other = try #require(
            refusal("Mã hộ;Tổ dân phố;Dữ liệu mẫu\nA1;1;có\nA2;1;có\nA3;1;\n"))
        #expect(other.description.contains("line 2") && other.description.contains("line 4"))
    }

    @Test(
        "rows that are rejected, blank or sums do not count for the mix",
        arguments: [
            // No id, no group, too few fields, a blank line, a sum, a header again.
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\n,1,yes,\nA2,1,no,yes\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\nA3,,yes,\nA2,1,no,yes\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\nA3,1,yes\nA2,1,no,yes\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\n,,,\n\nA2,1,no,yes\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\nA2,1,no,yes\nTổng cộng,,,\n",
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\nA1,1,,no\nA2,1,no,yes\n",
        ])
    func rowsThatDoNotCount(text: String) throws {
        let read = try survey(text)
        #expect(read.isSynthetic && read.counts.accepted == 2)
    }

    @Test("rows of another month count for the mix")
    func rowsOfAnotherMonth() throws {
        let text = """
            household_id,survey_date,residential_group,synthetic
            A1,2025-09-03,1,yes
            A2,2025-10-04,1,
            """
        #expect(refusal(text, month: "2025-10")?.code == .partlySynthetic)
    }

    @Test("a codebook of one's own knows made-up rows too")
    func anyCodebook() throws {
        let codebook = """
            codebook: own
            variables:
              household_id: { required: true, headers: [id] }
              smartphone: { headers: [phone], answers: { "yes": [y], "no": [n] } }
            """
        let marked = try survey("id,phone,synthetic\n1,y,yes\n2,n,yes\n", codebook: codebook)
        #expect(marked.isSynthetic && marked.issues.isEmpty)
        let plain = try survey("id,phone\n1,y\n2,n\n", codebook: codebook)
        #expect(!plain.isSynthetic && plain.issues.isEmpty)
    }

    @Test("the mark is no question: it changes neither quality nor which interview is preferred")
    func theMarkIsNoQuestion() throws {
        let marked = try survey(
            "household_id,residential_group,smartphone,synthetic\nA1,1,yes,yes\nA2,1,no,yes\n")
        let report = QualityReport(marked, seed: 1)
        #expect(!report.nonresponse.contains { $0.variable == .synthetic })
        var reading = SurveyReading(codebook: try Codebook.builtIn(), registry: nil, sampling: nil)
        // The same household, as often answered in both: the content decides, not the mark.
        try reading.add(text: "household_id,residential_group,smartphone\nA1,1,yes\n", name: "a.csv")
        try reading.add(
            text: "household_id,residential_group,smartphone,synthetic\nA1,1,no,yes\n", name: "b.csv")
        let both = try reading.survey(.all)
        #expect(both.counts.accepted == 1)
        #expect(both.households.first?.smartphone.value == .yes)
    }

    @Test("one marked file of several marks the survey; none of the columns is missed in the other")
    func oneOfSeveralFiles() throws {
        var reading = SurveyReading(codebook: try Codebook.builtIn(), registry: nil, sampling: nil)
        try reading.add(text: "household_id,residential_group,smartphone\nA1,1,yes\n", name: "a.csv")
        try reading.add(
            text: "household_id,residential_group,smartphone,synthetic\nA2,1,no,yes\n", name: "b.csv")
        let read = try reading.survey(.all)
        #expect(read.isSynthetic && read.issues.isEmpty && read.counts.accepted == 2)
    }

    @Test("the month before, marked alone, marks the pair of months")
    func theMonthBefore() throws {
        var reading = SurveyReading(codebook: try Codebook.builtIn(), registry: nil, sampling: nil)
        try reading.add(
            text: "household_id,survey_date,residential_group,synthetic\nA1,2025-09-03,1,yes\n", name: "a.csv"
        )
        try reading.add(
            text: "household_id,survey_date,residential_group\nA1,2025-10-03,1\n", name: "b.csv")
        let months = try reading.months(MonthChoice(Period("2025-10")))
        #expect(!months.survey.isSynthetic && months.isSynthetic)
    }

    @Test("a groups or volunteers file says the same of its rows")
    func wardFiles() throws {
        func registry(_ marks: [String]) throws -> Registry {
            let rows = zip(["AL03", "AL04", "AL05"], marks).map { "An Lạc,Tổ \($0),\($0),40,\($1)" }
            let head = "former_ward,residential_group,group_id,households,synthetic"
            return try Registry(
                table: WardTable(text: ([head] + rows).joined(separator: "\n"), name: "groups.csv"))
        }
        #expect(try registry(["yes", "có", "1"]).isSynthetic)
        #expect(try !registry(["", "no", ""]).isSynthetic)
        let error = #expect(throws: Diagnostic.self) { try registry(["", "", "yes"]) }
        let text = error?.description ?? ""
        #expect(text.contains("groups.csv:4") && text.contains("line 2") && text.contains("line 4"))
        let odd = #expect(throws: Diagnostic.self) { try registry(["maybe", "yes", "yes"]) }
        #expect(odd?.description.contains("groups.csv:2") == true)
        let head = "volunteer_id,force,minutes"
        let roster = try Roster(
            table: WardTable(text: "\(head),Dữ liệu mẫu\nV1,youth,90,có\n", name: "v.csv"), registry: nil)
        #expect(roster.isSynthetic)
        let plain = try Roster(table: WardTable(text: "\(head)\nV1,youth,90\n", name: "v.csv"), registry: nil)
        #expect(!plain.isSynthetic)
    }

    @Test("official counts, needs' and plans' rows carry the mark")
    func otherFiles() throws {
        let official = try OfficialCounts(
            table: WardTable(text: "month,dossiers,online,synthetic\n2025-10,10,5,yes\n", name: "o.csv"))
        #expect(official.isSynthetic)
        let plan = try EditedAssignments(
            table: WardTable(
                text: "volunteer_id,group_id,household_id,barrier,synthetic\nV1,AL03,AL03-1,skill,yes\n",
                name: "p.csv"))
        #expect(plan.isSynthetic)
    }

    @Test("a survey of a marked groups file is of made-up households")
    func aMarkedRegistry() throws {
        let registry = try Registry(
            table: WardTable(
                text: groups.split(separator: "\n").enumerated().map {
                    $0 == 0 ? $1 + ",synthetic" : $1 + ",yes"
                }.joined(separator: "\n"), name: "groups.csv"))
        let read = try Survey.read(
            text: "household_id,residential_group\nA1,AL03\n", codebook: Codebook.builtIn(),
            registry: registry)
        #expect(read.isSynthetic)
    }

    @Test("counting reads the mark though no figure needs it")
    func counting() throws {
        let file = try CSVFile(
            bytes: Array("household_id,residential_group,synthetic\nA1,1,yes\n".utf8), name: "s.csv")
        let read = try Survey.readToCount(
            file, codebook: Codebook.builtIn(), registry: nil, sampling: nil, months: .all,
            wanted: [.residentialGroup], threads: 1)
        #expect(read.isSynthetic)
    }
}
