import Basics
import Testing

@testable import CSVReader

/// All records of a text, with the line of each, read in blocks of `blockSize` bytes.
private func read(
    _ text: String, blockSize: Int = 1 << 20, dialect: CSVDialect = .comma
) throws -> (records: [[String]], lines: [Int], issues: [ReadIssue], blank: Int) {
    var reader = RecordReader(
        source: .memory(Array(text.utf8)), file: "test.csv", dialect: dialect, headerRecord: 1,
        blockSize: blockSize)
    var records: [[String]] = []
    var lines: [Int] = []
    var issues: [ReadIssue] = []
    var blank = 0
    var block = RecordBlock()
    while try reader.next(&block) {
        records += (0..<block.count).map { block.texts(of: $0) }
        lines += (0..<block.count).map { block.line(of: $0) }
        issues += block.issues
        blank += block.blankLines
    }
    return (records, lines, issues, blank)
}

@Suite struct RecordReaderTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndIsOne(lineEnd: String) throws {
        let result = try read(["a,b", "1, 2 ", "", "3,4"].joined(separator: lineEnd))
        #expect(result.records == [["a", "b"], ["1", " 2 "], ["3", "4"]])
        #expect(result.lines == [1, 2, 4])
        #expect(result.blank == 1)
    }

    @Test func quotedNewlinesKeepPhysicalLineNumbers() throws {
        let result = try read("a,b\n\"x\ny\",1\n2,\"say \"\"hi\"\"\"\n")
        #expect(result.records == [["a", "b"], ["x\ny", "1"], ["2", "say \"hi\""]])
        #expect(result.lines == [1, 2, 4])
    }

    @Test func aStrayQuoteCostsItsOwnLineAndNoOther() throws {
        var lines = (0...10_000).map { "\($0),x,y" }
        lines[0] = "id,b,c"
        lines[10] = "10,\"x,y"
        let result = try read(lines.joined(separator: "\n") + "\n")
        #expect(result.issues == [ReadIssue(code: .unclosedQuote, line: 11, record: 11)])
        #expect(result.records.count == 10_000)
        #expect(result.records.last == ["10000", "x", "y"])
    }

    @Test func aStrayQuoteThatALaterQuoteClosesIsFoundByTheFieldCount() throws {
        let result = try read("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n")
        #expect(result.issues.map(\.line) == [2])
        #expect(result.records == [["a", "b"], ["2", "y"], ["3", "z"], ["4", "w"]])
    }

    @Test func aQuoteOpenAtTheEndRejectsItsLine() throws {
        let result = try read("a,b\n1,2\n3,\"4")
        #expect(result.issues.map(\.line) == [3])
        #expect(result.records.count == 2)
    }

    @Test func aQuoteThatNothingFollowsWellStopsTheReading() {
        #expect(throws: Diagnostic.self) { try read("a,b\n1,\"2\nno record here\n3\n") }
    }

    @Test func theSizeOfBlocksChangesNothing() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var state = seed
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = ["a", "b,", ",", "\"", "\"\"", "\n", "\r\n", "\r", "đ", " ", "x,y\n", "\"p\nq\","]
        for _ in 0..<300 {
            let text = "h,i\n" + (0..<below(60)).map { _ in pieces[below(pieces.count)] }.joined()
            let whole = Result { try read(text) }
            for size in [1, 7] {
                let parts = Result { try read(text, blockSize: size) }
                switch (whole, parts) {
                case (.success(let left), .success(let right)):
                    #expect(left.records == right.records, "\(text.debugDescription)")
                    #expect(
                        left.lines == right.lines && left.issues == right.issues && left.blank == right.blank)
                case (.failure(let left as Diagnostic), .failure(let right as Diagnostic)):
                    #expect(left == right, "\(text.debugDescription)")
                default: Issue.record("one size failed, the other did not: \(text.debugDescription)")
                }
            }
        }
    }
}

@Suite struct CSVFileTests {
    @Test(arguments: [(",", CSVDialect.comma), (";", .semicolon), ("\t", .tab), ("|", .bar)])
    func theSeparatorIsFoundByConsistency(separator: String, expected: CSVDialect) throws {
        let rows = ["id", "address, with, commas", "c"].joined(separator: separator)
        let file = try CSVFile(bytes: Array("\(rows)\n1\(separator)x\(separator)y\n".utf8), name: "t")
        #expect(separator == "," || file.dialect == expected)
        #expect(file.dialect.delimiter == UInt8(separator.utf8.first ?? 0))
    }

    @Test func aByteOrderMarkIsDropped() throws {
        let file = try CSVFile(bytes: [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8), name: "t")
        #expect(file.head.first == ["a", "b"])
    }

    @Test(arguments: [
        ("", "an empty file"), ("PK\u{3}\u{4}xyz", "a workbook that cannot be unpacked"),
        ("%PDF-1.7", "a PDF file"),
    ])
    func whatIsNoTextIsRefusedByName(content: String, found: String) {
        let error = #expect(throws: Diagnostic.self) {
            _ = try CSVFile(bytes: Array(content.utf8), name: "t.csv")
        }
        #expect(error?.found == found)
        #expect(error?.code == .unusableData)
    }

    /// One bad byte does not make a file of another encoding.
    @Test func bytesThatAreNoUTF8AreNamedByLineAndColumn() throws {
        let title = "Tổ dân phố số ba phường Thọ Xương,Họ\n"
        let error = #expect(throws: Diagnostic.self) {
            _ = try CSVFile(bytes: Array((title + "1,").utf8) + [0xE1, 0x0A], name: "t.csv")
        }
        #expect(error?.line == 2)
        #expect(error?.column == 3)
    }

    @Test func missingFilesAndFoldersAreNoInput() {
        for path in ["/nonexistent/file.csv", "/tmp"] {
            let error = #expect(throws: Diagnostic.self) { _ = try CSVFile(path: path) }
            #expect(error?.code == .noInput)
        }
    }
}
