import CSVReader
import Testing

@Suite("Ends of rows")
struct RowEndsTests {
    private func ends(full: Int, short: Int, of fields: Int = 4, having: Int = 3) -> RowEnds {
        var ends = RowEnds()
        for _ in 0..<full { ends.add(fields: fields, of: fields, endsEmpty: false) }
        for _ in 0..<short { ends.add(fields: having, of: fields, endsEmpty: false) }
        return ends
    }

    @Test("many short rows and no empty end: the file trims its rows")
    func trimmed() {
        #expect(ends(full: 18, short: 2).areTrimmed)
        #expect(ends(full: 0, short: 2).areTrimmed)
        #expect(ends(full: 1, short: 9, having: 1).areTrimmed)
    }

    @Test("one short row, few of many, or only far too short ones are broken rows")
    func broken() {
        #expect(!ends(full: 3, short: 1).areTrimmed)
        #expect(!ends(full: 19, short: 2).areTrimmed)
        #expect(!ends(full: 0, short: 5, having: 1).areTrimmed)
        #expect(!ends(full: 5, short: 0).areTrimmed)
    }

    @Test("a row that ends in an empty cell shows that the file does not trim")
    func emptyEnd() {
        var ends = ends(full: 3, short: 3)
        ends.add(fields: 4, of: 4, endsEmpty: true)
        #expect(!ends.areTrimmed)
    }
}
