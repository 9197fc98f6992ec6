/// Why a survey cannot be used at all. One clear message: what, where, expected, what to do.
package struct SurveyError: Error, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        case missingColumn, ambiguousColumn, noHeader, ambiguousDates, noRecords, severalMonths, badTable
        case badSummary, tooLarge, badMap, mixedMarks, partlySynthetic, badLedger, foreignLedger, notReleased
    }

    package let kind: Kind
    package let file: String
    package let line: Int?
    package let column: String?
    /// In a workbook the place as spreadsheets write it: `Sheet1!B12`.
    package let cell: String?
    package let found: String
    package let expected: String
    package let action: String

    package init(
        _ kind: Kind, file: String, line: Int? = nil, column: String? = nil, cell: String? = nil,
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
        var place = sourcePlace(file, line: line, cell: cell)
        if let column { place += ": column \(column)" }
        return "\(place): found \(found); expected \(expected). \(action)"
    }
}
