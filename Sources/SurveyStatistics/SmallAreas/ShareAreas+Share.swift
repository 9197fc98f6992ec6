extension ShareAreas {
    /// What the model was fitted to.
    public enum Level: String, Sendable {
        /// The areas themselves.
        case area
        /// Regions: each area has its region's figure.
        case region
        /// All areas as one: each has the common figure.
        case common
    }

    /// What the figure of an area rests on.
    public enum Basis: String, Sendable {
        /// The area's own sample and the covariates.
        case combined
        /// The covariates alone: the area, or its whole region, has no sample.
        case synthetic
        /// The figure of the region, or of all areas, as a whole.
        case pooled
    }

    /// The modelled share of one area.
    public struct Share: Sendable, Equatable {
        /// The area's code.
        public let code: String
        /// The share, benchmarked, 0…1.
        public let value: Double
        /// The interval at the level asked, benchmarked, 0…1.
        public let interval: ClosedRange<Double>
        /// The share before the benchmark.
        public let unbenchmarked: Double
        /// The survey's own share; nil without a sample.
        public let direct: Double?
        /// What the figure rests on.
        public let basis: Basis
        /// Whether anybody in the area was interviewed.
        public let isSampled: Bool
        /// The weight of the direct figure (the region's, if pooled), 0…1; nil if it has none.
        public let gamma: Double?
        /// The mean squared error behind interval and draws, on the arcsine scale.
        public let meanSquaredError: Double
        /// Where the area stands among all; nil without draws.
        public let standing: Standing?

        init(
            _ area: ShareArea, _ place: Int, _ posterior: SharePosterior, shift: LogitShift,
            confidence: Double, standing: Standing?
        ) {
            let group = posterior.group(place)
            let variance = posterior.variance(place)
            let margin = Distributions.normalQuantile((1 + confidence) / 2) * variance.squareRoot()
            let lower = shift.applied(to: SharePosterior.share(angle: group.centre - margin))
            let upper = shift.applied(to: SharePosterior.share(angle: group.centre + margin))
            code = area.code
            value = shift.applied(to: group.expectedShare)
            interval = lower...max(lower, upper)
            unbenchmarked = group.expectedShare
            direct = area.direct?.share
            isSampled = area.direct != nil
            gamma = group.gamma
            basis = group.gamma == nil ? .synthetic : posterior.level == .area ? .combined : .pooled
            meanSquaredError = variance
            self.standing = standing
        }
    }

    /// Where an area stands among all, by joint draws.
    public struct Standing: Sendable, Equatable {
        /// The chance that the share is below the target, 0…1; nil if no target was given.
        public let chanceBelowTarget: Double?
        /// The mean rank over the draws; rank 1 is the lowest share.
        public let expectedRank: Double
        /// The ranks at the level asked.
        public let rankInterval: ClosedRange<Int>
    }
}
