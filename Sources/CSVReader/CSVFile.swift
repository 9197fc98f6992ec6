package import Basics

/// A CSV file or a sheet of a workbook opened for reading: its first records are known, its records come in blocks.
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
    /// The sheet, where the file is a workbook.
    private var sheet: SheetRecords?
    package let sheetName: String?
    /// The workbook's other sheets, in its order.
    package let otherSheets: [String]
    /// Rows of the sheet that it does not show; they are read as the others are.
    package let hiddenRows: Int
    /// Cells of the sheet whose formula was never worked out: they read as empty.
    package let formulasWithoutResult: Int
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
    /// - Throws: `Diagnostic` `.noInput` if it cannot be opened, `.unusableData` if it is empty, no text, or in an
    ///   encoding that cannot be told, if a quote in its first records never closes, or if it is a workbook that cannot
    ///   be read.
    package init(path: String, options: CSVOptions = CSVOptions()) throws(Diagnostic) {
        try self.init(
            source: ByteSource.open(path), name: path == "-" ? "standard input" : path, options: options)
    }

    /// A file's bytes in memory.
    package init(bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()) throws(Diagnostic) {
        try self.init(source: .memory(bytes), name: name, options: options)
    }

    private init(
        source: consuming ByteSource, name: String, options: CSVOptions
    ) throws(Diagnostic) {
        let (source, workbook) = try WorkbookBytes.look(at: source, file: name)
        if let workbook {
            try self.init(workbook: workbook, name: name, options: options)
            return
        }
        guard options.sheet == nil else { throw WorkbookBytes.noSheets(file: name) }
        try self.init(text: source, name: name, options: options)
    }

    private init(
        text source: consuming ByteSource, name: String, options: CSVOptions
    ) throws(Diagnostic) {
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
        (sheet, sheetName, otherSheets, hiddenRows, formulasWithoutResult) = (nil, nil, [], 0, 0)
        self.source = start.rest
    }

    private init(workbook bytes: [UInt8], name: String, options: CSVOptions) throws(Diagnostic) {
        let workbook = try Workbook(bytes, file: name)
        let cells = try workbook.cells(workbook.sheet(named: options.sheet), as: options.cellForm)
        guard cells.rows > 0 else { throw WorkbookBytes.empty(cells, file: name) }
        var records = SheetRecords(cells)
        sheet = records
        var block = RecordBlock()
        _ = records.next(&block)
        let first = min(block.count, FirstRecords.most)
        head = (0..<first).map(block.texts)
        headLines = Array(1...first)
        self.name = name
        sheetName = cells.name
        otherSheets = workbook.sheets.map(\.name).filter { $0 != cells.name }
        hiddenRows = cells.hiddenRows
        formulasWithoutResult = cells.formulasWithoutResult
        (decoding, dialect) = (TextDecoding(.utf8), CSVDialect(delimiter: UInt8(ascii: ",")))
        (source, start, stored) = (.memory([]), [], nil)
        (isRagged, scans) = (options.isRagged, false)
    }

    /// Says which record is the header, before the first block is read. Records above it are titles.
    package mutating func useHeader(record: Int) { headerRecord = record }

    /// Whether a line with nothing on it is a record: only in a file of one column.
    private var blankLinesAreRecords: Bool { !head.isEmpty && head.allSatisfy { $0.count == 1 } }

    /// The next records of the file, the header among them; nil at the end.
    ///
    /// - Throws: `Diagnostic` where reading fails, the text is no UTF-8, or a quote never closes.
    package mutating func nextBlock() throws(Diagnostic) -> RecordBlock? {
        var block = RecordBlock()
        if sheet != nil { return sheet?.next(&block) == true ? block : nil }
        if reader == nil { reader = makeReader() }
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
        if let sheet { return RecordFeed(plan, reader: nil, sheet: sheet) }
        return RecordFeed(plan, reader: stored == nil ? makeReader() : nil)
    }

    /// What to do where a sheet is not the survey: the names of the others; nil where there are none.
    package var otherSheetsAction: String? {
        if otherSheets.isEmpty { return nil }
        let names = otherSheets.map { "\"\($0)\"" }.joined(separator: ", ")
        return "If the survey is in another sheet, name it with --sheet: \(names)."
    }
}
