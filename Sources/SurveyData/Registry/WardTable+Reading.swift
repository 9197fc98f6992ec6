internal import Basics
internal import CSVReader
internal import Foundation

extension WardTable {
    /// Reads a small file of the ward whole.
    ///
    /// - Throws: `Diagnostic`, or `Diagnostic` where a row has another number of fields than the header.
    package init(path: String) throws {
        do {
            var file = try CSVFile(path: path)
            try self.init(&file)
        } catch let error as Diagnostic where error.code == .unusableData && error.line == nil {
            throw Self.fault(error, bytes: [UInt8](FileManager.default.contents(atPath: path) ?? Data()))
        }
    }

    /// A ward file's bytes in memory: for tests.
    package init(text: String, name: String) throws {
        try self.init(bytes: Array(text.utf8), name: name)
    }

    /// A ward file's bytes in memory, in any encoding: for tests.
    package init(bytes: [UInt8], name: String) throws {
        do {
            var file = try CSVFile(bytes: bytes, name: name)
            try self.init(&file)
        } catch let error as Diagnostic where error.code == .unusableData && error.line == nil {
            throw Self.fault(error, bytes: bytes)
        }
    }

    /// The same of a ward's file: with the line, and without the survey's words and options.
    private static func fault(_ error: Diagnostic, bytes: [UInt8]) -> any Error {
        // What is wrong with a workbook is said as it is.
        guard !WorkbookBytes.isWorkbook(bytes) else { return error }
        let isEmpty = bytes.allSatisfy { $0 <= 0x20 }
        return Diagnostic(
            .badTable, file: error.file, line: lineOfInvalidUTF8(bytes) ?? 1, found: error.found,
            expected: isEmpty ? "a header row, and rows" : error.expected,
            action: isEmpty
                ? "Check that this is the right file." : "Save the file in Excel as \"CSV UTF-8\".")
    }

    private init(_ file: inout CSVFile) throws {
        var headers: [String] = []
        var headerLine = 1
        var rows: [Row] = []
        while let block = try file.nextBlock() {
            if let issue = block.issues.first {
                throw Diagnostic(
                    .badTable, file: file.name, line: issue.line, found: "a quote that never closes",
                    expected: "a closing quote", action: "Close or remove the quote.")
            }
            for record in 0..<block.count {
                let cells = block.texts(of: record)
                if block.number(of: record) == 1 {
                    headers = cells.map { composed(trimmed($0)) }
                    headerLine = block.line(of: record)
                } else if cells.contains(where: { !trimmed($0).isEmpty }) {
                    guard cells.count == headers.count else {
                        throw Diagnostic(
                            .badTable, file: file.name, line: block.line(of: record),
                            found: "\(cells.count) fields",
                            expected: "\(headers.count) fields as in the header",
                            action: "Look for a missing or stray separator.")
                    }
                    rows.append(Row(line: block.line(of: record), cells: cells.map(composed)))
                }
            }
        }
        try self.init(
            file: file.name, sheet: file.sheetName, headers: headers, headerLine: headerLine, rows: rows)
    }
}
