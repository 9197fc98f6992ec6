import Basics
import Foundation
import TestSupport
import Testing

@testable import CSVReader
@testable import Fuzzing

/// The fuzzers' seeds (`Benchmarks/corpus`): what each is, and that all ways of reading agree.
@Suite struct CorpusTests {
    /// What a file holds: so many records, or what cannot be read and where.
    private static let content: [String: String] = [
        "blanks-alone.csv": "4 records, 2 trimmed",
        "blanks-before-quotes.csv": "6 records, 4 trimmed",
        "blanks-behind-quotes.csv": "4 records, 6 trimmed",
        "blanks-several-lines.csv": "4 records, 3 trimmed",
        "blanks-tabs.csv": "3 records, 3 trimmed",
        "comments-and-escapes.csv": "3: a quote",
        "nul-end.csv": "3:1: a NUL byte",
        "nul-header.csv": "1:10: a NUL byte",
        "nul-middle.csv": "3:5: a NUL byte",
        "nul-quoted.csv": "3:2: a NUL byte",
        "one-column.csv": "6 records, 1 trimmed",
        "quote-in-header.csv": "1: a quote",
        "quote-never-closes.csv": "2: a quote",
        "quote-open-at-end.csv": "2 records, unclosed 3",
        "quote-stray.csv": "3 records, unclosed 2",
        "quotes-closing-at-64.csv": "33 records",
        "quotes-cr.csv": "4 records, 1 trimmed, 1 blank",
        "quotes-crlf.csv": "4 records, 1 blank",
        "quotes-doubled-at-64.csv": "13 records",
        "quotes-doubled.csv": "4 records",
        "quotes-inside.csv": "4 records, unclosed 4",
        "times.csv": "9 records",
        "utf16-nul.csv": "4:7: a NUL character",
        "utf16-odd.csv": "4:1: half a character",
        "utf16-surrogate.csv": "4:7: half a character",
        "utf16-without-mark.csv": "3 records",
        "utf16be.csv": "3 records",
        "utf16le.csv": "3 records",
        "utf32be-mark.csv": "text in UTF-32",
        "utf32le.csv": "text in UTF-32",
        "utf8-bad-byte.csv": "3:9: a byte that is not valid UTF-8",
        "utf8-cut-off.csv": "3:13: a byte that is not valid UTF-8",
        "utf8-mark.csv": "2 records",
    ]

    private static let folder: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appendingPathComponent("Benchmarks/corpus")
    }()

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    }

    @Test("every seed has its content here")
    func allSeedsAreListed() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(names.filter { $0.hasSuffix(".csv") }.sorted() == Self.content.keys.sorted())
    }

    @Test("a seed is read, or refused, as listed", arguments: content.keys.sorted())
    func seedsAreReadAsListed(name: String) throws {
        let expected = try #require(Self.content[name])
        do {
            var file = try CSVFile(bytes: bytes(name), name: name)
            var (records, trimmed, blank) = (0, 0, 0)
            var unclosed: [Int] = []
            while let block = try file.nextBlock() {
                records += block.count
                trimmed += block.trimmedFields
                blank += block.blankLines
                unclosed += block.issues.map(\.line)
            }
            let told =
                ["\(records) records"] + unclosed.map { "unclosed \($0)" }
                + (trimmed == 0 ? [] : ["\(trimmed) trimmed"]) + (blank == 0 ? [] : ["\(blank) blank"])
            #expect(told.joined(separator: ", ") == expected)
        } catch let error as Diagnostic {
            let place = [error.line, error.column].compactMap { $0.map { "\($0):" } }.joined()
            let told = (place.isEmpty ? "" : place + " ") + error.found
            #expect(told.hasPrefix(expected), "\(told)")
        }
    }

    @Test("all ways of reading a seed agree, whatever the options", arguments: content.keys.sorted())
    func waysAgree(name: String) throws {
        let bytes = try bytes(name)
        // A bit for each option; together they are rarely of use.
        for choice in [0, 1, 2, 4, 8, 16, 32, 1 | 4 | 8, 1 | 16 | 32] as [UInt8] {
            #expect(RecordsTrial.difference([choice] + bytes) == nil, "options \(choice)")
        }
        #expect(HouseholdsTrial.difference(bytes) == nil)
    }

    @Test(
        "every other kind of file has a sound seed, which is read", arguments: FilesTrial.kinds.keys.sorted())
    func kindsHaveSeeds(kind: String) throws {
        let folder = TestFiles.root.appendingPathComponent("Tests/Fixtures/Mutations")
        let seed = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("\(kind).") })
        let reading = try #require(FilesTrial.kinds[kind])
        #expect(try reading(TestFiles.fixture("Mutations/\(seed)")) == nil)
        #expect(FilesTrial.difference(Array("{".utf8), kind: kind) == nil)
    }
}
