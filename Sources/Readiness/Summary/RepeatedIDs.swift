/// Ids that stand in several rows of a file, by their hashes.
enum RepeatedIDs {
    private static let buckets = 256

    /// The hashes that the lists hold more than once.
    static func hashes(_ lists: [[UInt64]], threads: Int) -> Set<UInt64> {
        // Of a bucket's size, so that its table stays in the cache.
        let starts = starts(lists)
        let sorted = inBuckets(lists, starts)
        let found = parallelMap(buckets, threads: threads) { bucket in
            repeated(sorted[starts[bucket]..<starts[bucket + 1]])
        }
        return Set(found.joined())
    }

    private static func bucket(_ hash: UInt64) -> Int { Int(hash >> 56) }

    private static func starts(_ lists: [[UInt64]]) -> [Int] {
        var starts = Array(repeating: 0, count: buckets + 1)
        for list in lists { for hash in list { starts[bucket(hash) + 1] += 1 } }
        for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
        return starts
    }

    private static func inBuckets(_ lists: [[UInt64]], _ starts: [Int]) -> [UInt64] {
        var next = starts
        var sorted = Array(repeating: UInt64(0), count: starts[buckets])
        for list in lists {
            for hash in list {
                sorted[next[bucket(hash)]] = hash
                next[bucket(hash)] += 1
            }
        }
        return sorted
    }

    private static func repeated(_ hashes: ArraySlice<UInt64>) -> [UInt64] {
        var found: [UInt64] = []
        let size = max(16, (hashes.count * 2).nextPowerOfTwo)
        // A free slot holds 0; a hash of 0 is kept beside the table.
        var slots = Array(repeating: UInt64(0), count: size)
        var zeros = 0
        for hash in hashes {
            if hash == 0 { zeros += 1 }
            var slot = Int(truncatingIfNeeded: hash &* 0xD6E8_FEB8_6659_FD93 >> 20) & (size - 1)
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
            if slots[slot] == hash, hash != 0 { found.append(hash) }
            slots[slot] = hash
        }
        return zeros > 1 ? found + [0] : found
    }
}

extension Int {
    /// The smallest power of two that is not less.
    fileprivate var nextPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
