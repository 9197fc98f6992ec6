/// Groups that are dots, and how large all of them are drawn.
struct MapDots {
    /// The dots of each group; empty for groups with a shape.
    let places: [[GridPoint]]
    /// Units: as large as leaves most of them apart.
    let radius: Double

    private static let sizes = 3.5...7.5

    init(_ places: [[GridPoint]]) {
        self.places = places
        let all = places.flatMap(\.self)
        let nearest: [Double] = all.indices.compactMap { index in
            all.indices.filter { $0 != index }.map { Self.distance(all[index], all[$0]) }.min()
        }.sorted()
        let typical = nearest.isEmpty ? 2 * Self.sizes.upperBound : nearest[nearest.count / 2]
        radius = min(Self.sizes.upperBound, max(Self.sizes.lowerBound, typical / 2))
    }

    /// Whether no other dot lies on a dot.
    func isFree(_ place: GridPoint) -> Bool {
        places.joined().count { Self.distance($0, place) < 2 * radius } < 2
    }

    private static func distance(_ one: GridPoint, _ other: GridPoint) -> Double {
        ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
    }
}
