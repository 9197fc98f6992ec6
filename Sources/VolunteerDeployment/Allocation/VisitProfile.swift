/// The most that one kind of worker can bring in one group for each length of stay: a bounded knapsack over the
/// group's cells.
///
/// Visits of one length are taken best first; the lengths are joined one by one.
///
/// - Source: H. Kellerer, U. Pferschy and D. Pisinger, Knapsack Problems (2004), ch. 7.
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
        /// What the first n visits are charged besides, from n = 0; empty: nothing.
        var surcharge: [Double] = []
    }

    /// Visits of one length, best first; those to a cell with a surcharge stand alone.
    private struct Length: Sendable {
        let units: Int
        /// Cell of each visit.
        let cells: [Int]
        /// Worth of the first n visits together, from n = 0.
        let worth: [Double]
    }

    private let lengths: [Length]
    /// By units of stay, 0 … room: never less with more; −∞ where a stay has no room for the visit that it needs.
    let best: [Double]
    /// Stays on the upper concave envelope of `best`, ascending, from the first that is possible to the first that
    /// brings most.
    let envelope: [Stay]
    /// Visits that are worth nothing, for a stay that needs one and has no better.
    private let spare: [Item]

    /// - Parameter spare: where a stay needs at least one visit, those that may serve, worth 0 or less; nil where it
    ///   needs none.
    init(_ items: [Item], room: Int, spare: [Item]? = nil) {
        self.spare = spare ?? []
        // A longer stay than for all visits brings nothing more.
        let all = items.reduce(0) { $0 + $1.units * min($1.most, room / $1.units) }
        let room = min(room, max(all, (spare ?? []).reduce(0) { max($0, $1.units) }))
        lengths = Self.lengths(items, room: room)
        var best = lengths.reduce(Array(repeating: 0, count: room + 1)) { Self.joined($0, $1) }
        if let spare {
            for units in 0...room where best[units] <= 0 {
                best[units] = spare.reduce(-Double.infinity) { $1.units <= units ? max($0, $1.worth) : $0 }
            }
        }
        self.best = best
        envelope = Self.envelope(best)
    }

    /// So many units, and the most that they bring.
    struct Stay: Sendable {
        let units: Int
        let worth: Double
    }

    private static func envelope(_ best: [Double]) -> [Stay] {
        var envelope: [Stay] = []
        for (units, worth) in best.enumerated() where worth > envelope.last?.worth ?? -.infinity {
            let stay = Stay(units: units, worth: worth)
            while envelope.count > 1 {
                let (last, before) = (envelope[envelope.count - 1], envelope[envelope.count - 2])
                let rise = (last.worth - before.worth) * Double(units - last.units)
                guard rise <= (worth - last.worth) * Double(last.units - before.units) else { break }
                envelope.removeLast()
            }
            envelope.append(stay)
        }
        return envelope
    }

    private static func lengths(_ items: [Item], room: Int) -> [Length] {
        let sorted = items.sorted { ($0.units, -$0.worth, $0.cell) < ($1.units, -$1.worth, $1.cell) }
        var lengths: [Length] = []
        var start = 0
        while start < sorted.count, sorted[start].units <= room {
            let units = sorted[start].units
            let most = room / units
            var end = start
            var cells: [Int] = []
            var worth = [0.0]
            while end < sorted.count, sorted[end].units == units {
                let item = sorted[end]
                guard end == start || item.surcharge.isEmpty && sorted[start].surcharge.isEmpty else { break }
                for _ in 0..<min(most - cells.count, item.most) {
                    worth.append(worth[cells.count] + item.worth)
                    cells.append(item.cell)
                }
                for (visits, surcharge) in zip(worth.indices, item.surcharge) { worth[visits] -= surcharge }
                end += 1
            }
            lengths.append(Length(units: units, cells: cells, worth: worth))
            start = end
        }
        return lengths
    }

    /// With visits of one length more.
    private static func joined(_ best: [Double], _ length: Length) -> [Double] {
        var next = best
        var most = 0.0
        // More visits that bring no more than fewer are never better.
        for visits in 1..<length.worth.count where length.worth[visits] > most {
            most = length.worth[visits]
            let units = visits * length.units
            guard units < best.count else { break }
            next.raise(from: units, to: best, 0, count: best.count - units, plus: length.worth[visits])
        }
        return next
    }

    /// Visits that bring the best of a stay.
    func visits(units: Int) -> [WorkerMonth.Visits] {
        if best[units] <= 0, let item = spare.first(where: { $0.units <= units && $0.worth == best[units] }) {
            return [.init(cell: item.cell, count: 1)]
        }
        var stages = [Array(repeating: 0.0, count: units + 1)]
        for length in lengths { stages.append(Self.joined(stages[stages.count - 1], length)) }
        var left = units
        var counts: [Int: Int] = [:]
        for (place, length) in lengths.enumerated().reversed() {
            let (before, after) = (stages[place], stages[place + 1])
            let visits = (0..<length.worth.count).first {
                $0 * length.units <= left
                    && before[left - $0 * length.units] + length.worth[$0] == after[left]
            }
            for cell in length.cells.prefix(visits ?? 0) { counts[cell, default: 0] += 1 }
            left -= (visits ?? 0) * length.units
        }
        return counts.sorted { $0.key < $1.key }.map { .init(cell: $0.key, count: $0.value) }
    }
}
