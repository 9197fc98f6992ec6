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

    /// The number of a key; a new key gets the next one.
    @inline(__always)
    mutating func code(_ key: UInt64) -> UInt32 {
        var slot = Self.hash(key) & (slots.count &- 1)
        while true {
            let found = slots[slot]
            if found.place == 0 { return add(key, slot) }
            if found.key == key { return found.place &- 1 }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        let mixed = key &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32))
    }

    @inline(never)
    private mutating func add(_ key: UInt64, _ slot: Int) -> UInt32 {
        keys.append(key)
        slots[slot] = Slot(key: key, place: UInt32(keys.count))
        if keys.count * 2 > slots.count {
            slots = Array(repeating: Slot(), count: slots.count * 2)
            for (place, key) in keys.enumerated() {
                var slot = Self.hash(key) & (slots.count - 1)
                while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = Slot(key: key, place: UInt32(place + 1))
            }
        }
        return UInt32(keys.count - 1)
    }
}
