import Basics
import TestSupport
import Testing

@testable import CSVReader

@Suite struct WorkbookRefusalTests {
    private static let good = MadeWorkbook(
        rows:
            #"<row r="1"><c r="A1" t="inlineStr"><is><t>Mã hộ</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#
    )

    private func refusal(_ bytes: [UInt8]) -> Diagnostic? {
        #expect(throws: Diagnostic.self) { _ = try CSVFile(bytes: bytes, name: "t.xlsx") }
    }

    private static let oldMagic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    @Test("other files that look like workbooks are named")
    func othersAreNamed() {
        func zip(_ name: String) -> [UInt8] { zipArchive([(name, [1])]) }
        let encrypted = Self.oldMagic + [0] + Array("EncryptedPackage".utf16).flatMap { [UInt8($0), 0] }
        for (bytes, found) in [
            (zip("content.xml"), "an OpenDocument file (.ods)"),
            (zip("word/document.xml"), "a Word document (.docx)"),
            (zip("xl/workbook.bin"), "a binary Excel workbook (.xlsb)"),
            (zip("a.txt"), "a zip file that is no workbook"),
            (Self.oldMagic + [0, 1], "an old Excel workbook (.xls)"),
            (encrypted, "a workbook that is protected by a password"),
            (Array(Self.good.bytes.prefix(300)), "a workbook that cannot be unpacked"),
        ] {
            #expect(refusal(bytes)?.found == found)
        }
    }

    @Test(
        "a document type is refused in every part",
        arguments: [
            "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
        ])
    func documentTypesAreRefused(part: String) {
        var workbook = Self.good
        workbook.prologues = [part: #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#]
        #expect(refusal(workbook.bytes)?.found == "a workbook whose part \(part) declares a document type")
    }

    @Test("a part that unpacks to hundreds of times its size is refused, also where the archive denies it")
    func bombsAreRefused() {
        var workbook = Self.good
        workbook.rows += String(repeating: "<row><c><v>0</v></c></row>", count: 1_500_000)
        #expect(refusal(workbook.bytes)?.found.contains("times its size") == true)
        let lie = zipArchive(workbook.parts, declared: ["xl/worksheets/sheet1.xml": 1000])
        #expect(refusal(lie)?.found == "a workbook that cannot be unpacked")
    }

    @Test("texts that are shared by too many cells are refused, at the cell")
    func sharedTextsAreRefused() {
        var workbook = MadeWorkbook(
            rows: String(
                repeating: "<row>\(String(repeating: #"<c t="s"><v>0</v></c>"#, count: 100))</row>",
                count: 100))
        workbook.strings = "<sst><si><t>\(String(repeating: "x", count: 32_000))</t></si></sst>"
        #expect(refusal(workbook.bytes)?.cell?.hasPrefix("Sheet1!") == true)
    }

    @Test(
        "a cell that no sheet has, or far from all others, is refused and named",
        arguments: [
            (#"<row r="1048577"><c r="A1048577"><v>1</v></c></row>"#, "Sheet1!A1048577"),
            (#"<row r="9"><c r="XFE9"><v>1</v></c></row>"#, "Sheet1!XFE9"),
            (#"<row r="9"><c r="A9" t="s"><v>7</v></c></row>"#, "Sheet1!A9"),
            (#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, "Sheet1!XFD1048576"),
        ])
    func strayCellsAreRefused(rows: String, place: String) {
        var workbook = Self.good
        workbook.rows += rows
        #expect(refusal(workbook.bytes)?.cell == place)
    }

    @Test("a byte that was damaged on the way is refused by the archive's checksum")
    func damagedBytesAreRefused() {
        let stored = zipArchive(Self.good.parts, checksums: ["xl/worksheets/sheet1.xml": 7])
        #expect(refusal(stored)?.found == "a workbook that cannot be unpacked")
    }

    @Test("elements inside each other without end, and a number without end, are refused")
    func endlessPartsAreRefused() {
        var workbook = Self.good
        workbook.rows += String(repeating: "<a>", count: 300)
        #expect(refusal(workbook.bytes)?.found.contains("is damaged") == true)
        workbook.rows = "<row><c><v>\(String(repeating: "1", count: 500))</v></c></row>"
        #expect(refusal(workbook.bytes)?.cell == "Sheet1!A1")
    }

    @Test("an empty sheet is refused")
    func emptySheetsAreRefused() {
        #expect(refusal(MadeWorkbook(rows: "").bytes)?.found == "an empty sheet")
    }

    @Test("3,000 mutated workbooks are read or refused")
    func mutationsAreReadOrRefused() throws {
        var good = Self.good
        good.rows +=
            #"<row r="3" hidden="1"><c r="B3" s="1"><v>45963.5</v></c><c r="C3" t="s"><v>0</v></c></row>"#
        (good.strings, good.formats) = (
            "<sst><si><t>Tổ 3</t></si></sst>", ["dd/mm/yyyy", "#,##0.00;[Red]-0"]
        )
        var (read, refused) = (0, 0)
        for seed in 1...3000 {
            var random = SplitMix64(state: UInt64(seed))
            var parts = good.parts
            let victim = random.below(parts.count + 2)
            var bytes: [UInt8]
            if victim < parts.count {
                parts[victim].bytes = Mutation.yaml.mutated(parts[victim].bytes, &random)
                bytes = zipArchive(parts)
            } else {
                bytes = Mutation.csv.mutated(good.bytes, &random)
            }
            if bytes.starts(with: [0x50, 0x4B]) == false { bytes = good.bytes }
            do throws(Diagnostic) {
                var options = CSVOptions()
                options.cellForm = seed.isMultiple(of: 2) ? .shown : .values
                var file = try CSVFile(bytes: bytes, name: "t.xlsx", options: options)
                while try file.nextBlock() != nil { read += 1 }
            } catch {
                #expect(error.code == .unusableData, "seed \(seed)")
                refused += 1
            }
        }
        #expect(read > 300 && refused > 300, "\(read) read, \(refused) refused")
    }
}
