/// A stream of random numbers that is the same on every machine: SplitMix64, integers only.
///
/// Each household, month and purpose has a stream of its own, so nothing depends on the order in which
/// households are visited, and no floating-point result decides a branch.
///
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SeededRandom {
    /// What a stream is drawn for.
    enum Purpose: UInt64 {
        case geography = 1, household, latent, dossiers, contact, interview, sample, dirt, roster, allocation
    }

    private var state: UInt64

    init(seed: UInt64, _ purpose: Purpose, key: UInt64 = 0, month: Int = 0) {
        let first = Self.mixed(seed &+ purpose.rawValue &* 0x9E37_79B9_7F4A_7C15)
        let second = Self.mixed(first ^ (key &* 0xD1B5_4A32_D192_ED03))
        state = second ^ (UInt64(month) &* 0xA24B_AED4_963E_E407)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A whole number 0..<bound; `bound` at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
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

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
