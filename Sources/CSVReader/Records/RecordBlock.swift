/// A run of complete records: bytes that hold the fields, and where each field starts and ends in them.
package struct RecordBlock: Sendable {
    package internal(set) var bytes: [UInt8] = []
    /// Position in `bytes` of each field.
    package internal(set) var fieldStarts: [Int] = []
    /// Position in `bytes` behind each field.
    package internal(set) var fieldEnds: [Int] = []
    /// Position in `fieldEnds` behind the last field of each record.
    package internal(set) var recordEnds: [Int] = []
    /// Physical line, from 1, on which each record starts.
    package internal(set) var lines: [Int] = []
    /// Number of each record in the file, from 1; the header is one.
    package internal(set) var numbers: [Int] = []
    /// What was rejected between the records.
    package internal(set) var issues: [ReadIssue] = []
    /// Lines with nothing on them.
    package internal(set) var blankLines = 0

    /// Lines that the dialect calls comments.
    package internal(set) var commentLines = 0

    package var count: Int { recordEnds.count }

    package func fieldCount(of record: Int) -> Int {
        recordEnds[record] - (record == 0 ? 0 : recordEnds[record - 1])
    }

    /// The bytes of one field, quotes removed.
    package func bytes(of field: Int, in record: Int) -> ArraySlice<UInt8> {
        let index = (record == 0 ? 0 : recordEnds[record - 1]) + field
        return bytes[fieldStarts[index]..<fieldEnds[index]]
    }

    /// The fields of one record as text.
    package func texts(of record: Int) -> [String] {
        (0..<fieldCount(of: record)).map { String(decoding: bytes(of: $0, in: record), as: UTF8.self) }
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
