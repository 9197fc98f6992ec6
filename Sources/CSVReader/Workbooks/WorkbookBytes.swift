internal import Basics

/// Tells workbooks from text by their first bytes.
package enum WorkbookBytes {
    /// The source, and the whole of it where it is a workbook.
    ///
    /// - Throws: `Diagnostic` `.unusableData` for an old workbook, or one that a password protects.
    static func look(
        at source: consuming ByteSource, file: String
    ) throws(Diagnostic) -> (source: ByteSource, workbook: [UInt8]?) {
        var source = source
        let start: [UInt8]
        if let stored = source.stored {
            start = try stored.read(zip.count, at: 0)
        } else {
            start = try source.read(zip.count)
            source = .head(start, rest: source)
        }
        if start.starts(with: zip) { return (source, try all(of: &source, file: file)) }
        if start.starts(with: old) { throw refusal(of: try all(of: &source, file: file), file: file) }
        return (source, nil)
    }

    /// Whether these are a workbook's bytes, old or new.
    package static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: zip) || bytes.starts(with: old)
    }

    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    private static let largest = 512 << 20

    private static func all(of source: inout ByteSource, file: String) throws(Diagnostic) -> [UInt8] {
        var bytes: [UInt8] = []
        while try source.append(1 << 20, to: &bytes) > 0 {
            guard bytes.count <= largest else {
                throw Diagnostic(
                    .unusableData, file: file, found: "a workbook of over \(largest >> 20) megabytes",
                    expected: "a survey", action: "Export the sheet as CSV.")
            }
        }
        return bytes
    }

    /// Excel keeps a workbook with a password in the form of its old ones.
    private static func refusal(of bytes: [UInt8], file: String) -> Diagnostic {
        let mark = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), 0] }
        let isProtected = bytes.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
        return Diagnostic(
            .unusableData, file: file,
            found: isProtected
                ? "a workbook that is protected by a password" : "an old Excel workbook (.xls)",
            expected: "a CSV file or an Excel workbook (.xlsx)",
            action: isProtected
                ? "Open it in Excel, remove the password, and save it again."
                : "Open it in Excel and save it as .xlsx.")
    }

    static func empty(_ cells: SheetCells, file: String) -> Diagnostic {
        Diagnostic(
            .unusableData, file: file, cell: cells.place(row: 1, column: 0), found: "an empty sheet",
            expected: "a header row and households",
            action: "Name the sheet that holds the households with --sheet, or move it to the front.")
    }

    static func noSheets(file: String) -> Diagnostic {
        Diagnostic(
            .unusableData, file: file, found: "a text file, which has no sheets",
            expected: "a workbook (.xlsx), since --sheet is given",
            action: "Leave --sheet away for this file.")
    }
}
