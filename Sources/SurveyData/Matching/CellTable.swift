/// What the cells of one column were read as, found again by their bytes: a repeated answer is read once.
///
/// An open hash table. A column of texts that hardly repeat (ids, addresses) is given up.
struct CellTable: Sendable {
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private var hashes: [UInt64] = []
    private var keyEnds: [Int] = []
    private var keys: [UInt8] = []
    private(set) var readings: [CellReading] = []
    private var hits = 0
    private(set) var isGivenUp = false
    private let mayGiveUp: Bool

    init(mayGiveUp: Bool) { self.mayGiveUp = mayGiveUp }

    private static let mostCells = 1 << 15
    /// So many cells are looked at before a column can be given up.
    private static let trial = 256

    /// The place in `readings` of these bytes; nil where they are new.
    mutating func find(_ cell: ArraySlice<UInt8>, hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if hashes[place] == hash, key(place) == cell {
                hits += 1
                return place
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func add(_ cell: ArraySlice<UInt8>, hash: UInt64, _ reading: CellReading) {
        guard readings.count < Self.mostCells else { return }
        if mayGiveUp, readings.count == Self.trial, hits < Self.trial { isGivenUp = true }
        if (readings.count + 1) * 2 > slots.count { grow() }
        place(readings.count, hash)
        hashes.append(hash)
        keys += cell
        keyEnds.append(keys.count)
        readings.append(reading)
    }

    private func key(_ place: Int) -> ArraySlice<UInt8> {
        keys[(place == 0 ? 0 : keyEnds[place - 1])..<keyEnds[place]]
    }

    private mutating func place(_ index: Int, _ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(index)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() { place(index, hash) }
    }

    /// FNV-1a with a last stir.
    static func hash(_ cell: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }
}
