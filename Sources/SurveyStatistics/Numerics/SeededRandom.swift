internal import Foundation

/// Random numbers that are the same on every machine: SplitMix64.
///
/// - Source: G. L. Steele, D. Lea, C. H. Flood, Fast Splittable Pseudorandom Number Generators (OOPSLA 2014).
public struct SeededRandom: Sendable {
    private var state: UInt64

    /// The seed is mixed first: streams of neighbouring seeds must not be shifts of one another.
    public init(seed: UInt64) { state = Self.mixed(seed &+ 0x5DEE_CE66_D1CE_4E5B) }

    /// 64 random bits.
    public mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A whole number from 0 to `limit` − 1.
    public mutating func below(_ limit: Int) -> Int {
        Int(bits().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// A number above 0 and below 1.
    public mutating func share() -> Double { (Double(bits() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// A draw from the standard normal distribution.
    public mutating func normal() -> Double { Distributions.normalQuantile(share()) }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
