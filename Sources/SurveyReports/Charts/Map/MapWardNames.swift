/// The names of the former wards, each in its own ward where it hides least.
struct MapWardNames {
    private(set) var texts: [HTML] = []
    /// What the names cover, with their halo.
    private(set) var boxes: [LabelBox] = []

    private static let size = 12.0
    /// Letters with two marks on top of each other, and the halo.
    private static let height = 17.0
    /// Units between the places tried, and the most places across or down.
    private static let step = 3.0
    private static let mostSteps = 32.0

    /// - Parameters:
    ///   - wards: The former ward of each group.
    ///   - regions: The inside of each group's shape.
    ///   - dots: Where a group is a dot.
    ///   - height: Of the drawing, units.
    init(wards: [String?], regions: [MapRegion], dots: [[GridPoint]], height: Double) {
        for ward in Set(wards.compactMap(\.self)).sorted() where !ward.isEmpty {
            let groups = wards.indices.filter { wards[$0] == ward }
            let own = groups.map { regions[$0] }.filter { $0.right > $0.left }
            let width = LabelBox.width(ward, size: Self.size, isBold: true) + 3
            let places =
                (own.isEmpty ? Self.places(among: groups.flatMap { dots[$0] }) : Self.places(in: own))
                .map { LabelBox(x: $0.x, y: $0.y, width: width, height: Self.height) }
                .filter { box in
                    box.left >= 1 && box.right <= MapProjection.width - 1 && box.top >= 1
                        && box.bottom <= height - 1 && !boxes.contains(where: box.overlaps)
                }
            let middle = (x: Self.mean(places.map(\.x)), y: Self.mean(places.map(\.y)))
            let costs = places.map { box -> Double in
                let (dx, dy) = (box.x - middle.x, box.y - middle.y)
                let hidden = own.isEmpty ? 0 : Self.hidden(by: box, of: own)
                let hiddenDots = dots.reduce(0) { $0 + $1.count { box.contains($0) } }
                return hidden + Double(hiddenDots) + (dx * dx + dy * dy).squareRoot() / 100
            }
            guard let best = places.indices.min(by: { costs[$0] < costs[$1] }) else { continue }
            let box = places[best]
            boxes.append(box)
            // A plate under the name: it reads on every shade, and in programs that draw no halo.
            texts.append(
                SVG.box(box.left, box.top, box.right - box.left, box.bottom - box.top, "ward-plate"))
            texts.append(SVG.text(box.x, box.bottom - 4, ward, "label ward-name", anchor: "middle"))
        }
    }

    /// How many shapes a name would hide, parts added up; what lies outside its ward counts six.
    private static func hidden(by box: LabelBox, of regions: [MapRegion]) -> Double {
        let points = box.lattice
        var outside = points.count
        var hidden = 0.0
        for region in regions where box.overlaps(region.box) {
            let inside = points.count { region.contains(x: $0.x, y: $0.y) }
            outside -= min(inside, outside)
            hidden += min(1, Double(inside) / Double(points.count) * box.area / max(1, region.area))
        }
        return hidden + Double(outside) / Double(points.count) * 6
    }

    /// Points of a lattice inside a ward.
    private static func places(in regions: [MapRegion]) -> [(x: Double, y: Double)] {
        lattice(
            left: regions.map(\.left).min(), right: regions.map(\.right).max(),
            top: regions.map(\.top).min(), bottom: regions.map(\.bottom).max()
        ).filter { place in regions.contains { $0.contains(x: place.x, y: place.y) } }
    }

    /// Points of a lattice about a ward of dots.
    private static func places(among dots: [GridPoint]) -> [(x: Double, y: Double)] {
        lattice(
            left: dots.map(\.x).min(), right: dots.map(\.x).max(), top: dots.map { $0.y - height }.min(),
            bottom: dots.map { $0.y + height }.max())
    }

    private static func lattice(left: Double?, right: Double?, top: Double?, bottom: Double?)
        -> [(x: Double, y: Double)]
    {
        guard let left, let right, let top, let bottom else { return [] }
        let step = max(step, max(right - left, bottom - top) / mostSteps)
        return stride(from: top, through: bottom, by: step).flatMap { y in
            stride(from: left, through: right, by: step).map { (x: $0, y: y) }
        }
    }

    private static func mean(_ numbers: [Double]) -> Double {
        numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
    }
}

extension LabelBox {
    fileprivate var area: Double { (right - left) * (bottom - top) }

    fileprivate func contains(_ point: GridPoint) -> Bool {
        left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
    }

    /// Points all over the box, its edges included.
    fileprivate var lattice: [(x: Double, y: Double)] {
        (0...8).flatMap { across in
            (0...2).map { down in
                (
                    x: left + (right - left) * Double(across) / 8, y: top + (bottom - top) * Double(down) / 2
                )
            }
        }
    }
}
