internal import CLibCSV

/// libcsv, the authority on what a record is. It never trims and it is fed one physical line at a time.
@safe struct LibCSVParser: ~Copyable {
    /// A row as libcsv gives it: its fields one behind the other.
    struct Row {
        var bytes: [UInt8] = []
        /// Position in `bytes` behind each field.
        var ends: [Int] = []
    }

    /// Where libcsv's callbacks write: the fields of the row that is open or has just ended.
    final class Sink {
        var row = Row()
        var hasEnded = false

        func clear() {
            row.bytes.removeAll(keepingCapacity: true)
            row.ends.removeAll(keepingCapacity: true)
            hasEnded = false
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

    /// Forgets an open quote and the fields before it.
    mutating func reset() {
        sink.clear()
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
        if sink.hasEnded { sink.clear() }
        let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
        let used = unsafe csv_parse(
            &parser, line.baseAddress, line.count,
            { field, length, context in
                guard let context = unsafe context else { return }
                let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                if let field = unsafe field {
                    unsafe sink.row.bytes.append(
                        contentsOf: UnsafeRawBufferPointer(start: field, count: length))
                }
                sink.row.ends.append(sink.row.bytes.count)
            },
            { _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue().hasEnded = true
            }, context)
        // Without CSV_STRICT libcsv stops early only when memory ends.
        precondition(used == line.count, "libcsv ran out of memory")
        return sink.hasEnded
    }
}
