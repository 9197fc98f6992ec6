/// Ids as they come, one a row.
struct IDList: Sendable {
    private var bytes: [UInt8] = []
    /// By row: position in `bytes` behind its id; a row without one adds nothing.
    private var ends: [UInt32] = []
    /// By row: of what ids are compared by. Equal ids have equal hashes.
    private var hashes: [UInt64] = []
    /// Rows without an id.
    private(set) var missing: [Int] = []

    var count: Int { ends.count }

    func written(_ row: Int) -> ArraySlice<UInt8> {
        bytes[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])]
    }

    /// Gives `body` the hashes, the ends of ids in the bytes, and the bytes.
    @inline(__always)
    func withHashes<Result>(
        _ body: (UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt8>) ->
            Result
    ) -> Result {
        hashes.withUnsafeBufferPointer { hashes in
            ends.withUnsafeBufferPointer { ends in
                bytes.withUnsafeBufferPointer { body(hashes, ends, $0) }
            }
        }
    }

    /// nil: no id.
    mutating func append(_ id: HouseholdID?) {
        if let id, !id.text.isEmpty { bytes += id.text.utf8 } else { missing.append(count) }
        ends.append(UInt32(bytes.count))
        hashes.append(id.map { IDReader.hash($0.key.utf8) } ?? 0)
    }

    /// An id that is compared by its bytes in small letters.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>, hash: UInt64) {
        bytes += cell
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
    }

    mutating func reserve(rows: Int, bytes count: Int) {
        bytes.reserveCapacity(count)
        ends.reserveCapacity(rows)
        hashes.reserveCapacity(rows)
    }
}
