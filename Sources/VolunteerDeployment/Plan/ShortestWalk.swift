internal import Basics

/// The shortest way past some doors, which begins and ends where it likes: from each door in turn the nearest next
/// one, then pieces turned round (2-opt) and moved (Or-opt) while that shortens it.
///
/// - Source: G. A. Croes, Operations Research 6 (1958) 791–812; I. Or, Traveling Salesman-Type Combinatorial Problems
///   (1976).
enum ShortestWalk {
    /// A door, in metres north and east of any point.
    struct Point: Sendable, Equatable {
        let north, east: Double

        func distance(to other: Point) -> Double {
            let (north, east) = (north - other.north, east - other.east)
            return (north * north + east * east).squareRoot()
        }
    }

    /// The places of the points in walking order, the end with the smaller place first.
    static func order(_ points: [Point]) -> [Int] {
        if points.count < 3 { return Array(points.indices) }
        var best: (length: Double, order: [Int])?
        for start in points.indices.prefix(mostStarts) {
            let order = shortened(nearest(points, from: start), points)
            let length = length(of: order, points)
            if length < (best?.length ?? .infinity) - 1e-9 { best = (length, order) }
        }
        let order = best?.order ?? Array(points.indices)
        return order[0] < order[order.count - 1] ? order : order.reversed()
    }

    static func length(of order: [Int], _ points: [Point]) -> Double {
        zip(order, order.dropFirst()).reduce(0) { $0 + points[$1.0].distance(to: points[$1.1]) }
    }

    /// Of long walks, the first so many doors are tried as the first.
    private static let mostStarts = 12

    private static func nearest(_ points: [Point], from start: Int) -> [Int] {
        var left = points.indices.filter { $0 != start }
        var order = [start]
        while !left.isEmpty {
            let here = points[order[order.count - 1]]
            let next = left.indices.min {
                (points[left[$0]].distance(to: here), $0) < (points[left[$1]].distance(to: here), $1)
            }
            order.append(left.remove(at: next ?? 0))
        }
        return order
    }

    private static func shortened(_ order: [Int], _ points: [Point]) -> [Int] {
        var order = order
        while let shorter = turned(order, points) ?? moved(order, points) { order = shorter }
        return order
    }

    /// The first piece that is better walked the other way.
    private static func turned(_ order: [Int], _ points: [Point]) -> [Int]? {
        func step(_ one: Int, _ other: Int) -> Double {
            // Before the first and after the last door there is nothing to walk.
            guard order.indices.contains(one), order.indices.contains(other) else { return 0 }
            return points[order[one]].distance(to: points[order[other]])
        }
        for first in order.indices {
            for last in order.indices where last > first {
                let before = step(first - 1, first) + step(last, last + 1)
                let after = step(first - 1, last) + step(first, last + 1)
                if after < before - 1e-9 {
                    var turned = order
                    turned[first...last].reverse()
                    return turned
                }
            }
        }
        return nil
    }

    /// The first piece of up to three doors that is better walked elsewhere.
    private static func moved(_ order: [Int], _ points: [Point]) -> [Int]? {
        let now = length(of: order, points)
        for size in 1...3 where size < order.count {
            for first in 0...(order.count - size) {
                let piece = Array(order[first..<(first + size)])
                let rest = Array(order[..<first] + order[(first + size)...])
                for place in 0...rest.count where place != first {
                    for part in [piece, piece.reversed()] {
                        let other = Array(rest[..<place] + part + rest[place...])
                        if length(of: other, points) < now - 1e-9 { return other }
                    }
                }
            }
        }
        return nil
    }
}
