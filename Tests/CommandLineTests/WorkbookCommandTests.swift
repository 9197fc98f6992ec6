import Foundation
import TestSupport
import Testing

/// Workbooks wherever a CSV is read, by the built program.
@Suite struct WorkbookCommandTests {
    /// The rows of a sample file that have a cell for each column.
    private func rows(of sample: String) throws -> [[String]] {
        let run = try Program.run("records", "samples/\(sample)", "--ragged")
        let rows = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String]])
        return rows.filter { $0.count == rows[0].count }
    }

    private func text(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
        }.joined()
    }

    @Test("a month of workbooks gives the same bytes as the same month of text files")
    func monthIsTheSame() throws {
        let scratch = try Scratch()
        let names = ["survey": "2025-11.csv", "groups": "groups.csv", "volunteers": "volunteers.csv"]
        for folder in ["text", "workbook"] {
            try FileManager.default.createDirectory(
                at: scratch.folder.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        for (name, sample) in names {
            let rows = try rows(of: sample)
            _ = try scratch.write(text(rows), as: "text/\(name)")
            try Data(MadeWorkbook(table: rows).bytes).write(
                to: scratch.folder.appendingPathComponent("workbook/\(name)"))
        }
        for folder in ["text", "workbook"] {
            let run = try Program.run(
                [
                    "analyze", "survey", "--groups", "groups", "--volunteers", "volunteers", "--sampling",
                    "probability",
                    "--no-pdf", "--quiet", "--output", "report", "--ledger", "ledger.json",
                ],
                in: scratch.folder.appendingPathComponent(folder))
            #expect(run.status == 0, "\(run.errors)")
        }
        for file in ["summary.json", "officer/needs.csv", "volunteers/assignments.csv", "leader/leader.html"]
        {
            let both = try ["text", "workbook"].map {
                try Data(contentsOf: scratch.folder.appendingPathComponent("\($0)/report/\(file)"))
            }
            #expect(both[0] == both[1], "\(file)")
        }
    }

    @Test("what is wrong in a workbook is named by sheet and cell")
    func faultsAreNamedByCell() throws {
        let scratch = try Scratch()
        var book = MadeWorkbook(
            table: [
                ["household_id", "survey_date", "former_ward", "residential_group", "smartphone"],
                ["TX-1", "2025-11-02", "Hoa Sim", "Tổ 1", "yes"],
                ["TX-2", "2025-11-03", "Hoa Sim", "Tổ 1", "quả"],
            ])
        book.sheet = "Hộ khảo sát"
        let survey = scratch.folder.appendingPathComponent("s.xlsx")
        try Data(book.bytes).write(to: survey)
        let check = try Program.run("check", survey.path)
        #expect(check.output.contains("s.xlsx:'Hộ khảo sát'!E3"), "\(check.output)")
        let json = try Program.run("check", survey.path, "--json")
        #expect(json.output.contains(#""cell": "'Hộ khảo sát'!E3""#))
        let wrong = try Program.run("check", survey.path, "--sheet", "Khác")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("expected one of \"Hộ khảo sát\""), "\(wrong.errors)")
        let groups = scratch.folder.appendingPathComponent("g.xlsx")
        try Data(
            MadeWorkbook(
                table: [
                    ["former_ward", "residential_group", "group_id", "households"],
                    ["Hoa Sim", "Tổ 1", "HS01", "300"], ["Hoa Sim", "Tổ 2", "HS02", "ba trăm"],
                ]
            ).bytes
        ).write(to: groups)
        let ward = try Program.run("check", survey.path, "--groups", groups.path)
        #expect(ward.status == 65)
        #expect(ward.errors.contains("g.xlsx:Sheet1!D3"), "\(ward.errors)")
    }

    @Test("estimate reads a sheet, and names the cell that is no number")
    func estimateReadsSheets() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("e.xlsx")
        try Data(MadeWorkbook(table: [["y", "g"], ["1", "a"], ["2.5", "b"], ["4", "a"]]).bytes).write(
            to: file)
        let run = try Program.run("estimate", file.path, "--mean", "y", "--csv")
        #expect(run.status == 0)
        #expect(run.output.contains("2.5"))
        try Data(MadeWorkbook(table: [["g", "y"], ["a", "1"], ["b", "hai"]]).bytes).write(to: file)
        let wrong = try Program.run("estimate", file.path, "--mean", "y")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("e.xlsx:Sheet1!B3"), "\(wrong.errors)")
    }

    @Test("records shows cells as they are shown, or what they hold")
    func recordsShowsCells() throws {
        let path = "Tests/Fixtures/Workbooks/xlsxwriter-plain.xlsx"
        let shown = try Program.run("records", path).output.split(separator: "\n")
        let values = try Program.run("records", path, "--cells", "values").output.split(separator: "\n")
        #expect(
            shown[2].contains(#""03/11/2025","Tổ 2","2","Không","1.14","14.3%","FALSE""#),
            "\(shown[2])")
        #expect(
            values[2].contains(
                #""2025-11-03","Tổ 2","2","Không","1.1429","14.2857142857143%","FALSE""#),
            "\(values[2])")
    }
}
