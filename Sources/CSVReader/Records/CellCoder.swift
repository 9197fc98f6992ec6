/// Numbers for the cells of one column: a repeated cell is looked at once, not once a row.
///
/// An open hash table keyed by a cell's first and last eight bytes and its length.
package struct CellCoder: Sendable {
    /// The code of a cell that came when the table was full. The others are numbered from 1.
    package static let notKept: UInt32 = 0

    private struct Slot {
        var first: UInt64 = 0
        var last: UInt64 = 0
        var length: UInt32 = 0
        /// 0: the slot is free.
        var code: UInt32 = 0
    }

    private var slots = Array(repeating: Slot(), count: 64)
    private var bytes: [UInt8] = []
    /// Position in `bytes` behind each cell, by code; the first is no cell.
    private var ends = [0]
    private let most: Int

    /// - Parameter most: cells kept; later ones are not told apart.
    package init(most: Int = 1 << 15) { self.most = most }

    /// Codes so far, the one for cells that were not kept included.
    package var count: Int { ends.count }

    /// Whether no further cell is kept.
    package var isFull: Bool { ends.count > most }

    /// The code of one cell; a new cell gets the next one while there is room.
    package mutating func code(_ cell: ArraySlice<UInt8>) -> UInt32 {
        let padded = Array(cell) + Array(repeating: 0, count: 8)
        let own = unsafe padded.withUnsafeBytes { unsafe Cell($0, 0, cell.count) }
        var slot = own.hash & (slots.count - 1)
        while slots[slot].code != 0 {
            let found = slots[slot]
            if found.first == own.first, found.last == own.last, Int(found.length) == own.length,
                self.cell(Int(found.code)) == cell
            {
                return found.code
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(cell)
    }

    /// The cell of a code.
    package func cell(_ code: Int) -> ArraySlice<UInt8> {
        code == 0 ? [] : bytes[ends[code - 1]..<ends[code]]
    }

    /// Codes of the fields at the first `count` positions (in `block.fieldStarts`, `column` behind each) into
    /// `codes` from `place` on.
    package mutating func code(
        _ block: RecordBlock, at positions: [UInt32], count: Int, column: Int,
        into codes: inout [UInt32], from place: Int
    ) {
        precondition(count <= positions.count && place + count <= codes.count)
        var row = 0
        while row < count {
            row = codeKnown(block, positions, row, count, column, &codes, place)
            guard row < count else { return }
            let field = Int(positions[row]) + column
            codes[place + row] = add(block.bytes[Int(block.fieldStarts[field])..<Int(block.fieldEnds[field])])
            row += 1
        }
    }

    /// Codes of the fields up to the first whose cell has none yet; returns its row.
    private func codeKnown(
        _ block: RecordBlock, _ positions: [UInt32], _ first: Int, _ count: Int, _ column: Int,
        _ codes: inout [UInt32], _ place: Int
    ) -> Int {
        let mask = slots.count &- 1
        return unsafe block.bytes.withUnsafeBytes { text in
            unsafe block.fieldStarts.withUnsafeBufferPointer { starts in
                unsafe block.fieldEnds.withUnsafeBufferPointer { ends in
                    unsafe slots.withUnsafeBufferPointer { slots in
                        for row in first..<count {
                            let field = Int(positions[row]) &+ column
                            let cell = unsafe Cell(text, Int(starts[field]), Int(ends[field]))
                            var slot = cell.hash & mask
                            while true {
                                let found = unsafe slots[slot]
                                if found.code == 0 { return row }
                                if found.first == cell.first, found.last == cell.last,
                                    Int(found.length) == cell.length,
                                    unsafe cell.length <= 16 || isSame(found.code, text, cell)
                                {
                                    codes[place &+ row] = found.code
                                    break
                                }
                                slot = (slot &+ 1) & mask
                            }
                        }
                        return count
                    }
                }
            }
        }
    }

    /// What tells a cell from others.
    private struct Cell {
        let start: Int
        let length: Int
        let first, last: UInt64

        /// `text` has eight bytes or more behind `start`, whatever the cell's length.
        @inline(__always)
        init(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) {
            self.start = start
            length = end &- start
            // A short cell's bytes are both its first and its last eight, with zeros behind.
            let kept = length < 8 ? (1 &<< UInt64(8 &* length)) &- 1 : ~0 as UInt64
            first = unsafe text.loadUnaligned(fromByteOffset: start, as: UInt64.self) & kept
            last = unsafe text.loadUnaligned(fromByteOffset: max(start, end &- 8), as: UInt64.self) & kept
        }

        var hash: Int { CellCoder.hash(first, last, length) }
    }

    @inline(__always)
    private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
        var hash = (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash &>> 32
        return Int(truncatingIfNeeded: hash)
    }

    /// Whether a long cell is the kept one, its first and last eight bytes being the same.
    @inline(never)
    private func isSame(_ code: UInt32, _ text: UnsafeRawBufferPointer, _ cell: Cell) -> Bool {
        let from = ends[Int(code) - 1]
        return unsafe bytes.withUnsafeBytes { kept in
            var place = 8
            while place < cell.length - 8 {
                guard
                    unsafe kept.loadUnaligned(fromByteOffset: from + place, as: UInt64.self)
                        == text.loadUnaligned(fromByteOffset: cell.start + place, as: UInt64.self)
                else { return false }
                place += 8
            }
            return true
        }
    }

    private mutating func add(_ field: ArraySlice<UInt8>) -> UInt32 {
        guard ends.count <= most else { return Self.notKept }
        let code = UInt32(ends.count)
        let padded = Array(field) + Array(repeating: 0, count: 8)
        let cell = unsafe padded.withUnsafeBytes { unsafe Cell($0, 0, field.count) }
        bytes += field
        ends.append(bytes.count)
        insert(Slot(first: cell.first, last: cell.last, length: UInt32(cell.length), code: code))
        if ends.count * 4 > slots.count { grow() }
        return code
    }

    private mutating func insert(_ kept: Slot) {
        var slot = Self.hash(kept.first, kept.last, Int(kept.length)) & (slots.count - 1)
        while slots[slot].code != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = kept
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for kept in old where kept.code != 0 { insert(kept) }
    }
}
