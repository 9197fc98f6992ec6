/// Numbers, from 0 in the order they come, for 64-bit keys: an open hash table.
struct KeyTable: Sendable {
    private struct Slot {
        var key: UInt64 = 0
        /// 0: the slot is free; else the key's number and 1.
        var place: UInt32 = 0
    }

    private var slots = Array(repeating: Slot(), count: 64)
    /// By number.
    private(set) var keys: [UInt64] = []

    /// The number of each row's key; a new key gets the next one.
    ///
    /// - Parameter key: of a row's value in `rows` and its place.
    @inline(__always)
    mutating func code(_ rows: inout [UInt32], _ count: Int, _ key: (UInt32, Int) -> UInt64) {
        for row in 0..<count {
            let key = key(rows[row], row)
            rows[row] = known(key) ?? add(key)
        }
    }

    @inline(__always)
    private func known(_ key: UInt64) -> UInt32? {
        slots.withUnsafeBufferPointer { slots in
            var slot = Self.hash(key) & (slots.count &- 1)
            while slots[slot].place != 0 {
                if slots[slot].key == key { return slots[slot].place &- 1 }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return nil
        }
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        let mixed = key &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32))
    }

    @inline(never)
    private mutating func add(_ key: UInt64) -> UInt32 {
        if (keys.count + 1) * 2 > slots.count {
            slots = Array(repeating: Slot(), count: slots.count * 2)
            for (place, key) in keys.enumerated() { insert(key, place) }
        }
        insert(key, keys.count)
        keys.append(key)
        return UInt32(keys.count - 1)
    }

    private mutating func insert(_ key: UInt64, _ place: Int) {
        var slot = Self.hash(key) & (slots.count - 1)
        while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Slot(key: key, place: UInt32(place + 1))
    }
}
