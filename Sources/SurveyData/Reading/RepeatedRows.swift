internal import Basics

/// Rows that have one id, found by a hash of it.
struct RepeatedRows {
    private static let buckets = 1024

    let ids: IDColumn
    /// Of an id: its own hash, and its bytes as written. Ids that are one have one hash.
    let hash: @Sendable (UInt64, UnsafeBufferPointer<UInt8>) -> UInt64
    /// Whether two rows of one hash have one id.
    let areOne: @Sendable (Int, Int) -> Bool

    /// Groups of rows (ascending) whose ids are one, each ascending, by their first row.
    func groups(_ rows: [UInt32], threads: Int) -> [[UInt32]] {
        let shards = min(max(threads, 1), rows.count / Self.buckets + 1)
        let sorted = parallelMap(shards, threads: threads) { shard in
            self.sorted(rows[rows.count * shard / shards..<rows.count * (shard + 1) / shards])
        }
        let found = parallelMap(Self.buckets, threads: threads) { bucket in
            groups(sorted.flatMap { $0.entries[$0.starts[bucket]..<$0.starts[bucket + 1]] })
        }
        return found.flatMap(\.self).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// A row with a part of its hash, the bucket's bits not among it.
    private struct Entry {
        let hash, row: UInt32
    }

    /// The rows by bucket: of a size whose table stays in the cache.
    private func sorted(_ rows: ArraySlice<UInt32>) -> (starts: [Int], entries: [Entry]) {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(rows.count)
        ids.forEach(rows) { hashes.append(hash($1, $2)) }
        var starts = Array(repeating: 0, count: Self.buckets + 1)
        for hash in hashes { starts[Self.bucket(hash) + 1] += 1 }
        for bucket in 0..<Self.buckets { starts[bucket + 1] += starts[bucket] }
        var next = starts
        var entries = Array(repeating: Entry(hash: 0, row: 0), count: rows.count)
        for (row, hash) in zip(rows, hashes) {
            let bucket = Self.bucket(hash)
            entries[next[bucket]] = Entry(hash: UInt32(truncatingIfNeeded: hash), row: row)
            next[bucket] += 1
        }
        return (starts, entries)
    }

    private static func bucket(_ hash: UInt64) -> Int { Int(hash >> 54) }

    private func groups(_ entries: [Entry]) -> [[UInt32]] {
        guard entries.count > 1 else { return [] }
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        // A slot holds a position in `entries` and 1; 0: it is free.
        var slots = Array(repeating: UInt32(0), count: size)
        var groups: [UInt32: [UInt32]] = [:]
        for (place, entry) in entries.enumerated() {
            var slot = Int(entry.hash &* 0x9E37_79B9 >> 7) & (size - 1)
            while slots[slot] != 0 {
                let other = entries[Int(slots[slot]) - 1]
                if other.hash == entry.hash, areOne(Int(other.row), Int(entry.row)) { break }
                slot = (slot + 1) & (size - 1)
            }
            if slots[slot] == 0 {
                slots[slot] = UInt32(place + 1)
            } else {
                let first = entries[Int(slots[slot]) - 1].row
                groups[first, default: [first]].append(entry.row)
            }
        }
        return groups.keys.sorted().compactMap { groups[$0] }
    }
}

extension RepeatedRows {
    /// Rows whose ids are the same household's.
    init(of ids: IDColumn) {
        self.init(ids: ids) { hash, _ in
            hash
        } areOne: {
            ids[$0] == ids[$1]
        }
    }

    /// Rows whose ids differ in nothing but leading zeros and the size of letters.
    init(withoutLeadingZeros ids: IDColumn) {
        @Sendable func hash(_ row: Int) -> UInt64 {
            ids.written(row).withUnsafeBufferPointer(Self.hashWithoutLeadingZeros)
        }
        self.init(ids: ids) {
            Self.hashWithoutLeadingZeros($1)
        } areOne: {
            hash($0) == hash($1)
        }
    }

    /// The hash of an id in small letters without zeros before the digits of a number.
    private static func hashWithoutLeadingZeros(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var isInNumber = false
        for place in id.indices {
            let byte = id[place]
            let isDigit = byte &- 0x30 <= 9
            let isLast = place + 1 == id.count || id[place + 1] &- 0x30 > 9
            if isDigit, !isInNumber, byte == 0x30, !isLast { continue }
            isInNumber = isDigit
            let small = byte &- 0x41 <= 25 ? byte | 0x20 : byte
            hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
        }
        return SplitMix64.mixed(hash)
    }
}
