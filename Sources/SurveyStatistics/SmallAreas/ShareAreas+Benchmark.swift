extension ShareAreas {
    /// What the shares are made to add up to.
    public struct WardShare: Sendable, Equatable {
        /// The direct share of the whole ward, above 0 and below 1.
        public let share: Double
        /// Its standard error, above 0; nil if unknown: a large shift is then not noticed.
        public let standardError: Double?

        /// A direct share of the whole ward.
        public init(share: Double, standardError: Double? = nil) {
            self.share = share
            self.standardError = standardError
        }
    }

    /// How the modelled shares were made to add up to the ward's direct share.
    public struct Benchmark: Sendable, Equatable {
        /// The ward's direct share: the weighted mean of the shares.
        public let target: Double
        /// The weighted mean of the shares as modelled.
        public let unbenchmarked: Double
        /// The shift of every share on the logit scale.
        public let logitShift: Double
        /// Whether the mean moved by more than one standard error of the ward's share; nil if that is unknown.
        public let exceedsStandardError: Bool?

        /// How far the mean moved, in share points (0.01 is one percentage point).
        public var shift: Double { target - unbenchmarked }

        init(_ ward: WardShare, raw: [Double], weights: [Double], shift: LogitShift) {
            target = ward.share
            unbenchmarked =
                zip(raw, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
            logitShift = shift.amount
            let moved = abs(ward.share - unbenchmarked)
            exceedsStandardError = ward.standardError.map { moved > $0 }
        }
    }
}
