import Basics
import Testing

@testable import CSVReader

/// A file that cannot be read says so once, with line and byte, wherever the fault stands.
@Suite struct ReadErrorTests {
    /// What opening and reading in order says; nil where all is read.
    private func failure(
        _ bytes: [UInt8], _ options: CSVOptions = CSVOptions(), threads: Int? = nil, chunkSize: Int = 1 << 18
    ) -> Diagnostic? {
        do {
            var file = try CSVFile(bytes: bytes, name: "t.csv", options: options)
            if let threads {
                _ = try file.readAll(threads: threads, chunkSize: chunkSize, into: { 0 }) {
                    $0 += $1.count + $2
                }
            } else {
                while try file.nextBlock() != nil {}
            }
            return nil
        } catch {
            return error as? Diagnostic
        }
    }

    /// A file with so many lines of data, a byte put into one line behind its first two bytes.
    private func file(lines: Int, with byte: UInt8, inLine line: Int, quoted: Bool = false) -> [UInt8] {
        var text: [UInt8] = []
        for number in 1...lines {
            let row = Array((number == 1 ? "so hộ,tổ dân phố" : quoted ? "\"TX\",\"Tổ 1\"" : "TX,Tổ 1").utf8)
            text += number == line ? row.prefix(2) + [byte] + row.dropFirst(2) : row[...]
            text.append(0x0A)
        }
        return text
    }

    @Test(
        "a bad byte is named by line and byte in the first line, the head, the middle and the last line",
        arguments: [(40, 1), (40, 2), (40, 31), (40, 40), (8_000, 1), (8_000, 6_000), (8_000, 8_000)],
        [UInt8(0), 0xFF])
    func aBadByteIsNamed(place: (lines: Int, line: Int), byte: UInt8) {
        for quoted in [false, true] {
            let bytes = file(lines: place.lines, with: byte, inLine: place.line, quoted: quoted)
            let expected = failure(bytes)
            #expect(expected?.line == place.line)
            #expect(expected?.column == 3)
            #expect(expected?.code == .unusableData)
            #expect(expected?.found.contains(byte == 0 ? "NUL" : "UTF-8") == true)
            for (threads, chunkSize) in [(1, 1 << 15), (2, 1 << 14), (4, 5_000)] {
                #expect(failure(bytes, threads: threads, chunkSize: chunkSize) == expected)
            }
        }
    }

    @Test("a NUL is named in a quoted field of several lines, a comment, a blank-looking line and at the end")
    func nulsAreNamedEverywhere() {
        var commented = CSVOptions()
        commented.comment = UInt8(ascii: "#")
        let cases: [(text: String, options: CSVOptions, line: Int, column: Int)] = [
            ("a,b\n1,\"x\ny\u{0}\",\n2,3\n", CSVOptions(), 3, 2),
            ("a,b\n# no\u{0}te\n1,2\n", commented, 2, 5),
            ("a,b\n1,2\n\u{0}\n", CSVOptions(), 3, 1),
            ("a,b\n1,2\n3,\u{0}", CSVOptions(), 3, 3),
            ("a,b\r1,2\r\u{0}3,4\r", CSVOptions(), 3, 1),
            ("a,b\r\n1,2\r\n3\u{0},4\r\n", CSVOptions(), 3, 2),
            ("\u{0}a,b\n1,2\n", CSVOptions(), 1, 1),
            ("a,b\n1,2\n" + String(repeating: "\u{0}", count: 4_000), CSVOptions(), 3, 1),
        ]
        for one in cases {
            let error = failure(Array(one.text.utf8), one.options)
            #expect(error?.found.contains("NUL") == true)
            #expect(error?.line == one.line && error?.column == one.column, "\(one.text.debugDescription)")
        }
    }

    @Test("the byte order mark counts among the first line's bytes")
    func theMarkCounts() {
        let error = failure([0xEF, 0xBB, 0xBF] + Array("a,b".utf8) + [0xFF] + Array("\nTổ,Hộ\n".utf8))
        #expect(error?.line == 1)
        #expect(error?.column == 7)
    }

    @Test("a character that the end of the file cuts off is named", arguments: ["Khô", "Tổ", "một 😀"])
    func cutOffCharacters(text: String) {
        for cut in 1..<String(text.suffix(1)).utf8.count {
            let error = failure(Array("mã,tên\nHộ,Có\nHộ,\(text)".utf8.dropLast(cut)))
            #expect(error?.line == 3)
            #expect(error?.column == 5 + text.dropLast().utf8.count + 1)
        }
        // Nothing else outside ASCII speaks for UTF-8.
        let error = failure(Array("a,b\n1,2\n2,K\u{1ED9}".utf8.dropLast()))
        #expect(error?.line == 3 && error?.column == 4)
    }

    @Test("one bad byte does not make a short file one of another encoding")
    func oneBadByteInAShortFile() {
        let error = failure(Array("mã,tên\n1,x\n2,".utf8) + [0xE1] + Array("\n".utf8))
        #expect(error?.line == 3 && error?.column == 3)
        #expect(error?.found.contains("UTF-8") == true)
    }

    @Test("the head of a long file may end within a character or a quoted field")
    func headsEndAnywhere() throws {
        for shift in 0..<6 {
            let title = String(repeating: "x", count: shift) + ",tổ dân phố\n"
            let row = "\"Hộ\nở\",Tổ 1\n"
            var file = try CSVFile(
                bytes: Array((title + String(repeating: row, count: 9_000)).utf8), name: "t.csv")
            #expect(file.head.count == 20)
            var records = 0
            while let block = try file.nextBlock() { records += block.count }
            #expect(records == 9_001)
        }
    }

    @Test("a quote that never closes in the header or above it is named")
    func quotesInTheHead() {
        #expect(failure(Array("\"id,a\n1,2\n2,3\n".utf8))?.line == 1)
        #expect(failure(Array("title\n\"sub\nid,a\n1,2\n2,3\n".utf8))?.line == 2)
        let rows = String(repeating: "1,2\n", count: 50)
        #expect(failure(Array("id,a\n1,\"x\nno record here, of, any, use\n\(rows)".utf8))?.line == 2)
    }

    @Test("UTF-32 is refused by name, with and without a byte order mark")
    func utf32IsRefused() {
        let texts = ["a,b\n1,2\n", "mã hộ,tổ\n" + String(repeating: "Hộ 1,Tổ 2\n", count: 5_000)]
        for text in texts {
            for mark in ["", "\u{FEFF}"] {
                let scalars = (mark + text).unicodeScalars
                let little = scalars.flatMap { scalar in
                    (0..<4).map { UInt8(scalar.value >> ($0 * 8) & 0xFF) }
                }
                let big = scalars.flatMap { scalar in
                    (0..<4).map { UInt8(scalar.value >> (24 - $0 * 8) & 0xFF) }
                }
                for bytes in [little, big, little + [0x61]] {
                    for encoding in [nil, TextEncoding.utf16LittleEndian, .utf8] {
                        let error = failure(bytes, CSVOptions(encoding: encoding))
                        #expect(error?.found.contains("UTF-32") == true)
                        #expect(error?.action.contains("UTF-8") == true)
                    }
                }
            }
        }
    }

    /// The text in UTF-16, some units put in front of a line's third character.
    private func utf16(
        _ lines: [String], _ units: [UInt16], inLine line: Int, bigEndian: Bool, end: String = "\n"
    ) -> [UInt8] {
        var all: [UInt16] = [0xFEFF]
        for (index, text) in lines.enumerated() {
            var own = Array((text + end).utf16)
            if index == line - 1 { own.insert(contentsOf: units, at: 2) }
            all += own
        }
        return all.flatMap {
            bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    }

    @Test("faults of UTF-16 are named by line and byte", arguments: ["\n", "\r\n", "\r"])
    func utf16Faults(end: String) {
        let lines = ["mã,tên"] + (0..<4_000).map { "Hộ \($0 % 10),Có" }
        let faults: [(unit: UInt16, line: Int, found: String)] = [
            (0xD83D, 2, "surrogate"), (0xDE00, 3_999, "surrogate"), (0, 30, "NUL"), (0, 4_001, "NUL"),
        ]
        for (place, fault) in faults.enumerated() {
            let bytes = utf16(lines, [fault.unit], inLine: fault.line, bigEndian: place % 2 == 0, end: end)
            let error = failure(bytes)
            #expect(error?.line == fault.line && error?.column == 5, "\(String(describing: error))")
            #expect(error?.found.contains(fault.found) == true)
        }
        let odd = utf16(Array(lines.prefix(50)), [], inLine: 1, bigEndian: false, end: end) + [0x41]
        #expect(failure(odd)?.line == 51)
        #expect(failure(odd)?.found.contains("odd") == true)
        #expect(failure(utf16(lines, [0xD83D, 0xDE00], inLine: 9, bigEndian: true, end: end)) == nil)
    }

    @Test("what another encoding does not have is named by line and byte")
    func undecodableBytes() {
        // Windows-1258 has no character 0xD2 0x8A: 0x8A stands for none.
        let text = Array("a,b\r\n1,2\r\n3,".utf8) + [0x8A, 0x0D, 0x0A]
        let error = failure(text, CSVOptions(encoding: .windows1258))
        #expect(error?.line == 3 && error?.column == 3)
        let nul = failure(Array("a,b\r1\u{0},2\r".utf8), CSVOptions(encoding: .viscii))
        #expect(nul?.line == 2 && nul?.column == 2)
        #expect(nul?.found.contains("NUL") == true)
    }
}
