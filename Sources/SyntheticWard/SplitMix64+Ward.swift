internal import Basics

/// Each household, month and purpose has a stream of its own, so nothing depends on the order in which households are
/// visited, and no floating-point result decides a branch.
extension SplitMix64 {
    /// What a stream is drawn for.
    enum Purpose: UInt64 {
        case geography = 1, household, latent, dossiers, contact, interview, sample, dirt, roster, allocation
    }

    init(seed: UInt64, _ purpose: Purpose, key: UInt64 = 0, month: Int = 0) {
        let first = Self.mixed(seed &+ purpose.rawValue &* 0x9E37_79B9_7F4A_7C15)
        let second = Self.mixed(first ^ (key &* 0xD1B5_4A32_D192_ED03))
        self.init(state: second ^ (UInt64(month) &* 0xA24B_AED4_963E_E407))
    }

    /// A whole number 0..<1,000,000.
    mutating func perMillion() -> Int { below(1_000_000) }

    /// True with the chance given in millionths; values outside 0…1,000,000 mean never and always.
    mutating func happens(_ millionths: Int) -> Bool { perMillion() < millionths }

    /// An index drawn in proportion to whole weights that add up to `total`.
    mutating func index(weights: [Int], total: Int) -> Int {
        var left = below(total)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }

    /// Moves a random choice of `count` elements of `range` to its front (Fisher and Yates).
    mutating func shuffle<Element>(_ list: inout [Element], front count: Int, in range: Range<Int>) {
        for offset in 0..<count {
            let place = range.lowerBound + offset
            list.swapAt(place, place + below(range.upperBound - place))
        }
    }
}
