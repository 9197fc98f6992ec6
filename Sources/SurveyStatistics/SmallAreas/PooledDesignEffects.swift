/// Design effects smoothed over the areas of a region: that of one area is noise.
///
/// The pooled effect is the mean of n·(1/n_eff)/(1 − f), weighted by sample size, over the areas of the region
/// that have one; the finite population correction 1 − f is each area's own and stays out of the pooling. A region
/// with fewer than three such areas takes the mean over all regions; with fewer than three in all it is 1.
struct PooledDesignEffects: Sendable {
    private(set) var byRegion: [Int: Double] = [:]
    private let overall: Double

    /// The fewest areas whose mean is not mere noise; a convention.
    private static let fewestAreas = 3
    /// A complete count keeps a thousandth of its variance: the model needs one, and answers have errors too.
    private static let smallestCorrection = 1e-3

    init(_ areas: [ShareArea]) {
        var sums: [Int: (effects: Double, sizes: Double, areas: Int)] = [:]
        var all = (effects: 0.0, sizes: 0.0, areas: 0)
        for area in areas {
            guard let direct = area.direct, let effective = direct.effectiveSize else { continue }
            let size = Double(direct.sampleSize)
            let effect = size / (effective * Self.correction(direct))
            var sum = sums[area.region] ?? (0, 0, 0)
            sum = (sum.effects + size * effect, sum.sizes + size, sum.areas + 1)
            sums[area.region] = sum
            all = (all.effects + size * effect, all.sizes + size, all.areas + 1)
        }
        overall = all.areas < Self.fewestAreas ? 1 : all.effects / all.sizes
        for area in areas {
            guard let sum = sums[area.region], sum.areas >= Self.fewestAreas else {
                byRegion[area.region] = overall
                continue
            }
            byRegion[area.region] = sum.effects / sum.sizes
        }
    }

    /// n / (pooled design effect · (1 − f)).
    func effectiveSize(_ direct: ShareArea.Direct, region: Int) -> Double {
        Double(direct.sampleSize) / ((byRegion[region] ?? overall) * Self.correction(direct))
    }

    private static func correction(_ direct: ShareArea.Direct) -> Double {
        max(1 - direct.samplingFraction, smallestCorrection)
    }
}
