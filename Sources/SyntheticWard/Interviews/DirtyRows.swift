internal import Basics

/// Which rows of one month's file are spoiled, and how.
///
/// At most one way a row.
struct DirtyRows {
    /// By position among the month's interviews; nil is a clean row.
    private let kinds: [DirtyKind?]

    /// - Parameter spared: rows of the group with three households, which stay whole.
    init(interviews: Int, spared: Range<Int>, month: Int, seed: UInt64) {
        var kinds: [DirtyKind?] = Array(repeating: nil, count: interviews)
        var random = SplitMix64(seed: seed, .dirt, month: month)
        for kind in DirtyKind.allCases where kind != .totalsRow {
            var left = kind.count(interviews: interviews)
            while left > 0 {
                let row = random.below(interviews)
                if kinds[row] != nil || spared.contains(row) { continue }
                kinds[row] = kind
                left -= 1
            }
        }
        self.kinds = kinds
    }

    func kind(ofRow row: Int) -> DirtyKind? { kinds[row] }
}
