import Basics
import SurveyEstimate
import Testing

@Suite struct DataTableTests {
    private func table(_ text: String, _ names: Set<String>, missing: Set<String> = []) throws -> DataTable {
        try DataFile(bytes: Array(text.utf8), name: "data.csv").read(names, missing: missing)
    }

    @Test func levelsAreNumbersBySizeThenTexts() throws {
        let column = try table("a,b\n10,x\n9,x\nz,x\n 9 ,x\nB,x\n,x\nNA,x\n-1,x\n", ["a"]).column("a")
        #expect(column.levels == ["-1", "9", "10", "B", "z"])
        #expect(column.codes == [2, 1, 4, 1, 3, -1, -1, 0])
    }

    @Test func missingCodesAreNoAnswers() throws {
        let table = try table("a,b\n98,1\n99,2\n3,98\n", ["a", "b"], missing: ["98", "99"])
        #expect(table.column("a").values == [nil, nil, 3])
        #expect(table.column("b").values == [1, 2, nil])
    }

    @Test func linesAreThoseOfTheFile() throws {
        #expect(try table("a,b\n1,\"x\ny\"\n\n2,z\n", ["a"]).lines == [2, 5])
    }

    /// A header longer than the usual start of a file, in ASCII and not.
    @Test(arguments: ["x", "é"])
    func aHeaderMayBeVeryLong(letter: String) throws {
        let names = (0..<10_000).map { "column\(letter)\($0)" }
        let row = (0..<10_000).map { "\($0 % 7)" }.joined(separator: ",")
        let text = "\(names.joined(separator: ","))\n\(row)\n\(row)\n"
        let file = try DataFile(bytes: Array(text.utf8), name: "data.csv")
        #expect(file.headers == names)
        #expect(try table(text, ["column\(letter)9"]).column("column\(letter)9").values == [2, 2])
    }

    @Test func byteOrderMarksInsideTheFirstHeaderAreNoPartOfIt() throws {
        let file = try DataFile(bytes: Array("\u{FEFF}\"\u{FEFF}a\",b\n1,2\n".utf8), name: "data.csv")
        #expect(file.headers == ["a", "b"])
    }

    @Test(arguments: [
        ("12,34,567", "a number that does not fit a decimal point and thousands in groups of three"),
        ("2024-05-01", "a date or a code"),
        ("mười", "a text of 4 characters"),
        ("0x1F", "a text of 4 characters"), ("inf", "a text of 3 characters"),
    ])
    func aCellThatIsNoNumberIsNamedByItsKind(_ cell: String, _ kind: String) throws {
        let table = try table("a,b\n1,1\n\"\(cell)\",1\n", ["a"])
        let error = #expect(throws: Diagnostic.self) { try table.numbers("a", for: "--mean") }
        #expect(error?.file == "data.csv:3, column \"a\"")
        #expect(error?.found == kind)
        #expect(error?.description.contains(cell) == false)
    }

    @Test func anUnknownColumnIsAnsweredByTheNearestNames() throws {
        let file = try DataFile(bytes: Array("api00,api99,enroll\n1,2,3\n".utf8), name: "data.csv")
        let near = #expect(throws: Diagnostic.self) { try file.column("API0", for: "--mean") }
        #expect(near?.action == "Did you mean \"api00\"?")
        let file2 = try DataFile(bytes: Array("api00,api99,enroll\n1,2,3\n".utf8), name: "data.csv")
        let far = #expect(throws: Diagnostic.self) { try file2.column("weight", for: "--weights") }
        #expect(far?.action == "Its columns: api00, api99, enroll.")
    }

    @Test func aRecordOfAnotherLengthIsLeftOutAndNamedByItsLine() throws {
        let table = try table("a,b\n1,2\n3\n4,5\n", ["a"])
        #expect(table.leftOut.map(\.file) == ["data.csv:3"])
        #expect(table.column("a").values == [1, 4])
        #expect(table.lines == [2, 4])
    }

    @Test("cells that are the same number are one level, named by the shortest; their texts are kept")
    func sameNumbers() throws {
        let column = try table("a,b\n01,x\n1.0,x\n1,x\n2,x\nyes,x\n+2,x\n", ["a"]).column("a")
        #expect(column.levels == ["1", "2", "yes"])
        #expect(column.codes == [0, 0, 0, 1, 2, 1])
        #expect(column.texts == ["01", "1.0", "1", "2", "yes", "+2"])
    }

    @Test(
        "lists, versions, codes and long ids are no numbers that could be the same",
        arguments: [
            (["\"1,2\"", "\"1,20\"", "\"1,2,3\""], 3), (["1.1", "1.10", "1.1.2"], 3),
            (["2E1", "20", "2A1"], 3),
            (["9007199254740993", "9007199254740992"], 2), (["1.5", "1.50"], 1), (["1e3", "1000"], 1),
            (["\"2,5\"", "\"2,50\"", "don't know"], 2),
        ])
    func lookAlikes(cells: [String], levels: Int) throws {
        let rows = cells.map { "\($0),x\n" }.joined()
        #expect(try table("a,b\n\(rows)", ["a"]).column("a").levels.count == levels)
    }

    @Test("a file without empty ends of rows has its short rows filled up")
    func trimmedRows() throws {
        let table = try table("a,b,c\n1,x,y\n2\n3,x\n4,x,y\n", ["a", "c"])
        #expect(table.column("a").values == [1, 2, 3, 4])
        #expect(table.column("c").codes == [0, -1, -1, 0])
        #expect(table.lines == [2, 3, 4, 5])
        #expect(table.leftOut.isEmpty)
        #expect(table.notes.count == 1)
    }

    @Test(
        "short rows are left out where a row ends in an empty cell, where there is one, or where few are short",
        arguments: [
            ("a,b,c\n1,x,\n2\n3,x\n", [3, 4]), ("a,b\n1,2\n3\n4,5\n", [3]),
            ("a,b\n" + String(repeating: "1,2\n", count: 30) + "3\n4\n", [32, 33]),
            ("a,b,c,d\n1\n2\n", [2, 3]),
            ("a,b\n1,2\n1,2,3\n3\n", [3, 4]),
        ])
    func brokenRows(text: String, lines: [Int]) throws {
        let table = try table(text, ["a"])
        #expect(table.leftOut.map(\.file) == lines.map { "data.csv:\($0)" })
        #expect(table.rowCount + lines.count == text.split(separator: "\n").count - 1)
    }

    @Test("the header again further down is no row, whatever its letters' case")
    func repeatedHeader() throws {
        let table = try table("Id,Income\n1,10\nId,Income\n2,20\nID, income \n3,30\n", ["Income"])
        #expect(table.column("Income").values == [10, 20, 30])
        #expect(table.lines == [2, 4, 6])
        #expect(
            table.notes == [
                "data.csv:3: the header stands here again (and 1 more time); it is no row of data"
            ])
    }
}
