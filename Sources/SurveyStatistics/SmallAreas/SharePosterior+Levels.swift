internal import Foundation

extension SharePosterior {
    /// Under this many expected successes (or failures) an area, the fit is per region.
    ///
    /// - Source: the project's rules, *Small areas*; arcsin√p is far from normal below.
    private static let fewestExpected = 2.0

    /// The model at the level the data bear; `areas` have been checked.
    init(_ areas: [ShareArea], _ effects: PooledDesignEffects) throws(ShareAreasError) {
        let units = areas.map { area in
            Unit(
                share: area.direct?.share,
                effectiveSize: area.direct.map { effects.effectiveSize($0, region: area.region) } ?? 0,
                covariates: area.covariates)
        }
        if Self.isSparse(areas, units) {
            self = try Self.perRegion(areas, units)
        } else {
            let (groups, covariance, fit) = try Self.fitted(units)
            self.init(
                level: .area, groups: groups, groupOfArea: Array(areas.indices), variationWithin: 0,
                coefficientCovariance: covariance, fit: fit)
        }
    }

    private static func isSparse(_ areas: [ShareArea], _ units: [Unit]) -> Bool {
        var successes = 0.0
        var failures = 0.0
        var count = 0.0
        for (area, unit) in zip(areas, units) {
            guard let direct = area.direct else { continue }
            // A finite population correction does not make successes more.
            let size = min(unit.effectiveSize, Double(direct.sampleSize))
            successes += direct.share * size
            failures += (1 - direct.share) * size
            count += 1
        }
        return min(successes, failures) < fewestExpected * count
    }

    /// Each area gets the figure of its region, with what areas within a region differ added to the variance.
    ///
    /// Covariates are used only if at least three degrees of freedom are left for the variance of regions; else
    /// the regions share an intercept. With fewer than three sampled regions all areas get one value.
    private static func perRegion(_ areas: [ShareArea], _ units: [Unit]) throws(ShareAreasError) -> Self {
        let regions = Set(areas.map(\.region)).sorted()
        let members = regions.map { region in areas.indices.filter { areas[$0].region == region } }
        let merged = members.map { Self.merged($0, areas, units) }
        let sampled = merged.filter { $0.share != nil }.count
        guard sampled >= 3 else { return common(Self.merged(Array(areas.indices), areas, units), units) }
        var groupOfArea = Array(repeating: 0, count: areas.count)
        for (group, places) in members.enumerated() { for place in places { groupOfArea[place] = group } }
        let (groups, covariance, fit) = try Self.fittedRegions(merged, sampled: sampled)
        return Self(
            level: .region, groups: groups, groupOfArea: groupOfArea,
            variationWithin: Self.variationWithin(units, groups, groupOfArea),
            coefficientCovariance: covariance, fit: fit)
    }

    private static func common(_ whole: Unit, _ units: [Unit]) -> Self {
        let groupOfArea = Array(repeating: 0, count: units.count)
        let groups = [
            Group(
                centre: asin((whole.share ?? 0).squareRoot()), variance: 1 / (4 * whole.effectiveSize),
                loading: [], gamma: 1)
        ]
        return Self(
            level: .common, groups: groups, groupOfArea: groupOfArea,
            variationWithin: Self.variationWithin(units, groups, groupOfArea),
            coefficientCovariance: nil, fit: nil)
    }

    private static func fittedRegions(_ regions: [Unit], sampled: Int) throws(ShareAreasError) -> (
        groups: [Group], covariance: Matrix, fit: FayHerriot
    ) {
        let covariates = regions.first?.covariates.count ?? 0
        let degreesOfFreedom = sampled - 1 - covariates
        if degreesOfFreedom >= 3 {
            do throws(ShareAreasError) { return try fitted(regions) } catch {
                // Covariates that differ within regions only are collinear between them.
                guard error == .model(.collinearCovariates) else { throw error }
            }
        }
        return try fitted(
            regions.map { Unit(share: $0.share, effectiveSize: $0.effectiveSize, covariates: []) })
    }

    /// The region's share over all interviews, and the effective size with the same variance.
    private static func merged(_ places: [Int], _ areas: [ShareArea], _ units: [Unit]) -> Unit {
        let sizes = places.map { Double(areas[$0].direct?.sampleSize ?? 0) }
        let total = sizes.reduce(0, +)
        let weights = total > 0 ? sizes : places.map { areas[$0].weight }
        let sum = weights.reduce(0, +)
        var covariates = Array(repeating: 0.0, count: areas.first?.covariates.count ?? 0)
        for (place, weight) in zip(places, weights) {
            for column in covariates.indices {
                covariates[column] += weight / sum * areas[place].covariates[column]
            }
        }
        guard total > 0 else { return Unit(share: nil, effectiveSize: 0, covariates: covariates) }
        var share = 0.0
        var variance = 0.0
        for (place, size) in zip(places, sizes) {
            guard let direct = units[place].share else { continue }
            share += size * direct / total
            variance += (size / total) * (size / total) / units[place].effectiveSize
        }
        return Unit(share: min(1, share), effectiveSize: 1 / variance, covariates: covariates)
    }
}
