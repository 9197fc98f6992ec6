internal import Foundation

/// What the model says of all areas on the arcsine scale θ = arcsin√p: jointly normal.
///
/// θ of an area = centre of its group + loading·(β* − β̂) + the group's own error + the area's own error. At the
/// level of areas every area is its own group.
struct SharePosterior: Sendable {
    struct Group: Sendable {
        /// The EBLUP, or x'β̂ without a sample.
        let centre: Double
        /// The mean squared error of the centre.
        let variance: Double
        /// How the error of β̂ enters: (1 − γ)·x.
        let loading: [Double]
        /// γ; nil without a sample.
        let gamma: Double?

        /// E[sin²θ] for θ normal: not sin² of the centre, whose bias is half the truth at p = 0.05, n = 10.
        ///
        /// - Source: sin²θ = (1 − cos 2θ)/2 and E cos 2θ = cos(2·centre)·exp(−2·variance).
        var expectedShare: Double { (1 - cos(2 * centre) * exp(-2 * variance)) / 2 }
    }

    let level: ShareAreas.Level
    let groups: [Group]
    /// The group of each area.
    let groupOfArea: [Int]
    /// The variance of areas within a group; 0 at the level of areas.
    let variationWithin: Double
    /// The covariance of β̂; nil where there is no regression.
    let coefficientCovariance: Matrix?
    let fit: FayHerriot?

    func group(_ area: Int) -> Group { groups[groupOfArea[area]] }

    /// The variance of the area's θ around its centre.
    func variance(_ area: Int) -> Double { group(area).variance + variationWithin }

    /// sin²θ, θ brought into 0…π/2 first.
    static func share(angle: Double) -> Double {
        let root = sin(min(max(angle, 0), .pi / 2))
        return root * root
    }
}
