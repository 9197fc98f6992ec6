import TestSupport
import Testing

@testable import CSVReader

/// What cells hold: the form in which all commands but `records` read them.
@Suite struct CellValueTests {
    private func rows(_ workbook: MadeWorkbook, _ form: CellForm = .values) throws -> [[String]] {
        var options = CSVOptions()
        options.cellForm = form
        var file = try CSVFile(bytes: workbook.bytes, name: "t.xlsx", options: options)
        var rows: [[String]] = []
        while let block = try file.nextBlock() { rows += (0..<block.count).map(block.texts) }
        return rows
    }

    @Test(
        "a number reads as what its style says",
        arguments: [
            ("dd/mm/yyyy", "45963", "2025-11-02"), ("m/d/yy", "45963.4", "2025-11-02"),
            ("dd/mm/yyyy hh:mm", "45963.383715277778", "2025-11-02T09:12:33"),
            ("h:mm", "0.383715277777778", "09:12:33"), ("[h]:mm", "1.5", "36:00"),
            ("0%", "0.1075", "10.75%"), ("0.00", "1.23456", "1.23456"), ("#,##0", "1234.5", "1234.5"),
            ("General", "0.30000000000000004", "0.3"), ("General", "12345678901234567", "12345678901234600"),
            ("General", "1E-05", "0.00001"), ("General", "5.0", "5"), ("@", "36001234567", "36001234567"),
            ("General", "-0", "0"), ("dd/mm/yyyy", "1e15", "1000000000000000"),
            ("[Red]0.0", "7.25", "7.25"), ("\"ngày\" d", "45963", "2025-11-02"),
        ])
    func numbersReadAsTheirStyle(format: String, written: String, expected: String) throws {
        var workbook = MadeWorkbook(rows: "<row><c s=\"1\"><v>\(written)</v></c></row>")
        workbook.formats = [format.replacing("\"", with: "&quot;")]
        #expect(try rows(workbook) == [[expected]])
    }

    @Test("a date before 1904 counts from there where the workbook says so")
    func datesCountFrom1904() throws {
        var workbook = MadeWorkbook(rows: #"<row><c s="1"><v>44501</v></c></row>"#)
        (workbook.formats, workbook.is1904) = (["yyyy-mm-dd"], true)
        #expect(try rows(workbook) == [["2025-11-02"]])
    }

    @Test("texts of every kind are read: shared, in parts, inline, of formulas, errors, truth values")
    func textsAreRead() throws {
        var workbook = MadeWorkbook(
            rows: """
                <row r="2"><c r="B2" t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>
                <c t="str"><f>A1</f><v>có_x000D_</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><v/></c></row>
                <row><c r="A3" t="s"><v>0</v></c></row>
                """)
        workbook.strings =
            "<sst><si><t>hộ</t><rPh><t>ho</t></rPh></si><si><r><t>Tổ </t></r><r><t>3 &amp; 4</t></r></si></sst>"
        #expect(
            try rows(workbook) == [
                ["", "", "", "", "", "", ""], ["", "Tổ 3 & 4", "a b", "có\r", "TRUE", "#N/A", ""],
                ["hộ", "", "", "", "", "", ""],
            ])
    }

    @Test("texts without letters do not make a sheet larger")
    func emptyTextsAreNoCells() throws {
        var workbook = MadeWorkbook(
            rows:
                #"<row><c><v>1</v></c><c t="s"><v>0</v></c></row><row><c t="inlineStr"><is><t/></is></c></row>"#
        )
        workbook.strings = "<sst><si><t/></si></sst>"
        #expect(try rows(workbook) == [["1"]])
    }

    @Test("blanks around a value, other programs' additions and formulas without a result change nothing")
    func additionsChangeNothing() throws {
        var workbook = MadeWorkbook(
            rows: """
                <row><c t="s"><v> 0 </v></c><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c><c><f>A1</f></c></row>
                """)
        workbook.strings = "<sst><si><t>a</t></si></sst>"
        #expect(try rows(workbook) == [["a", "1"]])
        #expect(try CSVFile(bytes: workbook.bytes, name: "t.xlsx").formulasWithoutResult == 1)
    }

    @Test(
        "formats that are not known show the number itself",
        arguments: [
            ("# ?/?", "60", "60"), ("[&lt;0]&quot;neg&quot;;0.0", "1", "1"), (".00", "12", "12.00"),
            (String(repeating: "0", count: 5000), "7", String(repeating: "0", count: 254) + "7"),
        ])
    func unknownFormatsShowTheNumber(format: String, written: String, expected: String) throws {
        var workbook = MadeWorkbook(rows: "<row><c s=\"1\"><v>\(written)</v></c></row>")
        workbook.formats = [format]
        #expect(try rows(workbook, .shown) == [[expected]])
    }

    @Test("cells out of order stand where they say, the last of two at one place")
    func cellsStandWhereTheySay() throws {
        let workbook = MadeWorkbook(
            rows: """
                <row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>0</v></c><c r="B1"><v>2</v></c></row>
                """)
        #expect(try rows(workbook) == [["1", "2"], ["3", "4"]])
    }
}

@Suite struct DecimalDigitsTests {
    @Test(
        "numbers are rounded as they are written, halves away from zero",
        arguments: [
            ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.125", 2, "0.13"), ("1.005", 2, "1.01"),
            ("99.995", 2, "100"),
            ("0.004", 2, "0"), ("-0.004", 2, "0"), ("1e3", 0, "1000"), ("1.5E-3", 3, "0.002"), ("0", 2, "0"),
            ("949", -2, "900"), ("950", -2, "1000"), ("000.50", 1, "0.5"),
        ])
    func numbersAreRounded(text: String, places: Int, expected: String) throws {
        let number = try #require(DecimalDigits(text.utf8))
        #expect(number.rounded(toPlaces: places).plain == expected)
    }

    @Test(
        "what is no number is none",
        arguments: ["", "-", ".", "1e", "1.2.3", "nan", "0x1", "1e9999", "1 2", "e5"])
    func othersAreNone(text: String) { #expect(DecimalDigits(text.utf8) == nil) }
}
