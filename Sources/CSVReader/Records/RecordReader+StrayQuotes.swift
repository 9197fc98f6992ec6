internal import Basics

/// **A quote that does not close.** A quoted field is suspect if it spans over 20 lines, if it reaches the end,
/// or if its record has another number of fields than the header or quotes that no writer makes, while the line
/// behind the one where the quote opened is a whole record by itself. Then the line where it opened is rejected
/// and reading goes on behind it, if the next line is a record of the header's number of fields; else nothing
/// behind can be trusted and reading stops.
extension RecordReader {
    /// Whether the record that has just ended was held open by a stray quote.
    func isStray(_ quote: OpenRecord) -> Bool {
        guard let headerFields = place.headerFields else { return false }
        return (parser.sink.row.ends.count != headerFields || !isRegular(quote))
            && standsAlone(from: quote.quoteLineEnd, fields: headerFields)
    }

    /// Rejects the line where the open quote stands and goes on behind it.
    mutating func recover(in block: inout RecordBlock) throws(Diagnostic) {
        guard let quote = open else { return }
        guard let headerFields = place.headerFields else {
            throw Diagnostic(
                .unusableData, file: file, line: quote.quoteLine,
                found: "a quote that opens here and never closes",
                expected: "a closing quote", action: "Remove the stray quote and run again.")
        }
        guard
            quote.quoteLineEnd >= buffer.count || standsAlone(from: quote.quoteLineEnd, fields: headerFields)
        else {
            throw Diagnostic(
                .unusableData, file: file, line: quote.quoteLine,
                found: "a quote that opens here and never closes, and no whole record on the next line",
                expected: "\(headerFields) fields as in the header",
                action: "Close or remove the quote on this line and run again.")
        }
        rejectQuote(quote, in: &block)
    }

    mutating func rejectQuote(_ quote: OpenRecord, in block: inout RecordBlock) {
        parser.reset()
        trimmedFields = 0
        isTrimmed = false
        place.record += 1
        block.issues.append(ReadIssue(code: .unclosedQuote, line: quote.quoteLine, record: place.record))
        position = quote.quoteLineEnd
        place.line = quote.quoteLine + 1
        open = nil
    }

    /// Whether the record just read is quoted as RFC 4180 has it: a quote inside a field is doubled. Blanks around the
    /// quotes do not count.
    private func isRegular(_ record: OpenRecord) -> Bool {
        LibCSVParser.isStrict(withoutBlanks(Array(buffer[record.start..<position])), dialect)
    }

    /// A line or record by itself without blanks around its quoted fields.
    private func withoutBlanks(_ bytes: [UInt8]) -> [UInt8] {
        let found = blanks.find(in: bytes, 0..<bytes.count, isOpen: false, isAtEnd: true)
        guard case .blanks(let without) = found else { return bytes }
        return without.bytes
    }

    /// Whether the line that starts here is by itself a record of so many fields.
    private func standsAlone(from start: Int, fields: Int) -> Bool {
        guard start < buffer.count else { return false }
        let end = Self.lineEnd(in: buffer, from: start, isAtEnd: true) ?? buffer.count
        var probe = LibCSVParser(dialect)
        var line = withoutBlanks(Array(buffer[start..<end]))
        if line.last != 0x0A, line.last != 0x0D { line.append(0x0A) }
        let ended = unsafe line.withUnsafeBytes { unsafe probe.feed($0) }
        return ended && probe.sink.row.ends.count == fields
    }
}
