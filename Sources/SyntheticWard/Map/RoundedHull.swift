/// The least convex line around points that keeps a distance from all of them.
struct RoundedHull {
    /// Counterclockwise.
    let corners: [PlanePoint]

    init(_ points: [PlanePoint], distance: Double) {
        let directions = Self.directions
        let all = Set(
            points.flatMap { point in
                directions.map { PlanePoint(x: point.x + distance * $0.x, y: point.y + distance * $0.y) }
            }
        ).sorted()
        let lower = Self.chain(all)
        let upper = Self.chain(all.reversed())
        corners = lower.dropLast() + upper.dropLast()
    }

    /// Thirty-two directions, from fractions rather than sines: (1 − t²)/(1 + t²), 2t/(1 + t²).
    private static var directions: [PlanePoint] {
        let quarter = (0..<8).map { step -> PlanePoint in
            let t = Double(step) / 8
            return PlanePoint(x: (1 - t * t) / (1 + t * t), y: 2 * t / (1 + t * t))
        }
        return quarter
            + quarter.map { PlanePoint(x: -$0.y, y: $0.x) } + quarter.map { PlanePoint(x: -$0.x, y: -$0.y) }
            + quarter.map { PlanePoint(x: $0.y, y: -$0.x) }
    }

    /// One side of the hull of sorted points.
    ///
    /// - Source: Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979.
    private static func chain(_ points: [PlanePoint]) -> [PlanePoint] {
        var chain: [PlanePoint] = []
        for point in points {
            while chain.count > 1, chain[chain.count - 2].turn(chain[chain.count - 1], point) <= 0 {
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain
    }
}
