/// Bytes to records, a block at a time.
///
/// libcsv is fed one physical line at a time (LF, CRLF or CR), so positions are physical and the result does
/// not depend on how many bytes come at once. A line without anything outside quotes is blank and counted.
///
/// **A quote that does not close.** A quoted field is suspect if it spans over 20 lines, if it reaches the end,
/// or if its record has another number of fields than the header or quotes that no writer makes, while the line
/// behind the one where the quote opened is a whole record by itself. Then the line where it opened is rejected and reading goes on behind it,
/// if the next line is a record of the header's number of fields; else nothing behind can be trusted and
/// reading stops.
struct RecordReader: ~Copyable {
    private var source: ByteSource
    private let file: String
    private let dialect: CSVDialect
    private let headerRecord: Int
    private let blockSize: Int
    private let blankLinesAreRecords: Bool
    private var parser: LibCSVParser
    private var scanner = FieldScanner()
    /// Whether plain lines go through the scanner; libcsv alone gives the same records.
    private let scans: Bool

    private var buffer: [UInt8] = []
    /// Where the next line starts in `buffer`.
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    private var record = 0
    private var headerFields: Int?
    private var open: OpenRecord?

    /// A record whose quote is still open.
    private struct OpenRecord {
        let start: Int
        let line: Int
        /// The line of the quote, where it ends in `buffer`, and the number of fields before it.
        var quoteLine: Int
        var quoteLineEnd: Int
        var fields: Int
    }

    private static let mostLinesOfAField = 20

    init(
        source: consuming ByteSource, file: String = "", dialect: CSVDialect, headerRecord: Int,
        blockSize: Int = 1 << 20, blankLinesAreRecords: Bool = false, scans: Bool = true
    ) {
        self.scans = scans
        self.source = source
        self.file = file
        self.dialect = dialect
        self.headerRecord = headerRecord
        self.blockSize = blockSize
        self.blankLinesAreRecords = blankLinesAreRecords
        parser = LibCSVParser(dialect)
    }

    /// The next records; nil at the end. A block may hold only issues or blank lines.
    mutating func nextBlock() throws(CSVReadError) -> RecordBlock? {
        let target = position + blockSize
        while let end = try nextLineEnd() {
            if takePlainLines() {
                if position >= target { break }
                continue
            }
            try take(upTo: end)
            if open == nil, position >= target { break }
        }
        if open != nil, isAtEnd, position >= buffer.count {
            try recover()
            return try nextBlock()
        }
        let block = parser.sink.block
        let isEmpty =
            block.count == 0 && block.blankLines == 0 && block.commentLines == 0 && block.issues.isEmpty
        if isEmpty { return nil }
        parser.sink.block = RecordBlock()
        parser.sink.bytesBefore = 0
        parser.sink.fieldsBefore = 0
        return block
    }

    /// The end of the line at `position`, terminator included; nil when there is none left.
    private mutating func nextLineEnd() throws(CSVReadError) -> Int? {
        var from = position
        while true {
            if let end = Self.lineEnd(in: buffer, from: from, isAtEnd: isAtEnd) { return end }
            from = max(position, buffer.count - 1)
            if isAtEnd { return position < buffer.count ? buffer.count : nil }
            let kept = open?.start ?? position
            if kept > 0 {
                buffer.removeFirst(kept)
                position -= kept
                from -= kept
                open = open.map {
                    OpenRecord(
                        start: 0, line: $0.line, quoteLine: $0.quoteLine,
                        quoteLineEnd: $0.quoteLineEnd - kept,
                        fields: $0.fields)
                }
            }
            let more = try source.read(blockSize)
            if more.isEmpty { isAtEnd = true } else { buffer += more }
        }
    }

    private static func lineEnd(in buffer: [UInt8], from start: Int, isAtEnd: Bool) -> Int? {
        unsafe buffer.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                let byte = unsafe bytes[index]
                if byte == 0x0A { return index + 1 }
                if byte == 0x0D {
                    if index + 1 < bytes.count {
                        return unsafe bytes[index + 1] == 0x0A ? index + 2 : index + 1
                    }
                    return isAtEnd ? index + 1 : nil
                }
                index += 1
            }
            return nil
        }
    }

    /// Takes the lines ahead that the scanner understands; false if the next one is libcsv's.
    private mutating func takePlainLines() -> Bool {
        guard scans, open == nil, record >= headerRecord, dialect.comment == nil, !blankLinesAreRecords,
            let end = lastLineEnd()
        else { return false }
        let taken = scanner.scan(buffer[position..<end], dialect, into: &parser.sink.block)
        guard taken.bytes > 0 else { return false }
        for (place, ahead) in taken.recordLines.enumerated() {
            parser.sink.block.lines.append(line + Int(ahead))
            parser.sink.block.numbers.append(record + place + 1)
        }
        record += taken.recordLines.count
        parser.sink.bytesBefore = parser.sink.block.bytes.count
        parser.sink.fieldsBefore = parser.sink.block.fieldEnds.count
        position += taken.bytes
        line += taken.lines
        return true
    }

    /// Behind the last line in the buffer that surely ends there.
    private func lastLineEnd() -> Int? {
        guard position < buffer.count else { return nil }
        if let end = buffer[position...].lastIndex(of: 0x0A) { return end + 1 }
        guard let end = buffer[position...].lastIndex(of: 0x0D) else { return nil }
        return end + 1 < buffer.count || isAtEnd ? end + 1 : nil
    }

    private mutating func take(upTo end: Int) throws(CSVReadError) {
        let start = position
        let isBlank = buffer[start] == 0x0A || buffer[start] == 0x0D
        if open == nil, isBlank, !blankLinesAreRecords {
            parser.sink.block.blankLines += 1
            position = end
            line += 1
            return
        }
        if open == nil, let comment = dialect.comment, buffer[start] == comment {
            parser.sink.block.commentLines += 1
            position = end
            line += 1
            return
        }
        try requireUTF8(start, end)
        let ended = open == nil && isBlank ? addEmptyRecord() : feed(start, end)
        let current = line
        position = end
        line += 1
        if ended {
            try finish(line: open?.line ?? current)
        } else {
            noteOpenQuote(start: start, end: end, line: current)
        }
        if let open, line - open.quoteLine > Self.mostLinesOfAField { try recover() }
    }

    private mutating func feed(_ start: Int, _ end: Int) -> Bool {
        let last = buffer[end - 1]
        let isTerminated = last == 0x0A || last == 0x0D
        let ended = unsafe buffer.withUnsafeBytes {
            unsafe parser.feed(UnsafeRawBufferPointer(rebasing: $0[start..<end]))
        }
        if ended || isTerminated { return ended }
        // A last line without an end gets one.
        return unsafe [UInt8(0x0A)].withUnsafeBytes { unsafe parser.feed($0) }
    }

    private mutating func addEmptyRecord() -> Bool {
        parser.sink.block.fieldStarts.append(parser.sink.block.bytes.count)
        parser.sink.block.fieldEnds.append(parser.sink.block.bytes.count)
        parser.sink.block.recordEnds.append(parser.sink.block.fieldEnds.count)
        parser.sink.fieldsBefore = parser.sink.block.fieldEnds.count
        return true
    }

    private mutating func noteOpenQuote(start: Int, end: Int, line: Int) {
        let fields = parser.sink.openFields
        if var known = open {
            // More fields than before: the earlier quote closed and another opened on this line.
            if fields > known.fields {
                known.quoteLine = line
                known.quoteLineEnd = end
                known.fields = fields
                open = known
            }
        } else {
            open = OpenRecord(start: start, line: line, quoteLine: line, quoteLineEnd: end, fields: fields)
        }
    }

    /// A row has ended: it becomes a record, unless its quote was a stray one.
    private mutating func finish(line first: Int) throws(CSVReadError) {
        let fields = parser.sink.block.fieldCount(of: parser.sink.block.count - 1)
        if let quote = open, let headerFields, fields != headerFields || !isRegular(quote),
            standsAlone(from: quote.quoteLineEnd, fields: headerFields)
        {
            parser.sink.dropLastRow()
            rejectQuote(quote)
            return
        }
        open = nil
        record += 1
        parser.sink.block.lines.append(first)
        parser.sink.block.numbers.append(record)
        if record == headerRecord { headerFields = fields }
    }

    /// Rejects the line where the open quote stands and goes on behind it.
    private mutating func recover() throws(CSVReadError) {
        guard let quote = open else { return }
        guard let headerFields else {
            throw CSVReadError(
                .unusableData, file: file, line: quote.quoteLine,
                found: "a quote that opens here and never closes",
                expected: "a closing quote", action: "Remove the stray quote and run again.")
        }
        guard
            quote.quoteLineEnd >= buffer.count || standsAlone(from: quote.quoteLineEnd, fields: headerFields)
        else {
            throw CSVReadError(
                .unusableData, file: file, line: quote.quoteLine,
                found: "a quote that opens here and never closes, and no whole record on the next line",
                expected: "\(headerFields) fields as in the header",
                action: "Close or remove the quote on this line and run again.")
        }
        parser.reset()
        rejectQuote(quote)
    }

    private mutating func rejectQuote(_ quote: OpenRecord) {
        record += 1
        parser.sink.block.issues.append(
            ReadIssue(code: .unclosedQuote, line: quote.quoteLine, record: record))
        position = quote.quoteLineEnd
        line = quote.quoteLine + 1
        open = nil
    }

    /// Whether the record just read is quoted as RFC 4180 has it: a quote inside a field is doubled.
    private func isRegular(_ record: OpenRecord) -> Bool {
        LibCSVParser.isStrict(Array(buffer[record.start..<position]), dialect)
    }

    /// Whether the line that starts here is by itself a record of so many fields.
    private func standsAlone(from start: Int, fields: Int) -> Bool {
        guard start < buffer.count else { return false }
        let end = Self.lineEnd(in: buffer, from: start, isAtEnd: true) ?? buffer.count
        var probe = LibCSVParser(dialect)
        var line = Array(buffer[start..<end])
        if line.last != 0x0A, line.last != 0x0D { line.append(0x0A) }
        let ended = unsafe line.withUnsafeBytes { unsafe probe.feed($0) }
        return ended && probe.sink.block.fieldCount(of: 0) == fields
    }

    private func requireUTF8(_ start: Int, _ end: Int) throws(CSVReadError) {
        let slice = buffer[start..<end]
        guard slice.contains(where: { $0 >= 0x80 }), String(validating: slice, as: UTF8.self) == nil else {
            return
        }
        throw CSVReadError(
            .unusableData, file: file, line: line, column: Self.firstInvalid(slice) + 1,
            found: "bytes that are no UTF-8", expected: "text in UTF-8",
            action: "In Excel save as \"CSV UTF-8 (comma delimited)\" and run again.")
    }

    private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
        var low = 0
        for length in stride(from: 0, to: bytes.count, by: 1) {
            guard bytes[bytes.startIndex + length] < 0x80 else { continue }
            if String(validating: bytes.prefix(length + 1), as: UTF8.self) == nil { break }
            low = length + 1
        }
        var index = low
        while index < bytes.count, bytes[bytes.startIndex + index] < 0x80 { index += 1 }
        return index
    }
}
