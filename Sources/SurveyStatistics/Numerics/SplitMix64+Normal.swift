package import Basics

extension SplitMix64 {
    /// A draw from the standard normal distribution.
    package mutating func normal() -> Double { Distributions.normalQuantile(share()) }
}
