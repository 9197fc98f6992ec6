internal import Basics

/// Rows that have one id, found by its hash.
enum RepeatedRows {
    private static let buckets = 1024

    /// Groups of rows whose ids are one, each ascending, by their first row.
    static func groups(_ rows: [UInt32], of ids: IDColumn, threads: Int) -> [[UInt32]] {
        let hashes = ids.hashes
        // Of a bucket's size, so that its table stays in the cache.
        var starts = Array(repeating: 0, count: buckets + 1)
        for row in rows { starts[bucket(hashes[Int(row)]) + 1] += 1 }
        for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
        var next = starts
        var sorted = Array(repeating: UInt32(0), count: rows.count)
        for row in rows {
            let bucket = bucket(hashes[Int(row)])
            sorted[next[bucket]] = row
            next[bucket] += 1
        }
        let (inOrder, bounds) = (sorted, starts)
        let found = parallelMap(buckets, threads: threads) { bucket in
            alike(inOrder[bounds[bucket]..<bounds[bucket + 1]], hashes, ids)
        }
        return found.flatMap(\.self).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    private static func bucket(_ hash: UInt64) -> Int { Int(hash >> 54) }

    private static func alike(_ rows: ArraySlice<UInt32>, _ hashes: [UInt64], _ ids: IDColumn) -> [[UInt32]] {
        guard rows.count > 1 else { return [] }
        var size = 16
        while size < rows.count * 2 { size *= 2 }
        // A slot holds a row and 1; 0: it is free.
        var slots = Array(repeating: UInt32(0), count: size)
        var groups: [UInt32: [UInt32]] = [:]
        for row in rows {
            let hash = hashes[Int(row)]
            var slot = Int(truncatingIfNeeded: hash &* 0xD6E8_FEB8_6659_FD93 >> 20) & (size - 1)
            while slots[slot] != 0 {
                let other = slots[slot] - 1
                if hashes[Int(other)] == hash, ids[Int(other)] == ids[Int(row)] { break }
                slot = (slot + 1) & (size - 1)
            }
            if slots[slot] == 0 {
                slots[slot] = row + 1
            } else {
                groups[slots[slot] - 1, default: [slots[slot] - 1]].append(row)
            }
        }
        return groups.keys.sorted().compactMap { groups[$0] }
    }
}
