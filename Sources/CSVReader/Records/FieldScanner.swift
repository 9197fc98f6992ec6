internal import CFieldScan

/// The vectorised scanner of plain lines. It takes only what libcsv would read alike.
struct FieldScanner {
    /// What one scan took.
    struct Taken {
        var bytes = 0
        /// Physical lines, blank ones among them.
        var lines = 0
        /// The line of each record, from 0 at the first byte.
        var recordLines: ArraySlice<UInt32> = []
    }

    // Kept between calls.
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    private var recordEnds: [UInt32] = []
    private var recordLines: [UInt32] = []
    private var doubled: [UInt32] = []

    private static let mostFields = 1 << 17
    private static let mostRecords = 1 << 15
    private static let mostDoubled = 1 << 12

    /// Appends the records of whole lines to a block, up to the first line that libcsv must read.
    mutating func scan(_ lines: ArraySlice<UInt8>, _ dialect: CSVDialect, into block: inout RecordBlock)
        -> Taken
    {
        if starts.isEmpty {
            starts = Array(repeating: 0, count: Self.mostFields)
            ends = starts
            recordEnds = Array(repeating: 0, count: Self.mostRecords)
            recordLines = recordEnds
            doubled = Array(repeating: 0, count: Self.mostDoubled)
        }
        let found = run(lines, dialect)
        let taken = found.bytes
        guard taken > 0 else { return Taken() }
        let isText = unsafe lines.withUnsafeBufferPointer {
            unsafe field_scan_is_utf8($0.baseAddress, taken) != 0
        }
        // libcsv's path names the line.
        guard isText else { return Taken() }
        append(lines.prefix(taken), found, quote: dialect.quote, to: &block)
        return Taken(bytes: taken, lines: found.lines, recordLines: recordLines[..<found.records])
    }

    /// How much of its arrays the scan filled.
    private struct Found {
        let bytes, fields, records, lines, blankLines, doubled: Int
    }

    private mutating func run(_ lines: ArraySlice<UInt8>, _ dialect: CSVDialect) -> Found {
        unsafe lines.withUnsafeBufferPointer { bytes in
            unsafe starts.withUnsafeMutableBufferPointer { starts in
                unsafe ends.withUnsafeMutableBufferPointer { ends in
                    unsafe recordEnds.withUnsafeMutableBufferPointer { recordEnds in
                        unsafe recordLines.withUnsafeMutableBufferPointer { recordLines in
                            unsafe doubled.withUnsafeMutableBufferPointer { doubled in
                                var result = unsafe field_scan_result()
                                unsafe result.starts = starts.baseAddress
                                unsafe result.ends = ends.baseAddress
                                unsafe result.record_ends = recordEnds.baseAddress
                                unsafe result.record_lines = recordLines.baseAddress
                                unsafe result.doubled = doubled.baseAddress
                                unsafe result.field_capacity = starts.count
                                unsafe result.record_capacity = recordEnds.count
                                unsafe result.doubled_capacity = doubled.count
                                let taken = unsafe field_scan(
                                    bytes.baseAddress, bytes.count, dialect.delimiter, dialect.quote, &result)
                                return unsafe Found(
                                    bytes: taken, fields: result.fields, records: result.records,
                                    lines: result.lines, blankLines: result.blank_lines,
                                    doubled: result.doubled_count)
                            }
                        }
                    }
                }
            }
        }
    }

    private func append(
        _ lines: ArraySlice<UInt8>, _ found: Found, quote: UInt8, to block: inout RecordBlock
    ) {
        let offset = block.bytes.count
        let firstField = block.fieldEnds.count
        block.bytes += lines
        block.fieldStarts.append(contentsOf: starts[..<found.fields].lazy.map { offset + Int($0) })
        block.fieldEnds.append(contentsOf: ends[..<found.fields].lazy.map { offset + Int($0) })
        block.recordEnds.append(
            contentsOf: recordEnds[..<found.records].lazy.map { firstField + Int($0) })
        block.blankLines += found.blankLines
        for field in doubled[..<found.doubled] {
            let index = firstField + Int(field)
            let start = block.bytes.count
            var isSecond = false
            for byte in block.bytes[block.fieldStarts[index]..<block.fieldEnds[index]] {
                if byte == quote, !isSecond {
                    isSecond = true
                    continue
                }
                isSecond = false
                block.bytes.append(byte)
            }
            block.fieldStarts[index] = start
            block.fieldEnds[index] = block.bytes.count
        }
    }
}
