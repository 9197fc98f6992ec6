/// The inside of closed lines, in units: where a label has room, and what a point lies in.
struct MapRegion {
    private let segments: [Segment]
    /// Units.
    let left, top, right, bottom: Double

    init(rings: [[GridPoint]]) {
        self.init(
            segments: rings.flatMap { ring in
                ring.indices.map { Segment(ring[$0], ring[($0 + 1) % ring.count]) }
            })
    }

    private init(segments: [Segment]) {
        self.segments = segments
        left = segments.map(\.x1).min() ?? 0
        right = segments.map(\.x1).max() ?? 0
        top = segments.map(\.y1).min() ?? 0
        bottom = segments.map(\.y1).max() ?? 0
    }

    /// Whether the lines wind around a point, holes winding the other way.
    func contains(x: Double, y: Double) -> Bool {
        guard x >= left, x <= right, y >= top, y <= bottom else { return false }
        var winding = 0
        for line in segments where (line.y1 <= y) != (line.y2 <= y) {
            let crossing = line.x1 + (y - line.y1) / (line.y2 - line.y1) * (line.x2 - line.x1)
            if crossing > x { winding += line.y1 <= y ? 1 : -1 }
        }
        return winding != 0
    }

    /// What it lies in.
    var box: LabelBox {
        LabelBox(x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top)
    }

    /// Square units.
    var area: Double { abs(segments.reduce(0) { $0 + ($1.x1 * $1.y2 - $1.x2 * $1.y1) / 2 }) }

    /// The same with all lengths across and down multiplied.
    func scaled(x: Double, y: Double) -> MapRegion {
        MapRegion(
            segments: segments.map {
                Segment(x1: $0.x1 * x, y1: $0.y1 * y, x2: $0.x2 * x, y2: $0.y2 * y)
            })
    }

    /// Half the side of the largest square around a point that no line crosses; negative outside.
    func squareRoom(x: Double, y: Double) -> Double {
        let room = segments.reduce(Double.infinity) { min($0, $1.squareDistance(x: x, y: y)) }
        return contains(x: x, y: y) ? room : -room
    }

    /// Lines from lower left to upper right through the inside.
    func hatch(step: Double) -> [Segment] {
        guard !segments.isEmpty else { return [] }
        let first = Int(((left + top) / step).rounded(.up))
        let last = Int(((right + bottom) / step).rounded(.down))
        guard first <= last else { return [] }
        return (first...last).flatMap { number -> [Segment] in
            // Beside the grid, so that no line goes through a corner.
            let sum = Double(number) * step + 0.037
            let crossings: [Double] = segments.compactMap { line in
                let (start, end) = (line.x1 + line.y1, line.x2 + line.y2)
                guard (start <= sum) != (end <= sum) else { return nil }
                return line.x1 + (sum - start) / (end - start) * (line.x2 - line.x1)
            }.sorted()
            return stride(from: 0, to: crossings.count - 1, by: 2).map {
                Segment(
                    x1: crossings[$0], y1: sum - crossings[$0], x2: crossings[$0 + 1],
                    y2: sum - crossings[$0 + 1])
            }
        }
    }
}
