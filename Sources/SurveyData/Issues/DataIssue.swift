internal import Basics

/// Something in the data that a person should know of. A value, collected; never thrown.
package struct DataIssue: Sendable, Equatable {
    package enum Code: String, CaseIterable, Sendable, Codable {
        // A record is rejected.
        case unclosedQuote, fieldCount, missingRequired, duplicateHousehold, unknownGroup
        case invalidWeight, otherMonth
        // A cell is set missing, or a note is made; the record stays.
        case invalidAnswer, unknownItem, invalidNumber, outOfRange, invalidDate, spreadsheetDamage
        case onlineOverTotal, noneWithOthers, columnsDiffer
        case guessedMarks, similarIDs, noKey
        case forbiddenColumn, unknownColumn, passedOverColumn, absentColumn, sampleOverRegistry, versionBreak

        /// Whether the record is left out.
        package var rejectsRecord: Bool {
            switch self {
            case .unclosedQuote, .fieldCount, .missingRequired, .duplicateHousehold, .unknownGroup,
                .invalidWeight, .otherMonth:
                true
            default: false
            }
        }
    }

    package let code: Code
    package let file: String
    /// Physical line, from 1; nil for a whole file.
    package let line: Int?
    /// Record number, the header being 1.
    package let record: Int?
    /// The column's header, or nil for a whole record.
    package let column: String?
    /// In a workbook the place as spreadsheets write it: `Sheet1!B12`.
    package let cell: String?
    /// What was found; nil where that would tell who someone is.
    package let found: String?
    package let expected: String
    package let action: String

    package init(
        code: Code, file: String, line: Int?, record: Int?, column: String?, cell: String? = nil,
        found: String?, expected: String, action: String
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.record = record
        self.column = column
        self.cell = cell
        self.found = found
        self.expected = expected
        self.action = action
    }

    /// Where it stands, as a person looks it up: `survey.csv:12`, `survey.xlsx:Sheet1!B12`.
    package var place: String { Diagnostic.place(file, line: line, cell: cell) }
}
