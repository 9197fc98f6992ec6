internal import Foundation

/// Modelled shares of small areas: direct figures strengthened by covariates, made to add up to the ward.
///
/// θ = arcsin√p follows a Fay-Herriot model (REML) with D = 1/(4·n_eff), the design effect pooled per region. The
/// share is E[sin²θ]; interval ends are sin² of EBLUP ± z·√MSE. Then one shift on the logit scale makes the shares,
/// weighted, equal to the ward's direct share; ends move by the same shift. Where there are under two expected
/// successes (or failures) an area, the fit is per region: `level` says so. Results are the same for every order of
/// the areas, to the last bit.
///
/// ```swift
/// let modelled = try ShareAreas(areas, ward: .init(share: 0.31, standardError: 0.02), target: 0.5, seed: 7)
/// for share in modelled.shares where share.basis == .synthetic { print(share.code, share.value) }
/// ```
///
/// - Source: Rao and Molina (2015), 6.1–6.4; benchmark: Datta, Ghosh, Steorts, Maples, TEST 20 (2011), 574–588, a
///   shift found after the back-transform.
public struct ShareAreas: Sendable {
    /// One result for each area, in the caller's order.
    public let shares: [Share]
    /// What the model was fitted to.
    public let level: Level
    /// The model on the arcsine scale, its areas sorted by code or region; nil at the level `common`.
    public let fit: FayHerriot?
    /// The variance, on the arcsine scale, of areas within a region; 0 at the level of areas.
    public let variationWithin: Double
    /// The design effect used for each region, net of finite population corrections.
    public let designEffects: [Int: Double]
    /// How the shares were made to add up; nil if no ward share was given.
    public let benchmark: Benchmark?
    /// The level of all intervals, above 0 and below 1.
    public let confidence: Double
    /// The seed of the draws.
    public let seed: UInt64
    /// Joint draws behind ranks and chances.
    public let draws: Int

    /// Models the shares of all areas; those without a sample get a synthetic share.
    ///
    /// `ward`: the direct share to benchmark to. `target`: a share 0…1; the chance to lie below it is then given.
    /// `draws`: 0 for shares without their standing (chances and ranks), which takes most of the time.
    ///
    /// - Throws: `ShareAreasError` where an area's figures cannot be, no area has a sample, the ward's share is 0
    ///   or 1, or there are too few areas for the covariates.
    public init(
        _ areas: [ShareArea], ward: WardShare? = nil, confidence: Double = 0.95, target: Double? = nil,
        seed: UInt64, draws: Int = 2_000
    ) throws(ShareAreasError) {
        precondition(confidence > 0 && confidence < 1, "a confidence level is above 0 and below 1")
        precondition(draws >= 0, "a number of draws")
        try Self.check(areas, ward: ward)
        // All work is in the order of codes: sums, draws and ties do not depend on the order of rows.
        let order = areas.indices.sorted { areas[$0].code < areas[$1].code }
        let sorted = order.map { areas[$0] }
        let effects = PooledDesignEffects(sorted)
        let posterior = try SharePosterior(sorted, effects)
        let raw = sorted.indices.map { posterior.group($0).expectedShare }
        let weights = sorted.map(\.weight)
        let shift = ward.map { LogitShift(shares: raw, weights: weights, target: $0.share) } ?? .none
        let drawn =
            draws > 0 ? ShareDraws(posterior, shift: shift, target: target, seed: seed, count: draws) : nil
        let results = sorted.indices.map { place in
            Share(
                sorted[place], place, posterior, shift: shift, confidence: confidence,
                standing: drawn?.standing(place, confidence: confidence, hasTarget: target != nil))
        }
        shares = zip(order, results).sorted { $0.0 < $1.0 }.map(\.1)
        level = posterior.level
        fit = posterior.fit
        variationWithin = posterior.variationWithin
        designEffects = effects.byRegion
        benchmark = ward.map { Benchmark($0, raw: raw, weights: weights, shift: shift) }
        self.confidence = confidence
        self.seed = seed
        self.draws = draws
    }
}
