/// Why a Fay-Herriot model could not be fitted; `area` counts from 0.
public enum FayHerriotError: Error, Sendable, Equatable {
    /// Values, variances and covariate rows are not equally many.
    case differentLengths(values: Int, variances: Int, covariates: Int)
    /// A value or a covariate is not a finite number.
    case notFinite(area: Int)
    /// A sampling variance is not a finite number above 0.
    case variance(area: Int)
    /// A covariate row is not as long as the first.
    case rowLength(area: Int)
    /// There must be more areas than coefficients, and at least one coefficient.
    case tooFewAreas(areas: Int, coefficients: Int)
    /// One covariate is a combination of the others, or constant beside an intercept.
    case collinearCovariates
}
