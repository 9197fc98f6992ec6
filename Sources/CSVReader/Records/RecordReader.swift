internal import Basics

/// Where reading stands between two records.
struct ReadingPlace: Equatable, Sendable {
    /// Bytes before the next line.
    var offset = 0
    /// The next physical line, from 1.
    var line = 1
    /// Records so far.
    var record = 0
    /// Fields of the header, once it was read.
    var headerFields: Int?
}

/// Bytes to records, a block at a time.
///
/// libcsv is fed one physical line at a time (LF, CRLF or CR), so positions are physical and the result does
/// not depend on how many bytes come at once. A line without anything outside quotes is blank and counted.
/// Lines that are records by themselves go through `FieldScanner`, which gives what libcsv would.
struct RecordReader: ~Copyable {
    var source: ByteSource
    let file: String
    let dialect: CSVDialect
    private let headerRecord: Int
    private let blockSize: Int
    private let blankLinesAreRecords: Bool
    var parser: LibCSVParser
    private var scanner = FieldScanner()
    /// Whether plain lines go through the scanner; libcsv alone gives the same records.
    private let scans: Bool
    /// Whether the source ends before the file does: a record that is open at its end is left out.
    private let isCutOff: Bool

    /// Bytes from `bufferStart` on; never moved while a block is being made of them.
    var buffer: [UInt8] = []
    private var bufferStart: Int
    /// Where the next line starts in `buffer`.
    var position = 0
    private var isAtEnd = false
    /// Behind the last line that ends before `stop` in `buffer`, where it was looked for.
    private var plainEnd: (end: Int, stop: Int)?
    /// `offset` is kept in `position`.
    var place: ReadingPlace
    var open: OpenRecord?
    let blanks: BlanksAroundQuotes
    /// Fields of the record being read from which blanks around quotes were dropped.
    var trimmedFields = 0
    /// Whether the field that is open had some before its quote.
    var isTrimmed = false

    /// A record whose quote is still open.
    struct OpenRecord {
        let start: Int
        let line: Int
        /// The line of the quote, where it ends in `buffer`, and the number of fields before it.
        var quoteLine: Int
        var quoteLineEnd: Int
        var fields: Int
    }

    /// More than any record has: a file without line ends must not fill the memory.
    private static let longestRecord = 1 << 29
    static let mostLinesOfAField = 20

    init(
        source: consuming ByteSource, file: String = "", dialect: CSVDialect, headerRecord: Int,
        blockSize: Int = 1 << 20, blankLinesAreRecords: Bool = false, scans: Bool = true,
        isCutOff: Bool = false, from place: ReadingPlace = ReadingPlace()
    ) {
        self.scans = scans
        self.isCutOff = isCutOff
        self.source = source
        self.file = file
        self.dialect = dialect
        self.headerRecord = headerRecord
        self.blockSize = blockSize
        self.blankLinesAreRecords = blankLinesAreRecords
        self.place = place
        bufferStart = place.offset
        parser = LibCSVParser(dialect)
        blanks = BlanksAroundQuotes(dialect)
    }

    /// Makes the reader's buffer of a block's storage.
    mutating func reuse(_ block: inout RecordBlock) {
        swap(&buffer, &block.bytes)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Where the next record starts.
    var nextPlace: ReadingPlace {
        var next = place
        next.offset = bufferStart + position
        return next
    }

    /// Fills a block with the next records, none of which starts at or behind `limit`.
    ///
    /// - Returns: false at the end. A block may hold only issues or blank lines.
    mutating func next(_ block: inout RecordBlock, limit: Int = .max) throws(Diagnostic) -> Bool {
        block.restart(line: place.line, number: place.record + 1)
        let stop = limit == .max ? Int.max : limit - bufferStart
        if !isAtEnd, buffer.count < min(blockSize, stop) { try readMore(min(blockSize, stop) - buffer.count) }
        let target = min(stop, max(blockSize, 1))
        while true {
            if open == nil, position >= target { break }
            if takePlainLines(before: stop, into: &block) { continue }
            guard let end = lineEnd(from: position) else {
                if position >= buffer.count, isAtEnd {
                    guard open != nil, !isCutOff else { break }
                    try recover(in: &block)
                } else {
                    if open == nil, !block.isEmpty { break }
                    // As much again as the record has: a long one is not looked through over and over.
                    try readMore(max(min(blockSize, 1 << 16), buffer.count - (open?.start ?? position)))
                }
                continue
            }
            try take(upTo: end, into: &block)
        }
        finish(&block)
        return !block.isEmpty
    }

    /// Gives the block its bytes and keeps what lies behind it.
    private mutating func finish(_ block: inout RecordBlock) {
        let rest = Array(buffer[min(position, buffer.count)...])
        swap(&buffer, &block.bytes)
        block.closeBytes()
        buffer.removeAll(keepingCapacity: true)
        buffer += rest
        bufferStart += position
        position = 0
        plainEnd = nil
    }

    private mutating func readMore(_ count: Int) throws(Diagnostic) {
        if buffer.isEmpty { buffer.reserveCapacity(count + RecordBlock.padding) }
        if try source.append(max(count, 1), to: &buffer) == 0 { isAtEnd = true }
        if buffer.count > Self.longestRecord {
            throw Diagnostic(
                .unusableData, file: file, line: open?.line ?? place.line,
                found: "a record of over \(Self.longestRecord >> 20) megabytes",
                expected: "records that end with their line",
                action: "Look for a stray quote, or export the survey again with line ends.")
        }
    }

    /// The end of the line that starts here, terminator included; nil where it is not in the buffer yet.
    private func lineEnd(from start: Int) -> Int? {
        Self.lineEnd(in: buffer, from: start, isAtEnd: isAtEnd)
            ?? (isAtEnd && start < buffer.count ? buffer.count : nil)
    }

    static func lineEnd(in buffer: [UInt8], from start: Int, isAtEnd: Bool) -> Int? {
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
    private mutating func takePlainLines(before stop: Int, into block: inout RecordBlock) -> Bool {
        guard scans, open == nil, place.record >= headerRecord, dialect.comment == nil, !blankLinesAreRecords,
            let end = lastLineEnd(before: stop)
        else { return false }
        let taken = scanner.scan(
            buffer, position..<end, dialect, line: place.line, number: place.record + 1, into: &block)
        guard taken.end > position else { return false }
        place.record = block.count == 0 ? place.record : block.number(of: block.count - 1)
        position = taken.end
        place.line += taken.lines
        return true
    }

    /// Behind the last line that surely ends before `stop`.
    ///
    /// It is looked for once in a buffer: where the scanner comes back line by line, the way from the end is long.
    private mutating func lastLineEnd(before stop: Int) -> Int? {
        let stop = min(stop, buffer.count)
        guard position < stop else { return nil }
        if let known = plainEnd, known.stop == stop, known.end > position { return known.end }
        let end = findLastLineEnd(before: stop)
        plainEnd = end.map { ($0, stop) }
        return end
    }

    private func findLastLineEnd(before stop: Int) -> Int? {
        if let end = buffer[position..<stop].lastIndex(of: 0x0A) { return end + 1 }
        // A CR behind which nothing is known yet may be half of a CRLF.
        let sure = stop == buffer.count && !isAtEnd ? stop - 1 : stop
        guard let end = buffer[position..<max(position, sure)].lastIndex(of: 0x0D) else { return nil }
        return end + 1 < buffer.count && buffer[end + 1] == 0x0A ? nil : end + 1
    }

    private mutating func take(upTo end: Int, into block: inout RecordBlock) throws(Diagnostic) {
        let start = position
        let isBlank = buffer[start] == 0x0A || buffer[start] == 0x0D
        if open == nil, isBlank, !blankLinesAreRecords {
            block.blankLines += 1
            position = end
            place.line += 1
            return
        }
        try TextCheck.requireText(buffer[start..<end], file: file, line: place.line)
        if open == nil, let comment = dialect.comment, buffer[start] == comment {
            block.commentLines += 1
            position = end
            place.line += 1
            return
        }
        let current = place.line
        if open == nil, isBlank {
            parser.sink.clear()
            parser.sink.row.ends.append(0)
            parser.sink.hasEnded = true
            position = end
            place.line += 1
            add(line: current, to: &block)
            return
        }
        let ended = try feed(start, end)
        position = end
        place.line += 1
        if ended {
            finishRecord(line: open?.line ?? current, in: &block)
        } else {
            noteOpenQuote(start: start, end: end, line: current)
        }
        if let open, place.line - open.quoteLine > Self.mostLinesOfAField { try recover(in: &block) }
    }

    private mutating func feed(_ start: Int, _ end: Int) throws(Diagnostic) -> Bool {
        let ended: Bool
        if let line = try withoutBlanks(start..<end) {
            ended = unsafe line.withUnsafeBytes { unsafe parser.feed($0) }
        } else {
            ended = unsafe buffer.withUnsafeBytes {
                unsafe parser.feed(UnsafeRawBufferPointer(rebasing: $0[start..<end]))
            }
        }
        let last = buffer[end - 1]
        if ended || last == 0x0A || last == 0x0D { return ended }
        // A last line without an end gets one.
        return unsafe [UInt8(0x0A)].withUnsafeBytes { unsafe parser.feed($0) }
    }

    /// The line without blanks around its quoted fields; nil where it has none.
    private mutating func withoutBlanks(_ line: Range<Int>) throws(Diagnostic) -> [UInt8]? {
        while true {
            let found = blanks.find(
                in: buffer, line, isOpen: open != nil, isTrimmed: isTrimmed, isAtEnd: isAtEnd)
            switch found {
            case .nothing: return nil
            case .blanks(let without):
                trimmedFields += without.fields
                isTrimmed = without.isTrimmed
                return without.bytes
            case .needsMore: try readMore(max(min(blockSize, 1 << 16), buffer.count - line.lowerBound))
            }
        }
    }

    private mutating func noteOpenQuote(start: Int, end: Int, line: Int) {
        let fields = parser.sink.row.ends.count
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
    private mutating func finishRecord(line first: Int, in block: inout RecordBlock) {
        if let quote = open, isStray(quote) {
            rejectQuote(quote, in: &block)
        } else {
            open = nil
            add(line: first, to: &block)
        }
    }

    private mutating func add(line: Int, to block: inout RecordBlock) {
        place.record += 1
        block.append(parser.sink.row, line: line, number: place.record)
        block.trimmedFields += trimmedFields
        trimmedFields = 0
        if place.record == headerRecord { place.headerFields = parser.sink.row.ends.count }
    }
}
