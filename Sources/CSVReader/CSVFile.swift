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

    /// Opens a file, or standard input for "-".
    ///
    /// - Throws: `CSVReadError` `.noInput` if it cannot be opened, `.unusableData` if it is empty, no text, or in an
    ///   encoding that cannot be told, or if a quote in its first records never closes.
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
        let start = try FileStart(source, name: name, options: options)
        let lines = start.firstLines
        let found =
            options.delimiter.map {
                CSVDialect(delimiter: $0, quote: options.quote, comment: options.comment)
            }
            ?? CSVDialect.detected(
                in: lines.bytes, isWhole: lines.isWhole, quote: options.quote, comment: options.comment)
        let first = try FirstRecords(
            of: lines.bytes, file: name, dialect: found, isWhole: lines.isWhole, isRagged: options.isRagged)
        self.name = name
        decoding = start.decoding
        dialect = found
        head = first.records.map(\.fields)
        headLines = first.records.map(\.line)
        self.start = start.bytes
        let asRead = decoding.isPlain && options.escape == nil
        stored = asRead ? opened.map { ($0, min(start.markSize, $0.size)..<$0.size) } : nil
        isRagged = options.isRagged
        scans = options.scans
        self.source = start.rest
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
