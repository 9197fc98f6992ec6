/// The borders of a map as lines between the points where shapes meet.
///
/// A line that two shapes share is kept once, and is simplified once: so no gap opens between neighbours.
///
/// - Source: Bostock, "TopoJSON", 2012, for the cutting at points whose neighbours differ.
struct MapTopology {
    /// A line, simplified, and whose border it is.
    struct Arc {
        let points: [GridPoint]
        /// Shapes, by number, in the order in which they use it.
        var users: [Int] = []
    }

    private(set) var arcs: [Arc] = []
    /// The rings of each shape, simplified, first point not repeated.
    private(set) var rings: [[[GridPoint]]] = []
    private var numbers: [[GridPoint]: Int] = [:]

    /// - Parameters:
    ///   - shapes: The rings of each shape, first point not repeated.
    ///   - tolerance: How far a border may move, in units.
    init(shapes: [[[GridPoint]]], tolerance: Double) {
        let shapes = shapes.map { $0.map(Self.withoutRepeats).filter { $0.count > 2 } }
        let meetings = Self.meetings(of: shapes.flatMap(\.self))
        for (shape, rings) in shapes.enumerated() {
            self.rings.append(
                rings.map { ring in
                    let lines = Self.cut(ring, at: meetings)
                    let simple = Self.withoutRepeats(
                        lines.flatMap { self.simplified($0, of: shape, tolerance: tolerance).dropLast() })
                    // A sliver between two lines that fall together stays as it was.
                    return Self.hasArea(simple) ? simple : ring
                })
        }
    }

    /// Points where not every ring goes on in the same two directions.
    private static func meetings(of rings: [[GridPoint]]) -> Set<GridPoint> {
        struct Sides: Equatable { let one, other: GridPoint }
        var sides: [GridPoint: Sides] = [:]
        var meetings: Set<GridPoint> = []
        for ring in rings {
            for index in ring.indices {
                let before = ring[(index + ring.count - 1) % ring.count]
                let after = ring[(index + 1) % ring.count]
                let here = Sides(one: min(before, after), other: max(before, after))
                if let known = sides[ring[index]], known != here { meetings.insert(ring[index]) }
                sides[ring[index]] = here
            }
        }
        return meetings
    }

    /// The ring as lines from meeting to meeting; without one, a closed line from its least point.
    private static func cut(_ ring: [GridPoint], at meetings: Set<GridPoint>) -> [[GridPoint]] {
        let start =
            ring.firstIndex(where: meetings.contains)
            ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
        var lines: [[GridPoint]] = []
        var line = [ring[start]]
        for step in 1...ring.count {
            let point = ring[(start + step) % ring.count]
            line.append(point)
            if step == ring.count || meetings.contains(point) {
                lines.append(line)
                line = [point]
            }
        }
        return lines
    }

    /// The line simplified, in its own direction.
    private mutating func simplified(_ line: [GridPoint], of shape: Int, tolerance: Double) -> [GridPoint] {
        // Both neighbours must ask for the same line: the one that reads as the lesser from its end.
        let backward = Array(line.reversed())
        let isBackward = backward.lexicographicallyPrecedes(line)
        let key = isBackward ? backward : line
        let number = numbers[key] ?? arcs.count
        if number == arcs.count {
            numbers[key] = number
            arcs.append(Arc(points: LineSimplification.simplified(key, tolerance: tolerance)))
        }
        arcs[number].users.append(shape)
        return isBackward ? arcs[number].points.reversed() : arcs[number].points
    }

    private static func withoutRepeats(_ ring: [GridPoint]) -> [GridPoint] {
        var result: [GridPoint] = []
        for point in ring where point != result.last { result.append(point) }
        while result.count > 1, result.first == result.last { result.removeLast() }
        return result
    }

    private static func hasArea(_ ring: [GridPoint]) -> Bool {
        guard ring.count > 2 else { return false }
        return ring.indices.reduce(0) { sum, index in
            let next = ring[(index + 1) % ring.count]
            return sum + ring[index].column * next.row - next.column * ring[index].row
        } != 0
    }
}
