/// The words and marks of one dialect, as bytes ready to write.
struct DialectWords: Sendable {
    /// What one column of the file holds.
    enum Column: Sendable {
        case question(SurveyColumn)
        /// One choice of a set, by position in its code list: 1 or 0.
        case choice(SurveyColumn, Int)
        case start, end, recordNumber
    }

    enum DateStyle: Sendable { case iso, dayMonthYear, isoWithTime }

    /// A yes/no answer as spelled.
    enum Spelling: Int { case usual, padded, careless }

    let delimiter: UInt8
    let newline: [UInt8]
    let hasByteOrderMark: Bool
    let setSeparator: [UInt8]
    let columns: [Column]
    let headers: [[UInt8]]
    /// By `SurveyColumn.rawValue`, then position in the code list.
    let answers: [[[UInt8]]]
    /// Yes and no by `Spelling.rawValue`.
    let yesNo: [[[UInt8]]]
    /// By `MissingAnswers.Reason.rawValue`.
    let missing: [[UInt8]]
    let unknownAnswer: [UInt8]
    let dateStyle: DateStyle
    /// Whether the group column holds codes ("AA03"), not names ("Tổ 3").
    let writesGroupCodes: Bool
    /// Whether a blank line still has its separators.
    let blankLineHasDelimiters: Bool

    init(
        delimiter: Character, newline: String, hasByteOrderMark: Bool, setSeparator: String,
        columns: [(column: Column, header: String)], answers: [SurveyColumn: [String]], yes: [String],
        no: [String],
        missing: [String], unknownAnswer: String, dateStyle: DateStyle, writesGroupCodes: Bool,
        blankLineHasDelimiters: Bool
    ) {
        self.delimiter = delimiter.asciiValue ?? UInt8(ascii: ",")
        self.newline = Array(newline.utf8)
        self.hasByteOrderMark = hasByteOrderMark
        self.setSeparator = Array(setSeparator.utf8)
        self.columns = columns.map(\.column)
        headers = columns.map { Array($0.header.utf8) }
        let yesNo = zip(yes, no).map { [Array($0.utf8), Array($1.utf8)] }
        self.yesNo = yesNo
        self.answers = SurveyColumn.allCases.map { column in
            answers[column].map { $0.map { Array($0.utf8) } }
                ?? (column.kind == .choice ? yesNo.first ?? [] : [])
        }
        self.missing = missing.map { Array($0.utf8) }
        self.unknownAnswer = Array(unknownAnswer.utf8)
        self.dateStyle = dateStyle
        self.writesGroupCodes = writesGroupCodes
        self.blankLineHasDelimiters = blankLineHasDelimiters
    }
}
