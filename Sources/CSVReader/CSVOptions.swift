/// What is known of a file before it is read; nil is found by evidence.
package struct CSVOptions: Sendable, Equatable {
    package var delimiter: UInt8?
    package var quote: UInt8
    /// Makes a quote inside quotes a character, beside doubling it.
    package var escape: UInt8?
    /// Lines that start with it are no records.
    package var comment: UInt8?
    /// Records may have any number of fields; else a quote that joins records of the header's length is a stray one.
    package var isRagged: Bool
    package var encoding: TextEncoding?
    /// The sheet of a workbook; nil: its first.
    package var sheet: String?
    package var cellForm = CellForm.values
    /// Whether plain lines go through the scanner; libcsv alone gives the same records.
    package var scans = true

    package init(
        delimiter: UInt8? = nil, quote: UInt8 = UInt8(ascii: "\""), escape: UInt8? = nil,
        comment: UInt8? = nil,
        isRagged: Bool = false, encoding: TextEncoding? = nil, sheet: String? = nil
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.comment = comment
        self.isRagged = isRagged
        self.encoding = encoding
        self.sheet = sheet
    }
}
