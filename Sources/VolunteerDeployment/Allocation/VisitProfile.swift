/// The most that one kind of worker can bring in one group for each length of stay: a bounded knapsack over the
/// group's cells.
struct VisitProfile: Sendable {
    /// A cell that is worth a visit.
    struct Item: Sendable {
        let cell: Int
        /// Length of a visit in units, at least 1.
        let units: Int
        /// Above 0.
        let worth: Double
        /// Visits at most, at least 1.
        let most: Int
    }

    let items: [Item]
    /// By units of stay, 0 … room: never less with more.
    let best: [Double]
    /// By item, then units: visits to it in the best of the items up to it.
    private let taken: [[Int32]]

    /// Each item's table is a maximum over a window that slides along the lengths of one remainder, so it takes time in
    /// proportion to the room, however many visits there may be.
    ///
    /// - Source: H. Kellerer, U. Pferschy and D. Pisinger, Knapsack Problems (2004), sec. 7.2.2.
    init(_ items: [Item], room: Int) {
        self.items = items
        var best = Array(repeating: 0.0, count: room + 1)
        var taken: [[Int32]] = []
        var window = Array(repeating: (place: 0, worth: 0.0), count: room + 2)
        for item in items {
            var next = best
            var counts = Array(repeating: Int32(0), count: room + 1)
            for rest in 0..<min(item.units, room + 1) {
                var (first, last) = (0, 0)
                for (visits, units) in stride(from: rest, through: room, by: item.units).enumerated() {
                    let worth = best[units] - Double(visits) * item.worth
                    while last > first, window[last - 1].worth < worth { last -= 1 }
                    window[last] = (visits, worth)
                    last += 1
                    if window[first].place < visits - item.most { first += 1 }
                    let count = visits - window[first].place
                    counts[units] = Int32(count)
                    next[units] = best[units - count * item.units] + Double(count) * item.worth
                }
            }
            best = next
            taken.append(counts)
        }
        self.best = best
        self.taken = taken
    }

    /// Visits that bring the best of a stay.
    func visits(units: Int) -> [WorkerMonth.Visits] {
        var left = units
        var visits: [WorkerMonth.Visits] = []
        for place in items.indices.reversed() {
            let count = Int(taken[place][left])
            if count > 0 { visits.append(.init(cell: items[place].cell, count: count)) }
            left -= count * items[place].units
        }
        return visits
    }
}
