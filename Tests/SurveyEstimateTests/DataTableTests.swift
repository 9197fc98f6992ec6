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
        ("3,5", "a number with a comma"), ("2024-05-01", "a date or a code"),
        ("mười", "a text of 4 characters"),
        ("0x1F", "a text of 4 characters"), ("inf", "a text of 3 characters"),
    ])
    func aCellThatIsNoNumberIsNamedByItsKind(_ cell: String, _ kind: String) throws {
        let table = try table("a,b\n1,1\n\"\(cell)\",1\n", ["a"])
        let error = #expect(throws: EstimateError.self) { try table.numbers("a", for: "--mean") }
        #expect(error?.place == "data.csv:3, column \"a\"")
        #expect(error?.found == kind)
        #expect(error?.description.contains(cell) == false)
    }

    @Test func anUnknownColumnIsAnsweredByTheNearestNames() throws {
        let file = try DataFile(bytes: Array("api00,api99,enroll\n1,2,3\n".utf8), name: "data.csv")
        let near = #expect(throws: EstimateError.self) { try file.column("API0", for: "--mean") }
        #expect(near?.action == "Did you mean \"api00\"?")
        let file2 = try DataFile(bytes: Array("api00,api99,enroll\n1,2,3\n".utf8), name: "data.csv")
        let far = #expect(throws: EstimateError.self) { try file2.column("weight", for: "--weights") }
        #expect(far?.action == "Its columns: api00, api99, enroll.")
    }

    @Test func aRecordOfAnotherLengthIsLeftOutAndNamedByItsLine() throws {
        let table = try table("a,b\n1,2\n3\n4,5\n", ["a"])
        #expect(table.leftOut.map(\.place) == ["data.csv:3"])
        #expect(table.column("a").values == [1, 4])
        #expect(table.lines == [2, 4])
    }
}
