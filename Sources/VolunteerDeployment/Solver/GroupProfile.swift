/// What one group is worth to one force by the time spent there: `best[m]` for m units of minutes.
///
/// An exact bounded knapsack: visits of one length are taken best first, lengths are joined one by one.
///
/// - Source: Kellerer, Pferschy, Pisinger, Knapsack Problems (2004), ch. 7.
struct GroupProfile {
    /// Visits of one length, best first.
    struct Length {
        /// In units of minutes, at least 1.
        let units: Int
        /// Cell of each visit worth making.
        let cells: [Int]
        /// Worth of the first q visits together.
        let worth: [Double]
    }

    let lengths: [Length]
    /// Worth of the best visits in at most m units, from m = 0; grows with m.
    let best: [Double]

    /// - Parameters:
    ///   - items: cells with their visit length in units, worth per visit above 0, and visits available.
    ///   - capacity: the most units that any volunteer can spend.
    init(_ items: [(cell: Int, units: Int, worth: Double, count: Int)], capacity: Int) {
        let sorted = items.sorted { ($0.units, -$0.worth, $0.cell) < ($1.units, -$1.worth, $1.cell) }
        var lengths: [Length] = []
        var start = 0
        while start < sorted.count {
            let units = sorted[start].units
            var end = start
            var cells: [Int] = []
            var worth = [0.0]
            while end < sorted.count, sorted[end].units == units {
                let room = capacity / units - cells.count
                for _ in 0..<min(room, sorted[end].count) {
                    cells.append(sorted[end].cell)
                    worth.append(worth[cells.count - 1] + sorted[end].worth)
                }
                end += 1
            }
            if !cells.isEmpty { lengths.append(Length(units: units, cells: cells, worth: worth)) }
            start = end
        }
        self.lengths = lengths
        best = lengths.reduce(Array(repeating: 0, count: capacity + 1)) { Self.joined($0, $1) }
    }

    var isEmpty: Bool { lengths.isEmpty }

    private static func joined(_ best: [Double], _ length: Length) -> [Double] {
        var next = best
        for visits in 1...length.cells.count {
            let units = visits * length.units
            guard units < best.count else { break }
            let worth = length.worth[visits]
            for room in units..<best.count {
                let sum = best[room - units] + worth
                if sum > next[room] { next[room] = sum }
            }
        }
        return next
    }

    /// The cells that the best visits in at most `units` go to, one entry per visit.
    func cells(units: Int) -> [Int] {
        var stages = [Array(repeating: 0.0, count: units + 1)]
        for length in lengths { stages.append(Self.joined(stages[stages.count - 1], length)) }
        var room = units
        var chosen: [Int] = []
        for (index, length) in lengths.enumerated().reversed() {
            let (before, after) = (stages[index], stages[index + 1])
            let most = min(length.cells.count, room / length.units)
            let visits = (0...most).first {
                before[room - $0 * length.units] + length.worth[$0] == after[room]
            }
            chosen += length.cells.prefix(visits ?? 0)
            room -= (visits ?? 0) * length.units
        }
        return chosen
    }
}
