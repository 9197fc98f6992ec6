internal import CFieldScan

/// The vectorised scanner of plain lines. It takes only what libcsv would read alike.
struct FieldScanner {
    // Fields with a doubled quote; kept between calls.
    private var doubled: [UInt32] = []

    private static let mostDoubled = 1 << 12

    /// Adds the records of whole lines, up to the first line that libcsv must read.
    ///
    /// - Returns: behind the last byte taken, and the physical lines that were taken, blank ones among them.
    mutating func scan(
        _ bytes: [UInt8], _ range: Range<Int>, _ dialect: CSVDialect, line: Int, number: Int,
        into block: inout RecordBlock
    ) -> (end: Int, lines: Int) {
        if doubled.isEmpty { doubled = Array(repeating: 0, count: Self.mostDoubled) }
        block.makeRoom(bytes: range.count)
        var found = run(bytes, range, dialect, line: line - block.firstLine, &block)
        let text = unsafe bytes.withUnsafeBufferPointer {
            unsafe field_scan_text($0.baseAddress, range.lowerBound, found.end)
        }
        if text < found.end {
            // libcsv's path names the line that is no text; the lines before it stand.
            let sound = bytes[range.lowerBound..<text].lastIndex { $0 == 0x0A || $0 == 0x0D }
            let end = sound.map { $0 + 1 } ?? range.lowerBound
            found = run(bytes, range.lowerBound..<end, dialect, line: line - block.firstLine, &block)
        }
        for record in block.count..<found.records {
            block.recordNumbers[record] = UInt32(number - block.firstNumber + record - block.count)
        }
        block.count = found.records
        block.fields = found.fields
        block.blankLines += found.blankLines
        undo(found.doubled, bytes, quote: dialect.quote, in: &block)
        return (found.end, found.lines)
    }

    /// How far the scan came, and what the block holds then.
    private struct Found {
        let end, fields, records, lines, blankLines, doubled: Int
    }

    private mutating func run(
        _ bytes: [UInt8], _ range: Range<Int>, _ dialect: CSVDialect, line: Int, _ block: inout RecordBlock
    ) -> Found {
        guard !range.isEmpty else {
            return Found(
                end: range.lowerBound, fields: block.fields, records: block.count, lines: 0, blankLines: 0,
                doubled: 0)
        }
        let (fields, records) = (block.fields, block.count)
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe block.fieldStarts.withUnsafeMutableBufferPointer { starts in
                unsafe block.fieldEnds.withUnsafeMutableBufferPointer { ends in
                    unsafe block.recordEnds.withUnsafeMutableBufferPointer { recordEnds in
                        unsafe block.recordLines.withUnsafeMutableBufferPointer { recordLines in
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
                                unsafe result.fields = fields
                                unsafe result.records = records
                                unsafe result.lines = line
                                let end = unsafe field_scan(
                                    bytes.baseAddress, range.lowerBound, range.upperBound, dialect.delimiter,
                                    dialect.quote, &result)
                                return unsafe Found(
                                    end: end, fields: result.fields, records: result.records,
                                    lines: result.lines - line, blankLines: result.blank_lines,
                                    doubled: result.doubled_count)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes fields with doubled quotes as they read.
    private func undo(_ count: Int, _ bytes: [UInt8], quote: UInt8, in block: inout RecordBlock) {
        for field in doubled[..<count] {
            let index = Int(field)
            let written = Int(block.fieldStarts[index])..<Int(block.fieldEnds[index])
            let start = block.undone.count
            block.undone.append(addingCapacity: written.count) { span in
                unsafe span.withUnsafeMutableBufferPointer { free, filled in
                    unsafe bytes.withUnsafeBufferPointer { bytes in
                        var isSecond = false
                        for place in written {
                            let byte = unsafe bytes[place]
                            isSecond = byte == quote && !isSecond
                            unsafe free[filled] = byte
                            filled += isSecond ? 0 : 1
                        }
                    }
                }
            }
            block.fieldStarts[index] = UInt32(start)
            block.fieldEnds[index] = UInt32(block.undone.count)
            block.undoneFields.append(index)
        }
    }
}
