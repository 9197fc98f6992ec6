import Basics
import SurveyData
import Testing

@Suite struct WardTableTests {
    /// A lost decimal point, metres of a national grid, and latitude and longitude the wrong way round.
    @Test(arguments: [("2127066", "106.19", "lat"), ("21.27", "603000", "lon"), ("106.19", "21.27", "lat")])
    func coordinatesThatAreNoneAreRefused(latitude: String, longitude: String, column: String) throws {
        let table = try WardTable(
            text:
                "former_ward,residential_group,group_id,households,lat,lon\nA,1,G1,300,\(latitude),\(longitude)\n",
            name: "groups.csv")
        let error = #expect(throws: Diagnostic.self) { try Registry(table: table) }
        #expect(error?.code == .badTable && error?.header == column && error?.line == 2)
    }

    private func values(_ cells: [String], _ allowed: AllowedNumber) throws -> [Double?] {
        let text = "n;x\n" + cells.map { "\($0);1\n" }.joined()
        let table = try WardTable(text: text, name: "t.csv")
        let column = try table.numbers("n", allowed)
        return try table.rows.map(column.value)
    }

    @Test(
        "decimal and thousands marks are decided once for the column",
        arguments: [
            (["1.250", "987"], AllowedNumber.whole(0...100_000), [1250, 987]),
            (["1,250", "987"], .whole(0...100_000), [1250, 987]),
            (["1.250.000", "1.5"].dropLast(), .whole(0...10_000_000), [1_250_000]),
            (["310.0", "350"], .whole(0...1_000), [310, 350]),
            (["1 250", "12"], .whole(0...100_000), [1250, 12]),
            (["0,12", "0,5", ""], .share, [0.12, 0.5, nil]),
            (["2,036", "1,5"], .number(0...1_000), [2.036, 1.5]),
            (["2,036", "1,250"], .number(0...1_000), [2.036, 1.25]),
            (["2.036", "1.250"], .number(0...1_000), [2.036, 1.25]),
        ] as [([String], AllowedNumber, [Double?])])
    func marks(cells: [String], allowed: AllowedNumber, expected: [Double?]) throws {
        #expect(try values(cells, allowed) == expected)
    }

    @Test(
        "a column that mixes marks is refused with both lines",
        arguments: [["0,12", "0.12"], ["0.5", "", "1", "0,25"]])
    func mixed(cells: [String]) throws {
        let error = #expect(throws: Diagnostic.self) { try values(cells, .share) }
        #expect(error?.line == cells.count + 1 && error?.header == "n")
        #expect(error?.found.contains("line 2") == true, "\(error?.found ?? "")")
    }

    @Test(
        "a number out of range is shown with what is allowed; a text is not shown",
        arguments: [
            ("10.75", AllowedNumber.share, "\"10.75\"", "a share from 0 to 1 (10.75 % is 0.1075)"),
            ("45", .share, "\"45\"", "a share from 0 to 1 (45 % is 0.45)"),
            ("-0.1", .share, "\"-0.1\"", "a share from 0 to 1 (50 % is 0.5)"),
            ("10.75%", .share, "text that is no number", "(50 % is 0.5)"),
            ("0", .whole(1...30), "\"0\"", "a whole number from 1 to 30"),
            ("2.5", .whole(1...30), "\"2.5\"", "a whole number from 1 to 30"),
            ("Nguyễn Văn A", .whole(1...30), "text that is no number", "a whole number from 1 to 30"),
            ("1e400", .number(0...1_000), "text that is no number", "a number from 0 to 1,000"),
            ("NaN", .number(0...1_000), "text that is no number", "a number from 0 to 1,000"),
        ])
    func range(cell: String, allowed: AllowedNumber, found: String, expected: String) throws {
        let error = #expect(throws: Diagnostic.self) { try values(["1", cell], allowed) }
        #expect(error?.line == 3 && error?.found == found, "\(error?.found ?? "")")
        #expect(error?.expected.contains(expected) == true, "\(error?.expected ?? "")")
    }

    @Test("text of a ward's file is kept in NFC, headers too")
    func composedText() throws {
        let table = try WardTable(text: "Tô\u{309},b\nTô\u{309} 1,x\n", name: "t.csv")
        #expect(Array(table.headers[0].unicodeScalars) == Array("Tổ".unicodeScalars))
        #expect(Array(table.rows[0].cells[0].unicodeScalars) == Array("Tổ 1".unicodeScalars))
    }

    @Test("an empty file is refused in the words of a ward's file", arguments: ["", "\n\n", "  \n"])
    func empty(text: String) {
        let error = #expect(throws: Diagnostic.self) {
            try Registry(table: WardTable(text: text, name: "t.csv"))
        }
        #expect(error?.line == 1 && error?.description.contains("survey") == false)
    }
}
