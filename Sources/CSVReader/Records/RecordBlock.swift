/// A run of complete records: bytes that hold the fields, and where each field starts and ends in them.
///
/// The storage is kept when a block is filled anew, so the arrays may be longer than what they hold.
package struct RecordBlock: Sendable {
    /// The bytes as read, then fields whose quotes were undone, then `padding` zeros.
    package internal(set) var bytes: [UInt8] = []
    /// Position in `bytes` of each field.
    package internal(set) var fieldStarts: [UInt32] = []
    /// Position in `bytes` behind each field.
    package internal(set) var fieldEnds: [UInt32] = []
    /// Position in `fieldEnds` behind the last field of each record.
    package internal(set) var recordEnds: [UInt32] = []
    /// Physical line on which each record starts, from 0 at the block's first line.
    var recordLines: [UInt32] = []
    /// Number of each record, from 0 at the block's first record.
    var recordNumbers: [UInt32] = []
    /// What was rejected between the records.
    package internal(set) var issues: [ReadIssue] = []
    /// Lines with nothing on them.
    package internal(set) var blankLines = 0
    /// Lines that the dialect calls comments.
    package internal(set) var commentLines = 0
    /// Fields of the complete records that had blanks between their quotes and the separators: these were dropped.
    package internal(set) var trimmedFields = 0
    /// Complete records.
    package internal(set) var count = 0

    /// Fields of the complete records.
    var fields = 0
    /// Physical line, from 1, and number of the record with which the block starts.
    var firstLine = 1
    var firstNumber = 1
    /// Bytes of fields that are not in the file as they read, and which fields these are.
    var undone: [UInt8] = []
    var undoneFields: [Int] = []

    /// Zeros behind the last field: eight bytes can be read wherever a field starts.
    package static let padding = 16

    package init() {}

    var isEmpty: Bool { count == 0 && blankLines == 0 && commentLines == 0 && issues.isEmpty }

    /// Physical line, from 1, on which a record starts.
    package func line(of record: Int) -> Int { firstLine + Int(recordLines[record]) }

    /// The number of a record in the file, from 1; the header is one.
    package func number(of record: Int) -> Int { firstNumber + Int(recordNumbers[record]) }

    /// Position in `fieldStarts` of a record's first field.
    package func firstField(of record: Int) -> Int { record == 0 ? 0 : Int(recordEnds[record - 1]) }

    package func fieldCount(of record: Int) -> Int { Int(recordEnds[record]) - firstField(of: record) }

    /// The bytes of one field, quotes removed.
    package func bytes(of field: Int, in record: Int) -> ArraySlice<UInt8> {
        let index = firstField(of: record) + field
        return bytes[Int(fieldStarts[index])..<Int(fieldEnds[index])]
    }

    /// The bytes of the field at a position in `fieldStarts`, quotes removed.
    package func bytes(ofField field: Int) -> ArraySlice<UInt8> {
        bytes[Int(fieldStarts[field])..<Int(fieldEnds[field])]
    }

    /// The fields of one record as text.
    package func texts(of record: Int) -> [String] {
        (0..<fieldCount(of: record)).map { String(decoding: bytes(of: $0, in: record), as: UTF8.self) }
    }
}

extension RecordBlock {
    /// Empties the block for records from this line and number on.
    mutating func restart(line: Int, number: Int) {
        count = 0
        fields = 0
        blankLines = 0
        commentLines = 0
        trimmedFields = 0
        issues = []
        firstLine = line
        firstNumber = number
        undone.removeAll(keepingCapacity: true)
        undoneFields.removeAll(keepingCapacity: true)
    }

    /// Makes room for what so many bytes can hold.
    mutating func makeRoom(bytes: Int) {
        let fieldRoom = fields + bytes + 1
        if fieldStarts.count < fieldRoom {
            Self.lengthen(&fieldStarts, to: fieldRoom, keeping: fields)
            Self.lengthen(&fieldEnds, to: fieldRoom, keeping: fields)
        }
        let recordRoom = count + bytes + 1
        if recordEnds.count < recordRoom {
            Self.lengthen(&recordEnds, to: recordRoom, keeping: count)
            Self.lengthen(&recordLines, to: recordRoom, keeping: count)
            Self.lengthen(&recordNumbers, to: recordRoom, keeping: count)
        }
    }

    /// Room is for the worst case, a field a byte, of which a tenth is used: what is not used is not touched either.
    /// It at least doubles, so records that come one by one are copied twice on average.
    private static func lengthen(_ numbers: inout [UInt32], to least: Int, keeping kept: Int) {
        let old = numbers
        let room = max(least, old.count * 2)
        numbers = unsafe Array(unsafeUninitializedCapacity: room) { buffer, count in
            for place in 0..<kept { unsafe buffer.initializeElement(at: place, to: old[place]) }
            count = room
        }
    }

    /// Adds a record whose fields are not in the bytes as read.
    mutating func append(_ record: LibCSVParser.Row, line: Int, number: Int) {
        makeRoom(bytes: record.ends.count)
        var start = 0
        for end in record.ends {
            fieldStarts[fields] = UInt32(undone.count + start)
            fieldEnds[fields] = UInt32(undone.count + end)
            undoneFields.append(fields)
            fields += 1
            start = end
        }
        undone += record.bytes
        recordEnds[count] = UInt32(fields)
        recordLines[count] = UInt32(line - firstLine)
        recordNumbers[count] = UInt32(number - firstNumber)
        count += 1
    }

    /// Puts behind the bytes as read what is not in them as it reads.
    mutating func closeBytes() {
        let base = UInt32(bytes.count)
        bytes += undone
        bytes += repeatElement(0, count: Self.padding)
        for field in undoneFields {
            fieldStarts[field] += base
            fieldEnds[field] += base
        }
    }

    /// Moves the block to where it stands in the file.
    mutating func move(lines: Int, numbers: Int) {
        firstLine += lines
        firstNumber += numbers
        issues = issues.map {
            ReadIssue(code: $0.code, line: $0.line + lines, record: $0.record + numbers)
        }
    }
}

/// A line that is no record. The reader goes on behind it.
package struct ReadIssue: Sendable, Equatable {
    package enum Code: Sendable, Equatable {
        /// A quote opens on this line and never closes where it should.
        case unclosedQuote
    }

    package let code: Code
    /// Physical line, from 1, on which the quote opened.
    package let line: Int
    /// The number that the record would have had.
    package let record: Int
}
