/// Random numbers that are the same on every machine: SplitMix64, whole numbers only.
///
/// ```swift
/// var random = SplitMix64(seed: 2025)
/// let die = 1 + random.below(6)
/// ```
///
/// - Source: G. L. Steele, D. Lea, C. H. Flood, Fast Splittable Pseudorandom Number Generators (OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// The seed is mixed first: streams of neighbouring seeds must not be shifts of one another.
    package init(seed: UInt64) { state = Self.mixed(seed &+ 0x5DEE_CE66_D1CE_4E5B) }

    /// A stream that starts at a state: for a seed that is mixed already.
    package init(state: UInt64) { self.state = state }

    /// 64 random bits.
    @inlinable package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A whole number from 0 to `limit` − 1; `limit` at least 1.
    ///
    /// It multiplies (D. Lemire, 2019): a division would take longer than all the rest. For the limits of a ward it
    /// favours no number by more than one in 10¹⁶.
    @inlinable package mutating func below(_ limit: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// A number above 0 and below 1.
    @inlinable package mutating func share() -> Double {
        (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992
    }

    /// The 64 bits in another order that depends on all of them; one-to-one.
    @inlinable package static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
