/// The area-level model of Fay and Herriot: y = x'β + v + e, with the sampling variance D of e known per area.
///
/// `Method` says how the variance A of the area effects v is estimated; an estimate below 0 is set to 0. Values
/// may be on any scale; variances are squared units of it. The order of areas is the caller's throughout.
///
/// ```swift
/// let fit = try FayHerriot(
///     values: [1.1, 0.6, 0.9, 1.2, 0.8], variances: [0.02, 0.01, 0.03, 0.02, 0.01],
///     covariates: [[0.4], [0.1], [0.3], [0.5], [0.2]])
/// print(fit.areas[0].value, fit.areas[0].meanSquaredError)
/// print(fit.synthetic([0.25]).value)  // an area without a sample
/// ```
///
/// - Source: R. E. Fay, R. A. Herriot, Estimates of Income for Small Places, JASA 74 (1979), 269–277;
///   J. N. K. Rao, I. Molina, Small Area Estimation, 2nd ed. (2015), 6.1–6.2. Agrees with R package sae 1.3.
public struct FayHerriot: Sendable {
    /// The method that estimated the area variance.
    public let method: Method
    /// Â: the variance of the area effects, 0 or above.
    public let areaVariance: Double
    /// β̂: the intercept first, if there is one, then the covariates in the caller's order.
    public let coefficients: [Coefficient]
    /// The covariance matrix of β̂, row by row.
    public let covariance: [[Double]]
    /// Scoring steps taken.
    public let iterations: Int
    /// Whether the last step was within the precision asked.
    public let isConverged: Bool
    /// One result for each area, in the caller's order.
    public let areas: [Area]

    let data: FayHerriotData
    let system: FayHerriotSystem

    /// Fits the model to all areas that have a direct estimate.
    ///
    /// `values`: m direct estimates. `variances`: their sampling variances, above 0. `covariates`: m rows of
    /// equal length, without the intercept if `hasIntercept`; a row may be empty. `precision`: the relative
    /// change of Â below which scoring stops. Its default is that of R's sae, so that published figures are met;
    /// R stops early: full convergence (1e-10) moves Â of the milk data by 6e-6 of itself.
    ///
    /// - Throws: `FayHerriotError` where lengths differ, a number is not finite, a variance is not above 0,
    ///   there are no more areas than coefficients, or covariates are collinear.
    public init(
        values: [Double], variances: [Double], covariates: [[Double]], hasIntercept: Bool = true,
        method: Method = .reml, precision: Double = 1e-4, maximumIterations: Int = 100
    ) throws(FayHerriotError) {
        let data = try FayHerriotData(
            values: values, variances: variances, covariates: covariates, hasIntercept: hasIntercept)
        let scoring = try FayHerriotScoring(
            data, method: method, precision: precision, maximumIterations: maximumIterations)
        let system = try FayHerriotSystem(data, areaVariance: scoring.areaVariance)
        let covariance = system.covariance
        self.data = data
        self.system = system
        self.method = method
        areaVariance = scoring.areaVariance
        iterations = scoring.iterations
        isConverged = scoring.isConverged
        self.covariance = (0..<covariance.rows).map { row in
            (0..<covariance.columns).map { covariance[row, $0] }
        }
        coefficients = system.coefficients.indices.map {
            Coefficient(value: system.coefficients[$0], standardError: covariance[$0, $0].squareRoot())
        }
        areas = Self.areas(data, system, method: method)
    }
}

extension FayHerriot {
    /// How the area variance is estimated.
    public enum Method: String, Sendable, CaseIterable {
        /// Restricted maximum likelihood.
        case reml
        /// Maximum likelihood.
        case ml
        /// Fay and Herriot's method of moments.
        case moments
    }
}
