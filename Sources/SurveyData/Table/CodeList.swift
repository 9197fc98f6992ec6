/// A code for each row, in two bytes where all codes fit, else in four.
package struct CodeList: Sendable {
    @usableFromInline let narrow: [UInt16]
    @usableFromInline let wide: [UInt32]

    package init(narrow: [UInt16]) {
        self.narrow = narrow
        wide = []
    }

    package init(wide: [UInt32]) {
        narrow = []
        self.wide = wide
    }

    /// Each row's own number.
    static func each(_ count: Int) -> CodeList { CodeList((0..<count).map { UInt32($0) }, below: count) }

    /// Codes below `limit`.
    init(_ codes: [UInt32], below limit: Int) {
        if limit <= Int(UInt16.max) + 1 {
            self.init(narrow: codes.map { UInt16(truncatingIfNeeded: $0) })
        } else {
            self.init(wide: codes)
        }
    }

    @inlinable package var count: Int { narrow.isEmpty ? wide.count : narrow.count }

    @inlinable
    package subscript(row: Int) -> Int { narrow.isEmpty ? Int(wide[row]) : Int(narrow[row]) }

    /// Writes the codes of some rows into `codes` from `place` on.
    package func copy(_ rows: ArraySlice<UInt32>, into codes: inout [UInt32], from place: Int) {
        precondition(place + rows.count <= codes.count)
        var next = place
        codes.withUnsafeMutableBufferPointer { codes in
            if narrow.isEmpty {
                for row in rows {
                    codes[next] = wide[Int(row)]
                    next &+= 1
                }
            } else {
                narrow.withUnsafeBufferPointer { narrow in
                    for row in rows {
                        precondition(Int(row) < narrow.count)
                        codes[next] = UInt32(narrow[Int(row)])
                        next &+= 1
                    }
                }
            }
        }
    }
}
