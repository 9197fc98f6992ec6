internal import CFieldScan

/// Numbers for the cells of one column: a repeated cell is looked at once, not once a row.
///
/// An open hash table of the cells' bytes.
package struct CellCoder: Sendable {
    /// The code of a cell that came when the table was full. The others are numbered from 1.
    package static let notKept: UInt32 = 0

    private var slots: [cell_slot]
    private var bytes: [UInt8] = []
    /// Position in `bytes` behind each cell, by code; the first is no cell.
    private var ends = [0]
    private var longest = 0
    private var unknown: [UInt32] = []
    private let most: Int

    /// - Parameter most: cells kept; later ones are not told apart.
    package init(most: Int = 1 << 15) {
        self.most = most
        slots = Self.free(Self.fewestSlots)
    }

    /// Codes so far, the one for cells that were not kept included.
    package var count: Int { ends.count }

    /// Whether no further cell is kept.
    package var isFull: Bool { ends.count > most }

    /// The code of one cell; a new cell gets the next one while there is room.
    package mutating func code(_ cell: ArraySlice<UInt8>) -> UInt32 {
        add(Array(cell) + repeatElement(0, count: RecordBlock.padding), 0, cell.count)
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
        var unknown: [UInt32] = []
        swap(&unknown, &self.unknown)
        if unknown.count < count { unknown = Array(repeating: 0, count: count) }
        let unknowns = codeKnown(block, positions, count, column, &codes, place, &unknown)
        for row in unknown[..<unknowns] {
            let field = Int(positions[Int(row)]) + column
            codes[place + Int(row)] = add(
                block.bytes, Int(block.fieldStarts[field]), Int(block.fieldEnds[field]))
        }
        swap(&unknown, &self.unknown)
    }

    /// Codes of the fields whose cells have one; returns how many have none yet, of which the rows go to `unknown`.
    private func codeKnown(
        _ block: RecordBlock, _ positions: [UInt32], _ count: Int, _ column: Int, _ codes: inout [UInt32],
        _ place: Int, _ unknown: inout [UInt32]
    ) -> Int {
        unsafe withTable { table in
            unsafe block.bytes.withUnsafeBufferPointer { text in
                unsafe block.fieldStarts.withUnsafeBufferPointer { starts in
                    unsafe block.fieldEnds.withUnsafeBufferPointer { ends in
                        unsafe positions.withUnsafeBufferPointer { positions in
                            unsafe codes.withUnsafeMutableBufferPointer { codes in
                                unsafe unknown.withUnsafeMutableBufferPointer { unknown in
                                    unsafe cell_codes(
                                        &table, text.baseAddress, starts.baseAddress, ends.baseAddress,
                                        positions.baseAddress, count, column,
                                        codes.baseAddress.map { unsafe $0 + place }, unknown.baseAddress)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The code of a cell that had none when it was looked for, but may have got one since. Behind the cell `text` is
    /// padded.
    private mutating func add(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt32 {
        let (key, place) = unsafe withTable { table in
            unsafe text.withUnsafeBufferPointer { text in
                var key = unsafe cell_key_of(text.baseAddress, start, end)
                return (key, unsafe cell_find(&table, &key, text.baseAddress, start))
            }
        }
        guard slots[place].size == Self.noCell else { return slots[place].code }
        guard ends.count <= most else { return Self.notKept }
        let code = UInt32(ends.count)
        bytes += text[start..<end]
        ends.append(bytes.count)
        longest = max(longest, end - start)
        slots[place] = cell_slot(
            first: key.first, last: key.last, hash: key.hash, size: key.size, code: code)
        if slots.count < ends.count * Self.slotsPerCell(slots.count) { grow() }
        return code
    }

    private func withTable<Result>(_ body: (inout cell_table) -> Result) -> Result {
        unsafe slots.withUnsafeBufferPointer { slots in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe ends.withUnsafeBufferPointer { ends in
                    var table = unsafe cell_table(
                        slots: slots.baseAddress, shift: Self.shift(slots.count), longest: longest,
                        bytes: bytes.baseAddress, ends: ends.baseAddress)
                    return unsafe body(&table)
                }
            }
        }
    }

    private mutating func grow() {
        let old = slots
        slots = Self.free(old.count * 2)
        let shift = UInt64(Self.shift(slots.count))
        for kept in old where kept.size != Self.noCell {
            var place = Int(truncatingIfNeeded: kept.hash &>> shift)
            while slots[place].size != Self.noCell { place = (place + 1) & (slots.count - 1) }
            slots[place] = kept
        }
    }

    /// The highest bits of a hash are a slot's place.
    private static func shift(_ slots: Int) -> Int32 { Int32(64 - slots.trailingZeroBitCount) }

    /// The size in a free slot.
    private static let noCell = UInt32.max
    private static let fewestSlots = 128

    /// Few cells are spread wide, so each is found where it is looked for first.
    private static func slotsPerCell(_ slots: Int) -> Int { slots <= 1 << 12 ? 8 : 2 }

    private static func free(_ count: Int) -> [cell_slot] {
        Array(repeating: cell_slot(first: 0, last: 0, hash: 0, size: noCell, code: 0), count: count)
    }
}
