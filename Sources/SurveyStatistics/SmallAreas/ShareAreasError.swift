/// Why shares could not be modelled; `area` is the code of the area.
public enum ShareAreasError: Error, Sendable, Equatable {
    /// No area has a sample.
    case noSample
    /// Two areas have one code.
    case duplicateCode(area: String)
    /// A direct share is not in 0…1.
    case share(area: String)
    /// A sample size under 1, an effective size not above 0, or a sampling fraction outside 0…1.
    case sampleSize(area: String)
    /// A weight is not a finite number above 0.
    case weight(area: String)
    /// A covariate is not finite, or there are not as many as for the first area.
    case covariates(area: String)
    /// The ward's share to benchmark to is not above 0 and below 1, or its standard error not above 0.
    case wardShare
    /// The area model could not be fitted: too few areas with a sample, or collinear covariates.
    case model(FayHerriotError)
    /// The area variance did not settle.
    case notConverged
}
