/// How a confidence interval is made.
public enum IntervalMethod: String, Sendable, Hashable, CaseIterable, Codable {
    /// Value ± t · standard error, design degrees of freedom.
    case t
    /// t interval on the log-odds scale, transformed back (R `svyciprop(method = "logit")`).
    case logit
    /// Korn-Graubard: Clopper-Pearson at the effective sample size (R `svyciprop(method = "beta")`).
    case beta
    /// `beta` with the effective sample size truncated at the actual one, as NCHS presents proportions.
    case betaTruncated
    /// t interval on the scale of arcsin √p, transformed back (R `svyciprop(method = "asin")`).
    case arcsine
    /// Wilson's score interval at the effective sample size, with t for z.
    case wilson
}

/// A confidence interval and how it was made.
public struct ConfidenceInterval: Sendable, Hashable {
    /// Lower and upper bound, in the units of the estimate.
    public let lower, upper: Double
    /// The confidence level, 0.95 unless asked otherwise.
    public let level: Double
    /// How the bounds were made.
    public let method: IntervalMethod

    /// An interval as made by `method`.
    public init(lower: Double, upper: Double, level: Double, method: IntervalMethod) {
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
    }

    /// Upper bound − lower bound.
    public var width: Double { upper - lower }
}

/// A survey estimate: never a value without its uncertainty and its base.
///
/// - Source: T. Lumley, Complex Surveys (2010), ch. 2; R package survey.
public struct Estimate: Sendable, Hashable {
    /// The point estimate: a share is 0…1.
    public let value: Double
    /// Square root of the linearised design variance; nil where the design cannot give one (all cases in one PSU).
    public let standardError: Double?
    /// nil at no degrees of freedom, or where the sample shows no variance and is no full count.
    public let interval: ConfidenceInterval?
    /// Cases with an answer in the domain.
    public let base: Int
    /// PSUs − strata, over the strata with a case in the domain.
    public let degreesOfFreedom: Int
    /// Design variance ÷ variance of a simple random sample of the same size (R `deff = TRUE`).
    public let designEffect: Double?
    /// The same against simple random sampling with replacement (R `deff = "replace"`).
    public let designEffectWithReplacement: Double?
    /// Whether every unit of the strata that it speaks of was asked, as their finite population says.
    public let isFullCount: Bool

    /// An estimate with all that must travel with it.
    public init(
        value: Double, standardError: Double?, interval: ConfidenceInterval?, base: Int,
        degreesOfFreedom: Int, designEffect: Double?, designEffectWithReplacement: Double? = nil,
        isFullCount: Bool = false
    ) {
        self.value = value
        self.standardError = standardError
        self.interval = interval
        self.base = base
        self.degreesOfFreedom = degreesOfFreedom
        self.designEffect = designEffect
        self.designEffectWithReplacement = designEffectWithReplacement
        self.isFullCount = isFullCount
    }

    /// `base` ÷ design effect: as many cases of a simple random sample would be as sure. nil where the design
    /// effect is not defined.
    public var effectiveBase: Double? {
        designEffect.flatMap { $0 > 0 ? Double(base) / $0 : nil }
    }

    /// Standard error ÷ value; nil at a value of 0.
    public var coefficientOfVariation: Double? {
        standardError.flatMap { value == 0 ? nil : $0 / abs(value) }
    }
}
