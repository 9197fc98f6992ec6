internal import CZlib

/// A ZIP archive of these files, packed.
///
/// - Parameter declared: what the archive says of a file's unpacked size, where that is not the truth.
package func zipArchive(
    _ files: [(name: String, bytes: [UInt8])], declared: [String: Int] = [:],
    checksums: [String: Int] = [:]
) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, bytes) in files {
        let packed = deflated(bytes)
        let own = unsafe bytes.withUnsafeBufferPointer {
            Int(unsafe crc32(0, $0.baseAddress, uInt($0.count)))
        }
        let checksum = checksums[name] ?? own
        let size = declared[name] ?? bytes.count
        let common =
            number(0, 2) + number(8, 2) + number(0, 4) + number(checksum, 4) + number(packed.count, 4)
            + number(size, 4) + number(name.utf8.count, 2) + number(0, 2)
        let start = archive.count
        archive += number(0x0403_4B50, 4) + number(20, 2) + common + Array(name.utf8) + packed
        directory +=
            number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(0, 10)
            + number(start, 4) + Array(name.utf8)
    }
    return archive + directory
        + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
        + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
}

private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let room = bytes.count + bytes.count / 500 + 64
    return unsafe [UInt8](unsafeUninitializedCapacity: room) { packed, count in
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = uInt(input.count)
            unsafe stream.next_out = packed.baseAddress
            unsafe stream.avail_out = uInt(room)
            unsafe deflateInit2_(
                &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size))
            unsafe deflate(&stream, Z_FINISH)
            unsafe count = room - Int(stream.avail_out)
            unsafe deflateEnd(&stream)
        }
    }
}

/// A workbook of one sheet, from the XML inside its `sheetData`.
package struct MadeWorkbook {
    package var rows: String
    package var sheet = "Sheet1"
    package var strings: String?
    package var formats: [String] = []
    package var is1904 = false
    /// In front of a part's root: where a document type would stand.
    package var prologues: [String: String] = [:]

    package init(rows: String) { self.rows = rows }

    /// A sheet of texts; whole numbers are numbers.
    package init(table: [[String]]) {
        rows = table.map { row in
            let cells = row.map { text in
                if text.isEmpty { return "<c/>" }
                // As a spreadsheet would write it itself.
                if let number = Int(text), String(number) == text { return "<c><v>\(text)</v></c>" }
                let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                return #"<c t="inlineStr"><is><t>\#(safe)</t></is></c>"#
            }
            return "<row>\(cells.joined())</row>"
        }.joined()
    }

    package var parts: [(name: String, bytes: [UInt8])] {
        let relation = #"<Relationship Id="r%" Type="http://x/relationships/#" Target="@"/>"#
        func relations(_ all: [(String, String)]) -> String {
            let each = all.enumerated().map { number, part in
                relation.replacing("%", with: String(number + 1)).replacing("#", with: part.0)
                    .replacing("@", with: part.1)
            }
            return "<Relationships>\(each.joined())</Relationships>"
        }
        let styles =
            "<styleSheet><numFmts>"
            + formats.enumerated().map { #"<numFmt numFmtId="\#(164 + $0)" formatCode="\#($1)"/>"# }.joined()
            + #"</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>"#
            + formats.indices.map { #"<xf numFmtId="\#(164 + $0)"/>"# }.joined() + "</cellXfs></styleSheet>"
        let book =
            #"<x:workbook xmlns:x="m" xmlns:r="n"><x:workbookPr date1904="\#(is1904 ? 1 : 0)"/><x:sheets>"#
            + #"<x:sheet name="\#(sheet)" sheetId="7" r:id="r1"/></x:sheets></x:workbook>"#
        let files: [(String, String)] = [
            ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])), ("xl/workbook.xml", book),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
                    ("sharedStrings", "/xl/sharedStrings.xml"),
                ])
            ),
            ("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings ?? "<sst/>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
        ]
        return files.map { ($0, Array(((prologues[$0] ?? "") + $1).utf8)) }
    }

    package var bytes: [UInt8] { zipArchive(parts) }
}
