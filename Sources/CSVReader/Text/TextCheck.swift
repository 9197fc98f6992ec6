internal import Basics
internal import CFieldScan

/// Refuses bytes that are no text, and says what they look like.
enum TextCheck {
    /// - Throws: `Diagnostic` `.unusableData` where a file's first bytes are those of another kind of file.
    static func requireCSV(_ head: [UInt8], file: String) throws(Diagnostic) {
        guard let looks = looks(like: head) else { return }
        throw Diagnostic(
            .unusableData, file: file, line: 1, found: looks.what, expected: "a CSV file",
            action: looks.action)
    }

    /// - Throws: `Diagnostic` `.unusableData` where a file is in UTF-32.
    static func requireNoUTF32(_ head: [UInt8], file: String) throws(Diagnostic) {
        guard let order = UTF32.byteOrder(of: head) else { return }
        throw Diagnostic(
            .unusableData, file: file, found: "text in UTF-32 (\(order.rawValue)), which is not read",
            expected: "UTF-8 or UTF-16",
            action: "Save the file as UTF-8 (in Excel \"CSV UTF-8\") and run again.")
    }

    /// - Throws: `Diagnostic` `.unusableData` with the line and byte of the first NUL.
    static func requireNoNUL(_ head: [UInt8], file: String) throws(Diagnostic) {
        guard let found = head.firstIndex(of: 0) else { return }
        let (line, start) = LineEnds.place(of: found, in: head)
        throw nul(file, line: line, column: found - start + 1)
    }

    /// Looks at the first lines of a file.
    ///
    /// - Parameter bytesBefore: those of the byte order mark, which were left out.
    /// - Throws: `Diagnostic` `.unusableData` with the line and byte of the first NUL, or byte that is not UTF-8.
    static func requireText(_ lines: [UInt8], bytesBefore: Int, file: String) throws(Diagnostic) {
        guard let found = firstFault(lines[...]) else { return }
        let (line, start) = LineEnds.place(of: found, in: lines)
        let column = found - start + 1 + (line == 1 ? bytesBefore : 0)
        throw fault(lines[found], file, line: line, column: column)
    }

    /// Looks at one physical line.
    ///
    /// - Throws: `Diagnostic` `.unusableData` with the column of the first NUL, or byte that is not UTF-8.
    static func requireText(_ bytes: ArraySlice<UInt8>, file: String, line: Int) throws(Diagnostic) {
        guard let found = firstFault(bytes) else { return }
        throw fault(bytes[found], file, line: line, column: found - bytes.startIndex + 1)
    }

    /// - Parameter column: byte in the line, from 1.
    static func nul(_ file: String, line: Int, column: Int) -> Diagnostic {
        Diagnostic(
            .unusableData, file: file, line: line, column: column,
            found: "a NUL byte (a zero byte, as in binary data)", expected: "text without NUL bytes",
            action: "Remove the byte, or export the survey again as CSV.")
    }

    private static func fault(_ byte: UInt8, _ file: String, line: Int, column: Int) -> Diagnostic {
        guard byte != 0 else { return nul(file, line: line, column: column) }
        return Diagnostic(
            .unusableData, file: file, line: line, column: column,
            found: "a byte that is not valid UTF-8", expected: "text in UTF-8",
            action: "In Excel save as \"CSV UTF-8 (comma delimited)\" and run again.")
    }

    /// Where the first NUL stands, or the first byte that is not UTF-8; nil where all is text.
    static func firstFault(_ bytes: ArraySlice<UInt8>) -> Int? {
        let found = unsafe bytes.withUnsafeBufferPointer {
            unsafe field_scan_text($0.baseAddress, 0, $0.count)
        }
        return found < bytes.count ? bytes.startIndex + found : nil
    }

    private static func looks(like head: [UInt8]) -> (what: String, action: String)? {
        let kinds: [(magic: [UInt8], what: String, action: String)] = [
            ([0x25, 0x50, 0x44, 0x46], "a PDF file", "Export the survey as CSV."),
            ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "Export the survey as CSV."),
            ([0x1F, 0x8B], "a compressed file (.gz)", "Unpack it first."),
        ]
        if let kind = kinds.first(where: { head.starts(with: $0.magic) }) { return (kind.what, kind.action) }
        // NUL bytes are named by their place.
        let controls = head.count { byte in
            switch byte {
            case 0x00, 0x09, 0x0A, 0x0D, 0x0C, 0x1A: false
            default: byte < 0x20
            }
        }
        return controls * 50 > head.count ? ("binary data", "Export the survey as CSV.") : nil
    }
}
