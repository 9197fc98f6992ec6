internal import Foundation

extension FayHerriot {
    /// A⁺: the mean of a normal with mean Â and its standard error, cut off at 0: always above 0.
    ///
    /// The posterior mean of A under a flat prior on A ≥ 0, with the restricted likelihood taken as normal.
    ///
    /// - Source: C. N. Morris, JASA 78 (1983), 47–65 (flat prior); the need for a variance above 0: H. Li,
    ///   P. Lahiri, J. Multivariate Analysis 101 (2010), 882–892.
    var cautiousVariance: Double {
        let error = ErrorTerms(data, system, method: method).varianceOfAreaVariance.squareRoot()
        return Self.meanAboveZero(estimate: areaVariance, standardError: error)
    }

    /// The mean of a normal variable given that it is above 0; `estimate` 0 or above.
    static func meanAboveZero(estimate: Double, standardError: Double) -> Double {
        let ratio = estimate / standardError
        let density = exp(-ratio * ratio / 2) / (2 * Double.pi).squareRoot()
        return estimate + standardError * density / (erfc(-ratio / 2.0.squareRoot()) / 2)
    }
}
