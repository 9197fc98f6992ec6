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
        unsafe block.bytes.withUnsafeBytes { text in
            unsafe block.fieldStarts.withUnsafeBufferPointer { starts in
                unsafe block.fieldEnds.withUnsafeBufferPointer { ends in
                    for row in 0..<count {
                        let field = Int(positions[row]) + column
                        unsafe codes[place + row] = code(text, Int(starts[field]), Int(ends[field]))
                    }
                }
            }
        }
    }

    /// `text` has eight bytes or more behind `start`, whatever the field's length.
    @inline(__always)
    private mutating func code(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt32 {
        let length = end - start
        var first = unsafe text.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        var last: UInt64 = 0
        if length < 8 {
            first &= (1 &<< UInt64(8 &* length)) &- 1
        } else {
            last = unsafe text.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)
        }
        let hash = Self.hash(first, last, length)
        var slot = hash & (slots.count &- 1)
        return unsafe slots.withUnsafeBufferPointer { slots -> UInt32? in
            while true {
                let found = unsafe slots[slot]
                if found.code == 0 { return nil }
                if found.first == first, found.last == last, Int(found.length) == length,
                    unsafe length <= 16 || isSame(found.code, text, start, length)
                {
                    return found.code
                }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
        } ?? (unsafe add(UnsafeRawBufferPointer(rebasing: text[start..<end]), first, last, slot))
    }

    @inline(__always)
    private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
        var hash = (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash &>> 32
        return Int(truncatingIfNeeded: hash)
    }

    private func isSame(
        _ code: UInt32, _ text: UnsafeRawBufferPointer, _ start: Int, _ length: Int
    ) -> Bool {
        let from = ends[Int(code) - 1]
        return unsafe bytes.withUnsafeBytes { kept in
            var place = 8
            while place < length - 8 {
                guard
                    unsafe kept.loadUnaligned(fromByteOffset: from + place, as: UInt64.self)
                        == text.loadUnaligned(fromByteOffset: start + place, as: UInt64.self)
                else { return false }
                place += 8
            }
            return true
        }
    }

    @inline(never)
    private mutating func add(
        _ cell: UnsafeRawBufferPointer, _ first: UInt64, _ last: UInt64, _ slot: Int
    ) -> UInt32 {
        guard ends.count <= most else { return Self.notKept }
        let code = UInt32(ends.count)
        unsafe bytes += cell
        ends.append(bytes.count)
        slots[slot] = Slot(first: first, last: last, length: UInt32(cell.count), code: code)
        if ends.count * 2 > slots.count { grow() }
        return code
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for kept in old where kept.code != 0 {
            var slot = Self.hash(kept.first, kept.last, Int(kept.length)) & (slots.count - 1)
            while slots[slot].code != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = kept
        }
    }
}
