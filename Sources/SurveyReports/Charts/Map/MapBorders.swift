/// The lines between former wards, and around them all.
struct MapBorders {
    let lines: [[GridPoint]]

    /// How far beside a line we look for a neighbour, in units: more than two lines simplified apart lie from each
    /// other, less than a shape is wide.
    private static let reach = 1.2
    /// Units. A shorter piece is taken for what it lies between: at sharp corners we look past the neighbour.
    private static let shortest = 8.0

    /// - Parameters:
    ///   - wards: The former ward of each shape; nil shapes make no border.
    ///   - regions: The inside of each shape.
    init(topology: MapTopology, wards: [String?], regions: [MapRegion]) {
        lines = topology.arcs.flatMap { arc -> [[GridPoint]] in
            guard let user = arc.users.first, let ward = wards[user] else { return [] }
            if arc.users.contains(where: { $0 != user }) {
                return arc.users.contains { wards[$0] != ward } ? [arc.points] : []
            }
            // Nobody shares this line point by point. That is the outer edge, or neighbours drawn each on its own.
            let others = regions.indices.filter { $0 != user && wards[$0] == ward }.map { regions[$0] }
            return Self.runs(of: arc.points) { start, end in
                Self.beside(start, end).contains { place in
                    others.contains { $0.contains(x: place.x, y: place.y) }
                }
            }
        }
    }

    /// The pieces of a line that are no inner border.
    private static func runs(of line: [GridPoint], isInner: (GridPoint, GridPoint) -> Bool) -> [[GridPoint]] {
        var runs: [(isInner: Bool, points: [GridPoint])] = []
        for (start, end) in zip(line, line.dropFirst()) {
            let inner = isInner(start, end)
            if runs.last?.isInner == inner {
                runs[runs.count - 1].points.append(end)
            } else {
                runs.append((inner, [start, end]))
            }
        }
        var joined: [(isInner: Bool, points: [GridPoint])] = []
        for run in runs {
            if let last = joined.last, last.isInner == run.isInner || length(run.points) < shortest {
                joined[joined.count - 1].points += run.points.dropFirst()
            } else if joined.count == 1, length(joined[0].points) < shortest {
                joined[0] = (run.isInner, joined[0].points + run.points.dropFirst())
            } else {
                joined.append(run)
            }
        }
        return joined.filter { !$0.isInner }.map(\.points)
    }

    private static func length(_ line: [GridPoint]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    }

    private static func distance(_ one: GridPoint, _ other: GridPoint) -> Double {
        ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
    }

    /// Two points, one on each side of the middle of a line.
    private static func beside(_ start: GridPoint, _ end: GridPoint) -> [(x: Double, y: Double)] {
        let length = distance(start, end)
        guard length > 0 else { return [] }
        let across = (x: (start.y - end.y) / length * reach, y: (end.x - start.x) / length * reach)
        let middle = (x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
        return [(middle.x + across.x, middle.y + across.y), (middle.x - across.x, middle.y - across.y)]
    }
}
