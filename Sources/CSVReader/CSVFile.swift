/// A CSV file opened for reading: its dialect and first records are known, its records come in blocks.
///
/// ```swift
/// var file = try CSVFile(path: "2025-10.csv")
/// while let block = try file.nextBlock() { … }
/// ```
package struct CSVFile: ~Copyable {
    package let name: String
    package let dialect: CSVDialect
    /// The first records as text, at most 20: for finding the header row.
    package let head: [[String]]
    private var source: ByteSource
    private let start: [UInt8]
    private var reader: RecordReader?
    private var headerRecord = 1

    private static let headSize = 1 << 16

    /// Opens a file, or standard input for "-".
    ///
    /// - Throws: `CSVReadError` `.noInput` if it cannot be opened, `.unusableData` if it is empty or no text.
    package init(path: String, dialect: CSVDialect? = nil) throws(CSVReadError) {
        try self.init(
            source: ByteSource.open(path), name: path == "-" ? "standard input" : path, dialect: dialect)
    }

    /// A file's bytes in memory.
    package init(bytes: [UInt8], name: String, dialect: CSVDialect? = nil) throws(CSVReadError) {
        try self.init(source: .memory(bytes), name: name, dialect: dialect)
    }

    private init(source: consuming ByteSource, name: String, dialect: CSVDialect?) throws(CSVReadError) {
        var start: [UInt8] = []
        var isWhole = false
        while start.count < Self.headSize, !isWhole {
            let more = try source.read(Self.headSize)
            isWhole = more.isEmpty
            start += more
        }
        try TextCheck.requireText(start, file: name)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        guard start.contains(where: { $0 > 0x20 }) else {
            throw CSVReadError(
                .unusableData, file: name, found: "an empty file", expected: "a header row and households",
                action: "Export the survey again.")
        }
        let found = dialect ?? CSVDialect.detected(in: start, isWhole: isWhole)
        self.name = name
        self.dialect = found
        head = CSVDialect.firstRecords(of: start, dialect: found, isWhole: isWhole, most: 20)
        self.start = start
        self.source = source
    }

    /// Says which record is the header, before the first block is read. Records above it are titles.
    package mutating func useHeader(record: Int) { headerRecord = record }

    /// The next records of the file, the header among them; nil at the end.
    ///
    /// - Throws: `CSVReadError` where reading fails, the text is no UTF-8, or a quote never closes.
    package mutating func nextBlock() throws(CSVReadError) -> RecordBlock? {
        if reader == nil {
            reader = RecordReader(
                source: .head(start, rest: source), file: name, dialect: dialect, headerRecord: headerRecord)
        }
        return try reader?.nextBlock()
    }
}
