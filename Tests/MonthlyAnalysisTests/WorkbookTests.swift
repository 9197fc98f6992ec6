import Foundation
import SurveyReports
import TestSupport
import Testing

@testable import MonthlyAnalysis

@Suite struct WorkbookTests {
    private func sheet(
        _ cells: [Workbook.Cell], format: Workbook.Format = .text, name: String = "Tờ", title: String = "Đầu"
    ) -> Workbook.Sheet {
        .init(
            name: name, title: title, columns: [.init("Mã"), .init("Giá trị", format)],
            rows: cells.map { [.text("H"), $0] })
    }

    private func xlsx(_ workbook: Workbook) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeXLSX(workbook, to: path)
        return [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }

    private func parts(_ sheets: Workbook.Sheet...) throws -> [String: String] {
        zipEntries(try xlsx(Workbook(title: "Phường A & B", sheets: sheets)))
    }

    private var charted: Workbook.Sheet {
        .init(
            name: "Tổ 'một' [1]", title: "Tỷ lệ", notes: ["Khoảng tin cậy 95 %."],
            columns: [
                .init("Tổ"), .init("Tỷ lệ", .percent), .init("Dưới", .percent), .init("Trên", .percent),
            ],
            rows: [
                [.text("1"), .number(0.5), .number(0.4), .number(0.6)], [.text("2"), .empty],
                [.text("3"), .number(0.7), .number(0.65), .number(0.75)],
            ],
            chart: .init(
                title: "=1+1", labels: 0, values: 1, lower: 2, upper: 3, target: .init("Mục tiêu", 0.6)))
    }

    @Test(arguments: [
        "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "{=1}", "https://example.org", "mailto:a@b.c",
        "internal:A1",
    ])
    func textThatAProgramWouldRunStaysText(text: String) throws {
        let parts = try parts(sheet([.text(text)], title: text))
        let strings = try #require(parts["xl/sharedStrings.xml"])
        let cells = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(strings.contains("<t>" + text.replacing("&", with: "&amp;") + "</t>"))
        #expect(cells.contains(#/<c r="B3" s="\d+" t="s">/#))
        #expect(!cells.contains("<f>") && !cells.contains("hyperlink"))
        #expect(!parts.keys.contains("xl/worksheets/_rels/sheet1.xml.rels"))
    }

    @Test(arguments: [
        (0.256, Workbook.Format.percent, "0.256", "0.0%"), (1_234.5, .decimal(2), "1234.5", "#,##0.00"),
        (-7, .integer, "-7", "#,##0"),
    ])
    func aNumberIsANumeralAndItsLookAFormat(
        number: Double, format: Workbook.Format, numeral: String, pattern: String
    ) throws {
        let parts = try parts(sheet([.number(number)], format: format))
        #expect(parts["xl/worksheets/sheet1.xml"]?.contains("<v>\(numeral)</v>") == true)
        // Of Excel's own formats this one has a number and no pattern in the file.
        let isOwn = parts["xl/styles.xml"]?.contains("numFmtId=\"3\"") == true && pattern == "#,##0"
        #expect(isOwn || parts["xl/styles.xml"]?.contains("formatCode=\"\(pattern)\"") == true)
    }

    @Test(arguments: [Workbook.Cell.empty, .number(.nan), .number(.infinity)])
    func noDataIsAShadedCellWithoutAValue(cell: Workbook.Cell) throws {
        let cells = try parts(sheet([cell], format: .integer))["xl/worksheets/sheet1.xml"]
        #expect(cells?.contains(#/<c r="B3" s="\d+"/>/#) == true)
    }

    @Test func headerAndFirstColumnStayInView() throws {
        let cells = try parts(sheet([.number(1)]))["xl/worksheets/sheet1.xml"]
        #expect(cells?.contains("<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\"") == true)
    }

    @Test func theWholeTableHasAFilter() throws {
        let cells = try parts(sheet([.number(1), .number(2)]))["xl/worksheets/sheet1.xml"]
        #expect(cells?.contains("<autoFilter ref=\"A2:B4\"/>") == true)
    }

    @Test func aPageIsA4AcrossWithHeaderRowTitleAndNumber() throws {
        let parts = try parts(sheet([.number(1)]))
        let cells = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(cells.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
        #expect(cells.contains("<oddHeader>&amp;LPhường A &amp;&amp; B&amp;R&amp;A</oddHeader>"))
        #expect(cells.contains("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"))
        #expect(parts["xl/workbook.xml"]?.contains("'Tờ'!$2:$2</definedName>") == true)
    }

    @Test func aChartDrawsItsCellsAndTheTarget() throws {
        let chart = try #require(try parts(charted)["xl/charts/chart1.xml"])
        #expect(chart.contains("<c:barDir val=\"bar\"/>") && chart.contains("<c:max val=\"1\"/>"))
        for column in ["B", "C", "D", "E"] {
            #expect(chart.contains("<c:f>'Tổ ''một''  1'!$\(column)$3:$\(column)$5</c:f>"))
        }
        #expect(chart.contains("<c:name>Mục tiêu</c:name>"))
    }

    @Test func theTitleOfAChartIsNoFormula() throws {
        #expect(try parts(charted)["xl/charts/chart1.xml"]?.contains("<a:t> =1+1</a:t>") == true)
    }

    @Test(arguments: [2, 40])
    func aChartCoversNoCellWithText(columns: Int) {
        let layout = SheetLayout(
            .init(
                name: "a", title: "a", notes: ["b", "c"],
                columns: (0..<columns).map { .init("Cột \($0)", .integer) },
                rows: [[.number(1)], [.number(2)]], chart: .init(title: "d", labels: 0, values: 1)))
        let (rows, columns) = layout.size
        #expect(layout.chartColumn >= columns || layout.chartRow >= rows)
    }

    @Test func theSameWorkbookGivesTheSameBytes() throws {
        let workbook = Workbook(title: "A", sheets: [charted, sheet([.number(1), .text("b"), .empty])])
        let bytes = try xlsx(workbook)
        #expect(try xlsx(workbook) == bytes)
        // The only times in the file.
        #expect(zipEntries(bytes)["docProps/core.xml"]?.split(separator: "2000-01-01T00:00:00Z").count == 3)
    }

    @Test func namesOfSheetsAreSafeAndUnique() throws {
        let wishes = [
            "a/b", "A\\B", "'Tổ'", "", "[]:*?/\\", "history", String(repeating: "Ấp ", count: 20),
            String(repeating: "ấp ", count: 20), String(repeating: "👵🏽", count: 20),
        ]
        let workbook = Workbook(title: "", sheets: wishes.map { sheet([], name: $0) })
        let names = workbook.sheetNames
        #expect(names.prefix(6) == ["a b", "A B (2)", "Tổ", "Sheet", "Sheet (2)", "history (2)"])
        #expect(names.allSatisfy { (1...31).contains($0.utf16.count) })
        #expect(Set(names.map { $0.lowercased() }).count == wishes.count)
        // libxlsxwriter takes every one.
        let parts = zipEntries(try xlsx(workbook))
        #expect(parts["xl/workbook.xml"]?.split(separator: "<sheet ").count == wishes.count + 1)
    }

    @Test func longTextIsCutBetweenCharacters() {
        let cut = CellText.cell(String(repeating: "👵🏽", count: 10_000))
        #expect(cut.utf16.count == 32_764 && cut.allSatisfy { $0 == "👵🏽" })
    }

    @Test func charactersThatXMLForbidsAreShownOrRemoved() {
        #expect(
            CellText.cell("a\u{0}b\u{1F}c\u{FFFE}\td\r\ne\rf") == "a\\u{0}b\\u{1F}c\td\ne\nf")
    }

    @Test func textThatLooksLikeAnEscapeStaysAsItIs() {
        #expect(CellText.cell("_x0041_ _x00_ _xyz_") == "_x005F_x0041_ _x00_ _xyz_")
    }

    @Test func aSheetThatIsTooLargeIsRefused() {
        let columns = (0...16_384).map { Workbook.Column("\($0)") }
        let workbook = Workbook(title: "", sheets: [.init(name: "a", title: "", columns: columns, rows: [])])
        #expect(throws: XLSXError.tooLarge(sheet: "a", rows: 3, columns: 16_385)) { try xlsx(workbook) }
    }
}
