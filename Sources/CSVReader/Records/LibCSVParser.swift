internal import CLibCSV

/// libcsv, the authority on what a record is. It never trims and it is fed one physical line at a time.
@safe struct LibCSVParser: ~Copyable {
    /// Where libcsv's callbacks write: fields as they end, rows as they end.
    final class Sink {
        var block = RecordBlock()
        /// Rows that ended since the parser was made.
        var rows = 0
        /// Fields of the row that is still open.
        var openFields = 0
        /// What the block held before the open row.
        var bytesBefore = 0
        var fieldsBefore = 0

        /// Forgets the fields of the row that is still open.
        func dropOpenRow() {
            block.bytes.removeLast(block.bytes.count - bytesBefore)
            block.fieldStarts.removeLast(block.fieldStarts.count - fieldsBefore)
            block.fieldEnds.removeLast(block.fieldEnds.count - fieldsBefore)
            openFields = 0
        }

        /// Forgets the row that ended last.
        func dropLastRow() {
            block.recordEnds.removeLast()
            fieldsBefore = block.recordEnds.last ?? 0
            // Its bytes stay: no field points at them.
            bytesBefore = block.bytes.count
            dropOpenRow()
        }
    }

    private var parser = unsafe csv_parser()
    let sink = Sink()

    init(_ dialect: CSVDialect) {
        // csv_init fails only for a null pointer.
        _ = unsafe csv_init(&parser, 0)
        unsafe csv_set_delim(&parser, dialect.delimiter)
        unsafe csv_set_quote(&parser, dialect.quote)
        unsafe csv_set_space_func(&parser) { _ in 0 }
    }

    deinit {
        var parser = unsafe parser
        unsafe csv_free(&parser)
    }

    /// Forgets an open quote; the sink's open row is dropped.
    mutating func reset() {
        sink.dropOpenRow()
        let delimiter = unsafe csv_get_delim(&parser)
        let quote = unsafe csv_get_quote(&parser)
        unsafe csv_free(&parser)
        _ = unsafe csv_init(&parser, 0)
        unsafe csv_set_delim(&parser, delimiter)
        unsafe csv_set_quote(&parser, quote)
        unsafe csv_set_space_func(&parser) { _ in 0 }
    }

    /// Whether libcsv takes these bytes in its strict mode.
    static func isStrict(_ bytes: [UInt8], _ dialect: CSVDialect) -> Bool {
        var parser = unsafe csv_parser()
        _ = unsafe csv_init(&parser, UInt8(CSV_STRICT))
        defer { unsafe csv_free(&parser) }
        unsafe csv_set_delim(&parser, dialect.delimiter)
        unsafe csv_set_quote(&parser, dialect.quote)
        unsafe csv_set_space_func(&parser) { _ in 0 }
        return unsafe bytes.withUnsafeBytes {
            unsafe csv_parse(&parser, $0.baseAddress, $0.count, nil, nil, nil) == $0.count
        }
    }

    /// Feeds one physical line with its terminator.
    ///
    /// - Returns: whether a row ended. If none did, a quote is open at the end of the line.
    mutating func feed(_ line: UnsafeRawBufferPointer) -> Bool {
        let rows = sink.rows
        let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
        let used = unsafe csv_parse(
            &parser, line.baseAddress, line.count,
            { field, length, context in
                guard let context = unsafe context else { return }
                let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.block.fieldStarts.append(sink.block.bytes.count)
                if let field = unsafe field {
                    unsafe sink.block.bytes.append(
                        contentsOf: UnsafeRawBufferPointer(start: field, count: length))
                }
                sink.block.fieldEnds.append(sink.block.bytes.count)
                sink.openFields += 1
            },
            { _, context in
                guard let context = unsafe context else { return }
                let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.block.recordEnds.append(sink.block.fieldEnds.count)
                sink.rows += 1
                sink.openFields = 0
                sink.bytesBefore = sink.block.bytes.count
                sink.fieldsBefore = sink.block.fieldEnds.count
            }, context)
        // Without CSV_STRICT libcsv stops early only when memory ends.
        precondition(used == line.count, "libcsv ran out of memory")
        return sink.rows > rows
    }
}
