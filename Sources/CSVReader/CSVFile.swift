/// A CSV file opened for reading: its dialect and first records are known, its records come in blocks.
///
/// ```swift
/// var file = try CSVFile(path: "2025-10.csv")
/// while let block = try file.nextBlock() { … }
/// ```
package struct CSVFile: ~Copyable {
    package let name: String
    package let dialect: CSVDialect
    /// How its bytes were read.
    package let decoding: TextDecoding
    /// The first records as text, at most 20: for finding the header row.
    package let head: [[String]]
    /// The physical lines, from 1, on which the first records start.
    package let headLines: [Int]
    private var source: ByteSource
    private let start: [UInt8]
    /// The file's bytes that hold records, where they can be read at any offset.
    private let stored: (bytes: StoredBytes, range: Range<Int>)?
    private var reader: RecordReader?
    private var headerRecord = 1
    /// Told now and then, by any thread, the share of the file that was read (0…1).
    package var progress: (@Sendable (Double) -> Void)?
    private let isRagged: Bool
    private let scans: Bool

    private static let headSize = 1 << 16
    /// Where the first bytes are plain ASCII, more are looked at before the encoding is decided.
    private static let longestHead = 1 << 20

    /// Opens a file, or standard input for "-".
    ///
    /// - Throws: `CSVReadError` `.noInput` if it cannot be opened, `.unusableData` if it is empty, no text, or in an
    ///   encoding that cannot be told.
    package init(path: String, options: CSVOptions = CSVOptions()) throws(CSVReadError) {
        try self.init(
            source: ByteSource.open(path), name: path == "-" ? "standard input" : path, options: options)
    }

    /// A file's bytes in memory.
    package init(bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()) throws(CSVReadError) {
        try self.init(source: .memory(bytes), name: name, options: options)
    }

    private init(
        source: consuming ByteSource, name: String, options: CSVOptions
    ) throws(CSVReadError) {
        let opened = source.stored
        var start: [UInt8] = []
        var isWhole = false
        var isPlain = true
        while !isWhole, Self.isShort(start) || start.count < Self.longestHead && isPlain {
            let more = try source.read(Self.headSize)
            isWhole = more.isEmpty
            isPlain = isPlain && more.allSatisfy { $0 < 0x80 }
            start += more
        }
        let decoding = try Self.decoding(of: start, isWhole: isWhole, encoding: options.encoding, file: name)
        if !decoding.isPlain {
            let raw = start
            source = .decoded(
                DecodedSource(.head(raw, rest: source), decoding: decoding, file: name))
            start = []
            isWhole = false
            while !isWhole, Self.isShort(start) {
                let more = try source.read(Self.headSize)
                isWhole = more.isEmpty
                start += more
            }
        }
        let hasMark = start.starts(with: [0xEF, 0xBB, 0xBF])
        if hasMark { start.removeFirst(3) }
        if let escape = options.escape {
            // Escapes are undone once, for what was looked at and for the rest.
            let seen = start
            source = .escaped(
                EscapedSource(.head(seen, rest: source), escape: escape, quote: options.quote))
            start = try source.read(Self.headSize)
            isWhole = false
        }
        guard start.contains(where: { $0 > 0x20 }) else {
            throw CSVReadError(
                .unusableData, file: name, found: "an empty file", expected: "a header row and households",
                action: "Export the survey again.")
        }
        // A plain ASCII file's start is long for its encoding only.
        let usual = Array(start.prefix(Self.headSize))
        let lines = Self.isShort(usual) ? start : usual
        let isAll = isWhole && lines.count == start.count
        let found =
            options.delimiter.map {
                CSVDialect(delimiter: $0, quote: options.quote, comment: options.comment)
            }
            ?? CSVDialect.detected(
                in: lines, isWhole: isAll, quote: options.quote, comment: options.comment)
        self.name = name
        self.decoding = decoding
        self.dialect = found
        let first = CSVDialect.firstRecords(of: lines, dialect: found, isWhole: isAll, most: 20)
        head = first.map(\.fields)
        headLines = first.map(\.line)
        self.start = start
        let asRead = decoding.isPlain && options.escape == nil
        stored = asRead ? opened.map { ($0, min(hasMark ? 3 : 0, $0.size)..<$0.size) } : nil
        isRagged = options.isRagged
        scans = options.scans
        self.source = source
    }

    /// Whether more is needed to see the first records: a header may be longer than the usual start.
    private static func isShort(_ start: [UInt8]) -> Bool {
        if start.count < headSize { return true }
        let ends = start.lazy.filter { $0 == 0x0A || $0 == 0x0D }.prefix(4)
        return start.count < longestHead && ends.count < 4
    }

    private static func decoding(
        of head: [UInt8], isWhole: Bool, encoding: TextEncoding?, file: String
    ) throws(CSVReadError) -> TextDecoding {
        let guess = EncodingGuess(head, isWhole: isWhole)
        let wide = [TextEncoding.utf16LittleEndian, .utf16BigEndian]
        if let encoding {
            // UTF-16 without a byte order: as the file's own mark says.
            if wide.contains(encoding), case .sure(let found) = guess, wide.contains(found.encoding) {
                return found
            }
            if !wide.contains(encoding) { try TextCheck.requireText(head, file: file) }
            return TextDecoding(encoding)
        }
        switch guess {
        case .sure(let decoding):
            if !wide.contains(decoding.encoding) { try TextCheck.requireText(head, file: file) }
            return decoding
        case .ambiguous(let likely):
            try TextCheck.requireText(head, file: file)
            throw CSVReadError(
                .unusableData, file: file,
                found: "text that is no UTF-8 and may be \(likely.map(\.rawValue).joined(separator: " or "))",
                expected: "UTF-8, or an encoding that its words tell apart",
                action: "Name the encoding with --encoding, or save the file in Excel as \"CSV UTF-8\".")
        }
    }

    /// Says which record is the header, before the first block is read. Records above it are titles.
    package mutating func useHeader(record: Int) { headerRecord = record }

    /// Whether a line with nothing on it is a record: only in a file of one column.
    private var blankLinesAreRecords: Bool { !head.isEmpty && head.allSatisfy { $0.count == 1 } }

    /// The next records of the file, the header among them; nil at the end.
    ///
    /// - Throws: `CSVReadError` where reading fails, the text is no UTF-8, or a quote never closes.
    package mutating func nextBlock() throws(CSVReadError) -> RecordBlock? {
        if reader == nil { reader = makeReader() }
        var block = RecordBlock()
        guard try reader?.next(&block) == true else { return nil }
        return block
    }

    private func makeReader() -> RecordReader {
        RecordReader(
            source: .head(start, rest: source), file: name, dialect: dialect,
            headerRecord: isRagged ? 0 : headerRecord, blankLinesAreRecords: blankLinesAreRecords,
            scans: scans)
    }

    /// The records for several threads.
    func feed(chunkSize: Int) -> RecordFeed {
        let header = isRagged ? 0 : headerRecord
        let fields = isRagged || header > head.count ? nil : head[header - 1].count
        let plan = RecordFeed.Plan(
            file: name, dialect: dialect, headerRecord: header, blankLinesAreRecords: blankLinesAreRecords,
            stored: stored?.bytes, bytes: stored?.range ?? 0..<0, chunkSize: chunkSize,
            headerFields: fields, readsAhead: stored != nil && (isRagged || fields != nil), progress: progress
        )
        return RecordFeed(plan, reader: stored == nil ? makeReader() : nil)
    }
}
