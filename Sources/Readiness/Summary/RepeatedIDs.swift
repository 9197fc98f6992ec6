internal import SurveyStatistics

/// Ids that stand in several rows of a file, by their hashes.
enum RepeatedIDs {
    private static let buckets = 1024

    /// The hashes that the lists hold more than once.
    static func hashes(_ lists: [[UInt64]], threads: Int) -> Set<UInt64> {
        // Of a bucket's size, so that its table stays in the cache.
        let sorted = parallelMap(lists.count, threads: threads) { Buckets(lists[$0]) }
        let found = parallelMap(buckets, threads: threads) { bucket in
            repeated(sorted.map { $0.hashes[$0.starts[bucket]..<$0.starts[bucket + 1]] })
        }
        return Set(found.joined())
    }

    /// One list, bucket by bucket.
    private struct Buckets {
        private(set) var hashes: [UInt64]
        let starts: [Int]

        init(_ list: [UInt64]) {
            var starts = Array(repeating: 0, count: buckets + 1)
            for hash in list { starts[Self.bucket(hash) + 1] += 1 }
            for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
            var next = starts
            hashes = Array(repeating: 0, count: list.count)
            for hash in list {
                let bucket = Self.bucket(hash)
                hashes[next[bucket]] = hash
                next[bucket] += 1
            }
            self.starts = starts
        }

        private static func bucket(_ hash: UInt64) -> Int { Int(hash >> 54) }
    }

    private static func repeated(_ lists: [ArraySlice<UInt64>]) -> [UInt64] {
        var found: [UInt64] = []
        let size = max(16, (lists.reduce(0) { $0 + $1.count } * 2).nextPowerOfTwo)
        // A free slot holds 0; a hash of 0 is kept beside the table.
        var slots = Array(repeating: UInt64(0), count: size)
        var zeros = 0
        for list in lists {
            for hash in list {
                if hash == 0 { zeros += 1 }
                var slot = Int(truncatingIfNeeded: hash &* 0xD6E8_FEB8_6659_FD93 >> 20) & (size - 1)
                while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
                if slots[slot] == hash, hash != 0 { found.append(hash) }
                slots[slot] = hash
            }
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
