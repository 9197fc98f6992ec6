internal import Foundation

extension SharePosterior {
    /// A unit the model is fitted to: an area or a region.
    struct Unit: Sendable {
        /// nil without a sample.
        let share: Double?
        /// Effective interviews; 0 without a sample.
        let effectiveSize: Double
        let covariates: [Double]
    }

    /// The groups of a Fay-Herriot fit to the units' shares, D = 1 / (4·n_eff).
    ///
    /// The mean squared error is Prasad and Rao's with the area variance A⁺ (`FayHerriot.cautiousVariance`) in
    /// place of Â: (1 − γ)²A⁺ + γ²D + g2 + 2·g3. Where Â is 0 the EBLUP is synthetic, and Â would then claim that
    /// areas do not differ at all. In simulation (97 areas, n = 10 to 60) plain Â covers 87–93 % at a nominal 95 %
    /// in the worst cells, A⁺ at least 94 %. It is never above A⁺ + x'Vx, the error without a sample: where areas
    /// are few and Â is near 0, 2·g3 alone would be, and a sample would seem to make an area less certain.
    static func fitted(_ units: [Unit]) throws(ShareAreasError) -> (
        groups: [Group], covariance: Matrix, fit: FayHerriot
    ) {
        let sampled = units.filter { $0.share != nil }
        let fit: FayHerriot
        let cautious: FayHerriotSystem
        do throws(FayHerriotError) {
            fit = try FayHerriot(
                values: sampled.compactMap { $0.share.map { asin($0.squareRoot()) } },
                variances: sampled.map { 1 / (4 * $0.effectiveSize) },
                covariates: sampled.map(\.covariates), precision: 1e-10, maximumIterations: 200)
            cautious = try FayHerriotSystem(fit.data, areaVariance: fit.cautiousVariance)
        } catch { throw .model(error) }
        guard fit.isConverged else { throw .notConverged }
        var place = 0
        let groups = units.map { unit in
            guard unit.share != nil else { return synthetic(unit, fit, cautious) }
            defer { place += 1 }
            return combined(place, fit, cautious)
        }
        return (groups, cautious.covariance, fit)
    }

    private static func synthetic(_ unit: Unit, _ fit: FayHerriot, _ cautious: FayHerriotSystem) -> Group {
        let row = [1] + unit.covariates
        return Group(
            centre: fit.system.value(at: row),
            variance: cautious.areaVariance + cautious.variance(at: row), loading: row, gamma: nil)
    }

    private static func combined(_ place: Int, _ fit: FayHerriot, _ cautious: FayHerriotSystem) -> Group {
        let area = fit.areas[place]
        let rest = 1 - area.gamma
        let row = fit.data.rows[place]
        let g1 =
            rest * rest * cautious.areaVariance + area.gamma * area.gamma * fit.data.variances[place]
        let line = cautious.variance(at: row)
        let g3 = FayHerriot.ErrorTerms(fit.data, fit.system, method: fit.method)
            .g3(place, fit.data, fit.system)
        let error = g1 + rest * rest * line + 2 * g3
        return Group(
            centre: area.value, variance: min(error, cautious.areaVariance + line),
            loading: row.map { $0 * rest },
            gamma: area.gamma)
    }
}
