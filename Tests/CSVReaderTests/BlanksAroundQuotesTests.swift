import Testing

@testable import CSVReader

/// Blanks between quotes and separators are no part of a cell.
@Suite struct BlanksAroundQuotesTests {
    private typealias Outcome = (records: [[String]], trimmed: Int, issues: [Int])

    private func read(
        _ text: String, _ dialect: CSVDialect = .comma, headerRecord: Int = 1, blockSize: Int = 1 << 20,
        scans: Bool = true, blankLinesAreRecords: Bool = false
    ) throws -> Outcome {
        var reader = RecordReader(
            source: .memory(Array(text.utf8)), file: "t.csv", dialect: dialect, headerRecord: headerRecord,
            blockSize: blockSize, blankLinesAreRecords: blankLinesAreRecords, scans: scans)
        var outcome: Outcome = ([], 0, [])
        var block = RecordBlock()
        while try reader.next(&block) {
            outcome.records += (0..<block.count).map { block.texts(of: $0) }
            outcome.trimmed += block.trimmedFields
            outcome.issues += block.issues.map(\.line)
        }
        return outcome
    }

    /// Reads in several sizes of blocks, with and without the scanner; all must agree.
    private func readAlike(_ text: String, _ dialect: CSVDialect = .comma) throws -> Outcome {
        let expected = try read(text, dialect, scans: false)
        for blockSize in [1, 3, 16, 1 << 20] {
            let found = try read(text, dialect, blockSize: blockSize)
            #expect(found.records == expected.records, "\(text.debugDescription) in blocks of \(blockSize)")
            #expect(found.trimmed == expected.trimmed && found.issues == expected.issues)
        }
        return expected
    }

    @Test(
        "blanks outside quotes are dropped and counted",
        arguments: [
            ("\"B\" ,C", ["B", "C"], 1),
            ("A,\"Không\" ", ["A", "Không"], 1),
            ("\"H3\", \"Tổ 2\"", ["H3", "Tổ 2"], 1),
            (" \"H3\" , \"Tổ 2\" ", ["H3", "Tổ 2"], 2),
            ("  \"a\"\t ,\t\"b\"", ["a", "b"], 2),
            ("\"a\"\"b\" ,c", ["a\"b", "c"], 1),
            ("\" \" , \" x \"", [" ", " x "], 2),
            ("\"\" ,\"\" ", ["", ""], 2),
            ("\"a,b\" ,\"c\"", ["a,b", "c"], 1),
        ])
    func dropsBlanks(line: String, fields: [String], trimmed: Int) throws {
        for end in ["\n", "\r\n", "\r", ""] {
            let outcome = try readAlike("h,i\n" + line + end)
            #expect(outcome.records == [["h", "i"], fields], "\(line.debugDescription)")
            #expect(outcome.trimmed == trimmed)
        }
    }

    @Test(
        "other blanks stay, and other quotes are characters",
        arguments: [
            (" a , b ", [" a ", " b "]),
            (" \"a\"x,b", [" \"a\"x", "b"]),
            ("x \"a\" ,b", ["x \"a\" ", "b"]),
            (" \"a\"b\" ,c", [" \"a\"b\" ", "c"]),
            ("\u{A0}\"a\",b", ["\u{A0}\"a\"", "b"]),
            ("\"a\" \"b\",c", ["a\" \"b", "c"]),
            ("  ,\" a\"", ["  ", " a"]),
            (" \",b", [" \"", "b"]),
        ])
    func keepsOtherBlanks(line: String, fields: [String]) throws {
        let outcome = try readAlike("h,i\n\(line)\n1,2\n3,4\n")
        #expect(
            outcome.records == [["h", "i"], fields, ["1", "2"], ["3", "4"]], "\(line.debugDescription)")
        #expect(outcome.trimmed == 0)
    }

    @Test("a no-break space behind a quote is a character")
    func noBreakSpace() throws {
        let outcome = try readAlike("h,i\n\"a\"\u{A0}b\",c\n")
        #expect(outcome.records.last == ["a\"\u{A0}b", "c"])
    }

    @Test("in a file separated by tabs a tab is no blank")
    func tabs() throws {
        let outcome = try readAlike("h\ti\tj\n\"a\" \t\t \"b\"\n\"\tc\"\t\"d\"\t\n", .tab)
        #expect(outcome.records == [["h", "i", "j"], ["a", "", "b"], ["\tc", "d", ""]])
        #expect(outcome.trimmed == 2)
        let spaces = try readAlike("h i\n\"a\"\t \"b\"\n", CSVDialect(delimiter: UInt8(ascii: " ")))
        #expect(spaces.records == [["h", "i"], ["a", "b"]])
    }

    @Test("other separators and quotes are treated alike")
    func otherDialects() throws {
        let outcome = try readAlike(
            "h;i\n'a' ; 'b;c'\n", CSVDialect(delimiter: UInt8(ascii: ";"), quote: UInt8(ascii: "'")))
        #expect(outcome.records.last == ["a", "b;c"])
        #expect(outcome.trimmed == 2)
    }

    @Test("a quoted field of several lines may have blanks around it")
    func severalLines() throws {
        let outcome = try readAlike(
            "h,i,j\n\"x\ny\" ,1,2\n3, \"p\r\n\"\"q\"\"\n\" ,4\n5,6, \"r\n\ns\" \n7,8,9\n")
        #expect(
            outcome.records == [
                ["h", "i", "j"], ["x\ny", "1", "2"], ["3", "p\r\n\"q\"\n", "4"], ["5", "6", "r\n\ns"],
                ["7", "8", "9"],
            ])
        #expect(outcome.issues.isEmpty)
        // A field counts once, with blanks on both sides and lines between.
        #expect(outcome.trimmed == 3)
    }

    @Test("a quote behind a blank that closes on no line near is a character")
    func straysBehindBlanks() throws {
        let rows = (0..<30).map { "\($0),x\n" }.joined()
        let outcome = try readAlike("h,i\n1, \"x\n" + rows + "2,\"y\"\n")
        #expect(outcome.records.count == 33)
        #expect(outcome.records[1] == ["1", " \"x"])
        // Another quoted field stands between: what would join the lines is no whole field.
        let near = try readAlike("h,i\n1, \"x\n2,\"y\"\n3,z\n")
        #expect(near.records == [["h", "i"], ["1", " \"x"], ["2", "y"], ["3", "z"]])
    }

    @Test("a rejected line counts nothing")
    func rejectedLines() throws {
        let outcome = try readAlike("h,i\n\"a\" ,\"x\n\"b\" ,y\n\"c\" ,z\n")
        #expect(outcome.issues == [2])
        #expect(outcome.records == [["h", "i"], ["b", "y"], ["c", "z"]])
        #expect(outcome.trimmed == 2)
    }

    @Test("a line of spaces is a record, a lone quoted blank a cell")
    func linesOfBlanks() throws {
        #expect(try readAlike("h,i\n   \n1,2\n").records == [["h", "i"], ["   "], ["1", "2"]])
        let one = try read("h\n\" \" \n\n  \"\" \nx\n", blankLinesAreRecords: true)
        #expect(one.records == [["h"], [" "], [""], [""], ["x"]])
        #expect(one.trimmed == 2)
    }

    @Test("the separator is found where quotes have blanks behind them")
    func separatorIsFound() throws {
        for separator in [",", ";", "\t", "|"] {
            let rows = (0..<5).map { "\"H\($0)\" \(separator)\"1,5;2|3\t4\"  \(separator) \"x\"\n" }
            let file = try CSVFile(
                bytes: Array((["id", "a", "b"].joined(separator: separator) + "\n" + rows.joined()).utf8),
                name: "t")
            #expect(file.dialect.delimiter == separator.utf8.first)
            #expect(file.head.last == ["H4", "1,5;2|3\t4", "x"])
        }
    }

    /// Cells written with blanks around quotes are read as they were, in any blocks and chunks.
    @Test("what is written with blanks around quotes reads back", arguments: 0..<4)
    func readsBack(batch: Int) throws {
        for seed in batch * 60..<(batch + 1) * 60 {
            var random = SeededBytes(seed: seed)
            let columns = Int.random(in: 1...4, using: &random)
            var text = ""
            var cells: [[String]] = []
            var trimmed = 0
            for row in 0..<Int.random(in: 2...30, using: &random) {
                let record = (0..<columns).map { _ in row == 0 ? "cột" : Self.cell(&random) }
                cells.append(record)
                let written = record.map { cell -> String in
                    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
                    let blanks = ["", "", " ", "  ", "\t "]
                    let before = blanks.randomElement(using: &random) ?? ""
                    let behind = blanks.randomElement(using: &random) ?? ""
                    if !(before + behind).isEmpty { trimmed += 1 }
                    return before + quoted + behind
                }
                text += written.joined(separator: ",") + (row % 3 == 0 ? "\r\n" : "\n")
            }
            for (scans, blockSize) in [(false, 1 << 20), (true, 1 << 20), (true, 1), (true, 20)] {
                // Without a header no quote is a stray one.
                let found = try read(text, headerRecord: 0, blockSize: blockSize, scans: scans)
                #expect(found.records == cells, "seed \(seed): \(text.debugDescription)")
                #expect(found.trimmed == trimmed, "seed \(seed): \(text.debugDescription)")
            }
        }
    }

    private static func cell(_ random: inout SeededBytes) -> String {
        let pieces = ["", "a", "Tổ 3", " ", ",", "\"", "\" ,", ", \"", "x y", "\t", "\n", "\r\n"]
        return (0..<Int.random(in: 0...3, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }.joined()
    }
}
