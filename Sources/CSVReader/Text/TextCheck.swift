internal import CFieldScan

/// Refuses bytes that are no text, and says what they look like.
enum TextCheck {
    static func requireText(_ head: [UInt8], file: String) throws(CSVReadError) {
        guard let looks = looks(like: head) else { return }
        throw CSVReadError(
            .unusableData, file: file, line: 1, found: looks.what, expected: "a CSV file",
            action: looks.action)
    }

    /// - Throws: `CSVReadError` `.unusableData` with the column of the first byte that is no UTF-8.
    static func requireUTF8(_ bytes: ArraySlice<UInt8>, file: String, line: Int) throws(CSVReadError) {
        guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else {
            return
        }
        throw CSVReadError(
            .unusableData, file: file, line: line, column: firstInvalid(bytes) + 1,
            found: "bytes that are no UTF-8", expected: "text in UTF-8",
            action: "In Excel save as \"CSV UTF-8 (comma delimited)\" and run again.")
    }

    private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
        unsafe bytes.withUnsafeBufferPointer {
            unsafe field_scan_utf8($0.baseAddress, 0, $0.count)
        }
    }

    private static func looks(like head: [UInt8]) -> (what: String, action: String)? {
        let excel = "In Excel save it as \"CSV UTF-8 (comma delimited)\" and run again."
        let kinds: [(magic: [UInt8], what: String, action: String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook (.xlsx) or another zip file", excel),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls)", excel),
            ([0x25, 0x50, 0x44, 0x46], "a PDF file", "Export the survey as CSV."),
            ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "Export the survey as CSV."),
            ([0x1F, 0x8B], "a compressed file (.gz)", "Unpack it first."),
        ]
        if let kind = kinds.first(where: { head.starts(with: $0.magic) }) { return (kind.what, kind.action) }
        if head.contains(0) { return ("binary data (a zero byte)", "Export the survey as CSV.") }
        let controls = head.count { byte in
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x0C, 0x1A: false
            default: byte < 0x20
            }
        }
        return controls * 50 > head.count ? ("binary data", "Export the survey as CSV.") : nil
    }
}
