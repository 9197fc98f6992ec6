/// Counts how often each of 64 bits was set, in two masks at once, for many cells.
///
/// A cell has a byte for each bit, eight to a word, and its bytes are written out before any is full: adding a mask is
/// eight additions, not 64.
struct MaskCounter: Sendable {
    /// Two masks with a byte of 0 or 1 in place of each bit.
    struct Spread {
        fileprivate let known, yes: SIMD8<UInt64>

        @inline(__always)
        init(known: UInt64, yes: UInt64) {
            self.known = Self.spread(known)
            self.yes = Self.spread(yes)
        }

        @inline(__always)
        private static func spread(_ mask: UInt64) -> SIMD8<UInt64> {
            var words = SIMD8<UInt64>()
            for place in 0..<8 { words[place] = ofByte[Int(mask >> UInt64(place &* 8) & 0xFF)] }
            return words
        }

        /// The eight bits of a byte as eight bytes.
        private static let ofByte: [UInt64] = (0..<256).map { byte in
            (0..<8).reduce(0) { $0 | UInt64(byte >> $1 & 1) << UInt64($1 * 8) }
        }
    }

    /// Two to a cell: known, yes.
    private var words: [SIMD8<UInt64>] = []
    private var pending: [UInt8] = []
    private var written: [Int: [Int]] = [:]

    /// Makes room for so many cells.
    mutating func grow(to cells: Int) {
        guard cells > pending.count else { return }
        let more = max(cells, pending.count * 2) - pending.count
        words += repeatElement(SIMD8(), count: more * 2)
        pending += repeatElement(0, count: more)
    }

    /// Adds the masks to a cell.
    @inline(__always)
    mutating func add(_ masks: Spread, to cell: Int) {
        if pending[cell] == UInt8.max { write(cell) }
        pending[cell] &+= 1
        words.withUnsafeMutableBufferPointer { words in
            words[cell &* 2] &+= masks.known
            words[cell &* 2 &+ 1] &+= masks.yes
        }
    }

    @inline(never)
    private mutating func write(_ cell: Int) {
        let counts = counts(cell)
        written[cell] = counts.known + counts.yes
        pending[cell] = 0
        (words[cell * 2], words[cell * 2 + 1]) = (SIMD8(), SIMD8())
    }

    /// How often each bit of the two masks was set.
    func counts(_ cell: Int) -> (known: [Int], yes: [Int]) {
        let before = written[cell]
        func counts(_ mask: Int) -> [Int] {
            (0..<64).map { bit in
                let byte = words[cell * 2 + mask][bit / 8] >> UInt64(bit % 8 * 8) & 0xFF
                return (before?[mask * 64 + bit] ?? 0) + Int(byte)
            }
        }
        return (counts(0), counts(1))
    }
}
