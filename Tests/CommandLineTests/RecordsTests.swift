import Foundation
import TestSupport
import Testing

/// `records`, against files whose content is published.
@Suite struct RecordsTests {
    private static let hasRustCSV = ReferenceFiles.outside("data/csv/rust-csv") != nil

    /// Cancels the test where the reference data are absent.
    private func reference(_ path: String) throws -> URL {
        guard let file = ReferenceFiles.outside("data/\(path)") else {
            try Test.cancel("\(ReferenceFiles.without("data/\(path)"))")
        }
        return file
    }

    private func records(_ arguments: String...) throws -> [[String]] {
        let run = try Program.run(["records"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String]])
    }

    @Test(arguments: [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
    func csvSpectrumReadsAsPublished(name: String) throws {
        let file = ReferenceFiles.file("csv-spectrum/csvs/\(name).csv")
        let answer = ReferenceFiles.file("csv-spectrum/json/\(name).json")
        let scratch = try Scratch()
        let copy = scratch.folder.appendingPathComponent("\(name).csv")
        var text = try String(contentsOf: file, encoding: .utf8)
        // Git may have stored the CRLF files with LF; their answers keep the CRLF.
        if name.hasSuffix("_crlf"), !text.utf8.contains(0x0D) {
            text = text.replacing("\n", with: "\r\n")
        }
        try Data(text.utf8).write(to: copy)
        let rows = try records(copy.path)
        let header = try #require(rows.first)
        let found = rows.dropFirst().map {
            Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
        }
        let published =
            try JSONSerialization.jsonObject(with: Data(contentsOf: answer)) as? [[String: String]]
        #expect(found == published)
    }

    @Test(
        .enabled(if: Self.hasRustCSV, "\(ReferenceFiles.without("data/csv/rust-csv"))"),
        arguments: [
            ("smallpop-colon", ["--delimiter", ":"], 11, 4), ("smallpop-no-headers", [], 10, 4),
            ("smallpop", [], 11, 4),
            ("uspop-latin1", ["--encoding", "latin1"], 101, 5), ("uspop-null", [], 101, 5),
            ("uspop", [], 101, 5),
        ])
    func rustCSVFilesRead(name: String, options: [String], rows: Int, fields: Int) throws {
        let file = try reference("csv/rust-csv/examples/data/\(name).csv")
        let run = try Program.run(["records", file.path] + options)
        #expect(run.status == 0)
        let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String]]
        #expect(read?.count == rows)
        #expect(read?.allSatisfy { $0.count == fields } == true)
        if name == "uspop-latin1" { #expect(read?[3][0] == "Õakman") }
    }

    @Test func escapesCommentsAndRaggedRecordsAreUnderstood() throws {
        let file = try reference("csv/rust-csv/examples/data/strange.csv")
        let read = try records(file.path, "--delimiter", ";", "--escape", "\\", "--comment", "#", "--ragged")
        #expect(
            read == [
                ["\"Hacksaw\" Jim Duggan", "1987"], ["Bret \"Hit Man\" Hart", "1984"], ["Rafael Halperin"],
                ["\"Big Cat\" Ernie Ladd", "1964"], ["\"Macho Man\" Randy Savage", "1985"],
                ["Jake \"The Snake\" Roberts", "1986"],
            ])
    }

    @Test func oneTextInThreeEncodingsIsOneText() throws {
        var texts: Set<String> = []
        for encoding in ["utf-8", "viscii", "windows-1258"] {
            let file = try reference("vn/uchardet_\(encoding).txt")
            let read = try records(file.path, "--delimiter", "tab", "--ragged")
            texts.insert(
                read.joined().joined().precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace })
        }
        #expect(texts.count == 1)
        #expect(texts.first?.hasPrefix("ChữQuốcngữ") == true)
    }

    @Test func aBlankLineIsARecordOnlyInAFileOfOneColumn() throws {
        let scratch = try Scratch()
        let one = scratch.folder.appendingPathComponent("one.csv")
        try Data("a\n\n1\n".utf8).write(to: one)
        #expect(try records(one.path) == [["a"], [""], ["1"]])
        let two = scratch.folder.appendingPathComponent("two.csv")
        try Data("a,b\n\n1,2\n".utf8).write(to: two)
        #expect(try records(two.path) == [["a", "b"], ["1", "2"]])
    }

    @Test("blanks around quoted fields are no part of a cell")
    func blanksAroundQuotes() throws {
        let scratch = try Scratch()
        let file = try scratch.write(
            "id,group,phone\n\"H1\" ,\"Tổ 1\" ,\"Có\"\n\"H2\",\"Tổ 1\",\"Không\" \n\"H3\", \"Tổ 2\",\"Có\"\nH4,Tổ 2 , Có\n",
            as: "blanks.csv")
        #expect(
            try records(file) == [
                ["id", "group", "phone"], ["H1", "Tổ 1", "Có"], ["H2", "Tổ 1", "Không"],
                ["H3", "Tổ 2", "Có"],
                ["H4", "Tổ 2 ", " Có"],
            ])
    }

    @Test func aBrokenFileIsPrintedAsFarAsItGoesAndNamed() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("broken.csv")
        try Data("a,b\n1,\"2\n3,4\n5\n".utf8).write(to: file)
        let run = try Program.run("records", file.path)
        #expect(run.status == 65)
        #expect(run.errors.contains("broken.csv:2: found a quote"))
        #expect(run.errors.contains("broken.csv:4: found 1 fields; expected 2"))
        let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String]]
        #expect(read == [["a", "b"], ["3", "4"], ["5"]])
    }

    @Test func anEncodingThatCannotBeToldIsRefusedWithItsCandidates() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("short.csv")
        // One word: "mời" in VISCII, "mải" in TCVN3.
        try Data([0x6D, 0xB6, 0x69, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32, 0x0A]).write(to: file)
        let run = try Program.run("records", file.path)
        #expect(run.status == 65)
        #expect(run.errors.contains("VISCII") && run.errors.contains("TCVN3"))
        #expect(run.errors.contains("--encoding"))
        #expect(try records(file.path, "--encoding", "viscii").first == ["mời", "b"])
        #expect(try records(file.path, "--encoding", "abc").first == ["mải", "b"])
        let unknown = try Program.run("records", file.path, "--encoding", "klingon")
        #expect(unknown.status == 64)
    }
}
