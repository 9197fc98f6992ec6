/// Numbers, from 0 in the order they come, for 64-bit keys: an open hash table.
package struct KeyTable: Sendable {
    @usableFromInline
    struct Slot {
        @usableFromInline var key: UInt64 = 0
        /// 0: the slot is free; else the key's number and 1.
        @usableFromInline var place: UInt32 = 0

        init() {}

        init(key: UInt64, place: UInt32) {
            self.key = key
            self.place = place
        }
    }

    @usableFromInline var slots = Array(repeating: Slot(), count: 64)
    /// By number.
    package private(set) var keys: [UInt64] = []

    package init() {}

    /// The number of a key; a new key gets the next one.
    @inlinable
    package mutating func number(of key: UInt64) -> UInt32 { known(key) ?? add(key) }

    /// The number of each row's key; a new key gets the next one.
    ///
    /// - Parameter key: of a row's value in `rows` and its place.
    @inlinable
    package mutating func code(_ rows: inout [UInt32], _ count: Int, _ key: (UInt32, Int) -> UInt64) {
        for row in 0..<count {
            let key = key(rows[row], row)
            rows[row] = number(of: key)
        }
    }

    @inlinable
    func known(_ key: UInt64) -> UInt32? {
        slots.withUnsafeBufferPointer { slots in
            var slot = Self.hash(key) & (slots.count &- 1)
            while slots[slot].place != 0 {
                if slots[slot].key == key { return slots[slot].place &- 1 }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return nil
        }
    }

    @inlinable
    static func hash(_ key: UInt64) -> Int {
        let mixed = key &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32))
    }

    @usableFromInline
    mutating func add(_ key: UInt64) -> UInt32 {
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
