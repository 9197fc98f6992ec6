/// A code for each row, in as few bytes as all codes fit into: one, two or four.
package struct CodeList: Sendable {
    // One of the three holds the codes.
    private var bytes: [UInt8] = []
    private var narrow: [UInt16] = []
    private var wide: [UInt32] = []
    package let count: Int

    init(bytes: [UInt8]) {
        self.bytes = bytes
        count = bytes.count
    }

    init(narrow: [UInt16]) {
        self.narrow = narrow
        count = narrow.count
    }

    package init(wide: [UInt32]) {
        self.wide = wide
        count = wide.count
    }

    /// Codes below `limit`.
    init(_ codes: [UInt32], below limit: Int) {
        if limit <= Int(UInt8.max) + 1 {
            self.init(bytes: codes.map { UInt8(truncatingIfNeeded: $0) })
        } else if limit <= Int(UInt16.max) + 1 {
            self.init(narrow: codes.map { UInt16(truncatingIfNeeded: $0) })
        } else {
            self.init(wide: codes)
        }
    }

    /// Each row's own number.
    static func each(_ count: Int) -> CodeList { CodeList((0..<count).map { UInt32($0) }, below: count) }

    package subscript(row: Int) -> Int {
        if !bytes.isEmpty { return Int(bytes[row]) }
        return narrow.isEmpty ? Int(wide[row]) : Int(narrow[row])
    }

    /// The list with another code in some rows; `limit` is above all codes.
    func replacing(_ rows: [Int], with code: Int, below limit: Int) -> CodeList {
        if !bytes.isEmpty, limit <= Int(UInt8.max) + 1 {
            var new = bytes
            for row in rows { new[row] = UInt8(truncatingIfNeeded: code) }
            return CodeList(bytes: new)
        }
        var new = (0..<count).map { UInt32(self[$0]) }
        for row in rows { new[row] = UInt32(code) }
        return CodeList(new, below: limit)
    }

    /// Writes the codes of some rows (ascending) into `codes` from its start on.
    package func copy(_ rows: ArraySlice<UInt32>, into codes: inout [UInt32]) {
        guard let first = rows.first.map(Int.init), let last = rows.last.map(Int.init) else { return }
        if last - first == rows.count - 1 {
            copy(first...last, into: &codes)
        } else if !bytes.isEmpty {
            Self.copy(bytes, rows, into: &codes)
        } else if !narrow.isEmpty {
            Self.copy(narrow, rows, into: &codes)
        } else {
            Self.copy(wide, rows, into: &codes)
        }
    }

    /// The same of rows that follow each other.
    func copy(_ rows: ClosedRange<Int>, into codes: inout [UInt32]) {
        if !bytes.isEmpty {
            Self.copy(bytes, rows, into: &codes)
        } else if !narrow.isEmpty {
            Self.copy(narrow, rows, into: &codes)
        } else {
            Self.copy(wide, rows, into: &codes)
        }
    }

    @inline(__always)
    private static func copy<Code: FixedWidthInteger>(
        _ own: [Code], _ rows: ClosedRange<Int>, into codes: inout [UInt32]
    ) {
        precondition(rows.count <= codes.count && rows.lowerBound >= 0 && rows.upperBound < own.count)
        own.withUnsafeBufferPointer { own in
            codes.withUnsafeMutableBufferPointer { codes in
                for place in 0..<rows.count {
                    codes[place] = UInt32(truncatingIfNeeded: own[rows.lowerBound &+ place])
                }
            }
        }
    }

    @inline(__always)
    private static func copy<Code: FixedWidthInteger>(
        _ own: [Code], _ rows: ArraySlice<UInt32>, into codes: inout [UInt32]
    ) {
        precondition(rows.count <= codes.count)
        own.withUnsafeBufferPointer { own in
            rows.withUnsafeBufferPointer { rows in
                codes.withUnsafeMutableBufferPointer { codes in
                    for place in rows.indices {
                        let row = Int(rows[place])
                        precondition(row < own.count)
                        codes[place] = UInt32(truncatingIfNeeded: own[row])
                    }
                }
            }
        }
    }

    /// How many of some rows have each code below `limit`.
    package func counts(of rows: [UInt32], below limit: Int) -> [Int] {
        var counts = Array(repeating: 0, count: limit)
        for row in rows { counts[self[Int(row)]] += 1 }
        return counts
    }
}
