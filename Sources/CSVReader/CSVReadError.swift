/// Why a file cannot be read. One message: what, where, expected, what to do. Never a cell's content.
package struct CSVReadError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        /// There is no such file, it is a folder, or it may not be opened.
        case noInput
        /// The bytes are no survey: empty, binary, in another encoding, quotes that never close.
        case unusableData
        /// Reading stopped in the middle.
        case readFailed
    }

    package let kind: Kind
    package let file: String
    package let line: Int?
    /// Byte position in the line, from 1.
    package let column: Int?
    /// In a workbook the place as spreadsheets write it: `Sheet1!B12`.
    package let cell: String?
    package let found: String
    package let expected: String
    package let action: String

    init(
        _ kind: Kind, file: String, line: Int? = nil, column: Int? = nil, cell: String? = nil,
        found: String, expected: String, action: String
    ) {
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.cell = cell
        self.found = found
        self.expected = expected
        self.action = action
    }

    package var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        if let cell { place += ":\(cell)" }
        return "\(place): found \(found); expected \(expected). \(action)"
    }
}
