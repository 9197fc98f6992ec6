package import Basics

extension SplitMix64 {
    /// The stream of a test's seed.
    package init(test seed: Int) { self.init(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15) }

    /// True with a chance of 0…1.
    package mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
}
