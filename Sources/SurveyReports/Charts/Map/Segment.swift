/// A straight piece of a shape's border, in units.
struct Segment: Sendable {
    let x1, y1, x2, y2: Double

    init(x1: Double, y1: Double, x2: Double, y2: Double) {
        self.x1 = x1
        self.y1 = y1
        self.x2 = x2
        self.y2 = y2
    }

    init(_ start: GridPoint, _ end: GridPoint) {
        self.init(x1: start.x, y1: start.y, x2: end.x, y2: end.y)
    }

    func squaredDistance(x: Double, y: Double) -> Double {
        let (dx, dy) = (x2 - x1, y2 - y1)
        let length = dx * dx + dy * dy
        let share = length == 0 ? 0 : min(1, max(0, ((x - x1) * dx + (y - y1) * dy) / length))
        let (ex, ey) = (x1 + share * dx - x, y1 + share * dy - y)
        return ex * ex + ey * ey
    }

    /// Half the side of the largest square around a point that the segment does not cross.
    func squareDistance(x: Double, y: Double) -> Double {
        let (ax, ay) = (x1 - x, y1 - y)
        let (dx, dy) = (x2 - x1, y2 - y1)
        // max(|x|, |y|) along a line is convex, made of straight pieces; its least value is at an end of one.
        var least = min(max(abs(ax), abs(ay)), max(abs(ax + dx), abs(ay + dy)))
        for (above, below) in [(-ax, dx), (-ay, dy), (ay - ax, dx - dy), (-ax - ay, dx + dy)] where below != 0
        {
            let share = above / below
            if share > 0, share < 1 { least = min(least, max(abs(ax + share * dx), abs(ay + share * dy))) }
        }
        return least
    }
}
