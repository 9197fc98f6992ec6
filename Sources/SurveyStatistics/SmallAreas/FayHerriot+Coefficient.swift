internal import Foundation

extension FayHerriot {
    /// One regression coefficient.
    public struct Coefficient: Sendable, Equatable {
        /// The estimate.
        public let value: Double
        /// Its standard error, given Â.
        public let standardError: Double

        /// The estimate in standard errors.
        public var tValue: Double { value / standardError }

        /// Chance of an estimate at least as far from 0 if the coefficient were 0: two-sided, normal.
        public var pValue: Double { erfc(abs(tValue) / 2.0.squareRoot()) }
    }
}
