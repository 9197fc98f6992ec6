/// One residential group, or another small area, of which a share is to be modelled.
public struct ShareArea: Sendable, Equatable {
    /// Unique among the areas; ties and draws follow the order of codes, so that row order never matters.
    public let code: String
    /// The larger unit the area lies in (a former ward).
    public let region: Int
    /// What the registry says of the area, without an intercept; equally many for all areas.
    public let covariates: [Double]
    /// The weight in the ward's share: the area's estimated base, above 0.
    public let weight: Double
    /// What the survey says; nil for an area without a sample.
    public let direct: Direct?

    /// An area; `direct` nil where nobody was interviewed.
    public init(code: String, region: Int, covariates: [Double], weight: Double, direct: Direct?) {
        self.code = code
        self.region = region
        self.covariates = covariates
        self.weight = weight
        self.direct = direct
    }
}

extension ShareArea {
    /// The survey's own figure for one area.
    public struct Direct: Sendable, Equatable {
        /// The direct share, 0…1.
        public let share: Double
        /// Households interviewed, 1 or more.
        public let sampleSize: Int
        /// p(1 − p) / v with v the design variance; nil where v is 0 or unknown (a share of 0 or 1, a full count).
        public let effectiveSize: Double?
        /// Interviewed ÷ all households if v holds the finite population correction, 0 if it does not; 0…1.
        public let samplingFraction: Double

        /// A direct share and the sample it rests on.
        public init(share: Double, sampleSize: Int, effectiveSize: Double?, samplingFraction: Double = 0) {
            self.share = share
            self.sampleSize = sampleSize
            self.effectiveSize = effectiveSize
            self.samplingFraction = samplingFraction
        }
    }
}
