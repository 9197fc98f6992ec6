/// Where in a region a box has most room around it.
///
/// The point farthest from the border, with lengths measured so that the box is a square: a cell of the plane is
/// divided only while it may hold a better point.
///
/// - Source: Garcia-Castellanos and Lombardo, "Poles of inaccessibility", Scottish Geographical Journal 123 (3), 2007;
///   Agafonkin, "A new algorithm for finding a visual center of a polygon", 2016.
struct LabelRoom {
    /// Middle of the box, units.
    let x, y: Double
    /// How many times larger the box could be there.
    let times: Double

    private struct Cell {
        let x, y, half, room: Double
        /// No point of the cell has more room.
        var bound: Double { room + half }
    }

    /// nil where no point lies inside.
    init?(in region: MapRegion, beside taken: [LabelBox], width: Double, height: Double) {
        let taken = taken.map { $0.scaled(x: 2 / width, y: 2 / height) }
        let square = region.scaled(x: 2 / width, y: 2 / height)
        func cell(_ x: Double, _ y: Double, _ half: Double) -> Cell {
            let room = taken.reduce(square.squareRoom(x: x, y: y)) { min($0, $1.squareRoom(x: x, y: y)) }
            return Cell(x: x, y: y, half: half, room: room)
        }
        let half = max(square.right - square.left, square.bottom - square.top) / 2
        guard half > 0 else { return nil }
        var best = cell((square.left + square.right) / 2, (square.top + square.bottom) / 2, half)
        var cells = [best]
        // Enough for any shape at this precision; a bound, so that odd shapes cannot keep us.
        for _ in 0..<400 {
            guard let index = cells.indices.max(by: { cells[$0].bound < cells[$1].bound }) else { break }
            let widest = cells.remove(at: index)
            if widest.bound - best.room < 0.02 { break }
            let quarter = widest.half / 2
            for (dx, dy) in [
                (-quarter, -quarter), (quarter, -quarter), (-quarter, quarter), (quarter, quarter),
            ] {
                let next = cell(widest.x + dx, widest.y + dy, quarter)
                if next.room > best.room { best = next }
                if next.bound > best.room { cells.append(next) }
            }
        }
        guard best.room > 0 else { return nil }
        x = best.x * width / 2
        y = best.y * height / 2
        times = best.room
    }
}
