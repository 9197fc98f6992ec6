/// Counts how often each of 64 bits was set, in two masks at once, for many cells.
///
/// A count is kept across eight words, a bit of the number in each ("vertical" counters), and written out when the
/// eight are full: adding a mask takes about two words, not 64 counts.
struct MaskCounter: Sendable {
    private static let planes = 8
    private static let full = 1 << planes - 1

    /// `planes` pairs of words a cell.
    private var words: [UInt64] = []
    private var pending: [UInt8] = []
    private var written: [Int: [Int]] = [:]

    /// Makes room for so many cells.
    mutating func grow(to cells: Int) {
        guard cells > pending.count else { return }
        let more = max(cells, pending.count * 2) - pending.count
        words += repeatElement(0, count: more * Self.planes * 2)
        pending += repeatElement(0, count: more)
    }

    @inline(__always)
    mutating func add(_ known: UInt64, _ yes: UInt64, to cell: Int) {
        if pending[cell] == Self.full { write(cell) }
        pending[cell] &+= 1
        var (known, yes) = (known, yes)
        var word = cell &* Self.planes &* 2
        while known != 0 {
            let (oldKnown, oldYes) = (words[word], words[word &+ 1])
            words[word] = oldKnown ^ known
            words[word &+ 1] = oldYes ^ yes
            known &= oldKnown
            yes &= oldYes
            word &+= 2
        }
        while yes != 0 {
            let old = words[word &+ 1]
            words[word &+ 1] = old ^ yes
            yes &= old
            word &+= 2
        }
    }

    @inline(never)
    private mutating func write(_ cell: Int) {
        let counts = counts(cell)
        written[cell] = counts.known + counts.yes
        pending[cell] = 0
        for word in cell * Self.planes * 2..<(cell + 1) * Self.planes * 2 { words[word] = 0 }
    }

    /// How often each bit of the two masks was set.
    func counts(_ cell: Int) -> (known: [Int], yes: [Int]) {
        let before = written[cell] ?? Array(repeating: 0, count: 128)
        func count(_ bit: Int, _ mask: Int) -> Int {
            (0..<Self.planes).reduce(before[mask * 64 + bit]) { sum, plane in
                let word = words[(cell * Self.planes + plane) * 2 + mask]
                return sum + Int(word >> UInt64(bit) & 1) << plane
            }
        }
        return ((0..<64).map { count($0, 0) }, (0..<64).map { count($0, 1) })
    }
}
