/// What lies nearer to one site than to any other, cut off at a rounded hull around them all.
struct VoronoiCells {
    /// One for each site, counterclockwise, the first corner not repeated.
    let rings: [[PlanePoint]]

    /// What a side of a cell belongs to: the border with another site, or a piece of the hull.
    private enum Side: Hashable {
        case site(Int), hull(Int)
    }

    /// A corner, and the side that goes on from it.
    private struct Corner {
        let point: PlanePoint
        let side: Side
    }

    init(sites: [PlanePoint]) {
        let hull = RoundedHull(sites, distance: Self.spacing(of: sites)).corners
        rings = sites.indices.map { Self.ring(of: $0, sites: sites, hull: hull) }
    }

    /// The mean way to the nearest other site, at least 120 m.
    private static func spacing(of sites: [PlanePoint]) -> Double {
        let nearest = sites.indices.compactMap { site in
            sites.indices.filter { $0 != site }.map { sites[site].squaredDistance(sites[$0]) }.min()
        }
        return max(120, nearest.reduce(0) { $0 + $1.squareRoot() } / Double(max(1, nearest.count)))
    }

    private static func ring(of site: Int, sites: [PlanePoint], hull: [PlanePoint]) -> [PlanePoint] {
        var cell = hull.indices.map { Corner(point: hull[$0], side: .hull($0)) }
        for other in sites.indices where other != site {
            cell = cut(cell, site: sites[site], other: sites[other], side: .site(other))
        }
        return cell.indices.map { index in
            corner(
                between: cell[(index + cell.count - 1) % cell.count].side, cell[index].side, of: site,
                sites: sites, hull: hull) ?? cell[index].point
        }
    }

    /// The part of a cell that is nearer to `site` than to `other`.
    private static func cut(_ cell: [Corner], site: PlanePoint, other: PlanePoint, side: Side) -> [Corner] {
        func lead(_ point: PlanePoint) -> Double {
            point.squaredDistance(other) - point.squaredDistance(site)
        }
        var result: [Corner] = []
        for (index, corner) in cell.enumerated() {
            let next = cell[(index + 1) % cell.count]
            let (here, there) = (lead(corner.point), lead(next.point))
            if here >= 0 { result.append(corner) }
            guard (here >= 0) != (there >= 0) else { continue }
            let share = here / (here - there)
            let crossing = PlanePoint(
                x: corner.point.x + share * (next.point.x - corner.point.x),
                y: corner.point.y + share * (next.point.y - corner.point.y))
            result.append(Corner(point: crossing, side: here >= 0 ? side : corner.side))
        }
        return result
    }

    /// A corner worked out from the sites and lines that meet in it, in the same order for every cell that has it:
    /// so neighbours agree to the last digit.
    private static func corner(
        between one: Side, _ other: Side, of site: Int, sites: [PlanePoint], hull: [PlanePoint]
    ) -> PlanePoint? {
        switch (one, other) {
        case (.site(let left), .site(let right)):
            let three = [site, left, right].sorted().map { sites[$0] }
            return meeting(bisector(three[0], three[1]), bisector(three[0], three[2]))
        case (.site(let neighbour), .hull(let edge)), (.hull(let edge), .site(let neighbour)):
            let two = [site, neighbour].sorted().map { sites[$0] }
            let (start, end) = (hull[edge], hull[(edge + 1) % hull.count])
            let (a, b) = (end.y - start.y, start.x - end.x)
            return meeting(bisector(two[0], two[1]), (a, b, a * start.x + b * start.y))
        case (.hull, .hull): return nil
        }
    }

    /// Points as near to one as to the other: a·x + b·y = c.
    private static func bisector(_ one: PlanePoint, _ two: PlanePoint) -> (a: Double, b: Double, c: Double) {
        (
            two.x - one.x, two.y - one.y,
            ((two.x - one.x) * (two.x + one.x) + (two.y - one.y) * (two.y + one.y)) / 2
        )
    }

    private static func meeting(
        _ one: (a: Double, b: Double, c: Double), _ two: (a: Double, b: Double, c: Double)
    ) -> PlanePoint? {
        let determinant = one.a * two.b - two.a * one.b
        guard abs(determinant) > 1e-9 else { return nil }
        return PlanePoint(
            x: (one.c * two.b - two.c * one.b) / determinant, y: (one.a * two.c - two.a * one.c) / determinant
        )
    }
}
