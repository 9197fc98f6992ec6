/// The most that one kind of worker can bring in one group for each length of stay: a bounded knapsack over the
/// group's cells.
///
/// Visits of one length are taken best first; the lengths are joined one by one. It never changes, and many hold it.
///
/// - Source: H. Kellerer, U. Pferschy and D. Pisinger, Knapsack Problems (2004), ch. 7.
final class VisitProfile: Sendable {
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

    private let all: VisitsByLength
    /// By units of stay, 0 … room: never less with more; −∞ where a stay has no room for the visit that it needs.
    let best: [Double]
    /// Stays on the upper concave envelope of `best`, ascending, from the first that is possible to the first that
    /// brings most.
    var envelope: [Stay] { Self.envelope(best) }
    /// Visits that are worth nothing, for a stay that needs one and has no better.
    private let spare: [Item]

    /// - Parameter spare: where a stay needs at least one visit, those that may serve, worth 0 or less; nil where it
    ///   needs none.
    init(_ items: [Item], room: Int, spare: [Item]? = nil) {
        self.spare = spare ?? []
        // A longer stay than for all visits brings nothing more.
        let longest = items.reduce(0) { $0 + $1.units * min($1.most, room / $1.units) }
        let room = min(room, max(longest, (spare ?? []).reduce(0) { max($0, $1.units) }))
        let visits = VisitsByLength(items, room: room)
        self.all = visits
        var best = Array(repeating: 0.0, count: room + 1)
        var before = best
        for place in visits.lengths.indices {
            if place > 0 { before.copy(from: best) }
            visits.additions(place, room: room) { units, worth in
                best.raise(from: units, to: before, 0, count: room + 1 - units, plus: worth)
            }
        }
        if let spare {
            for units in 0...room where best[units] <= 0 {
                best[units] = spare.reduce(-Double.infinity) { $1.units <= units ? max($0, $1.worth) : $0 }
            }
        }
        self.best = best
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

    /// Visits that bring the best of a stay.
    func visits(units: Int) -> [WorkerMonth.Visits] {
        if best[units] <= 0, let item = spare.first(where: { $0.units <= units && $0.worth == best[units] }) {
            return [.init(cell: item.cell, count: 1)]
        }
        // Table after table: without any length, with the first, …
        let lengths = all.lengths
        let width = units + 1
        var tables = Array(repeating: 0.0, count: (lengths.count + 1) * width)
        var left = units
        for place in lengths.indices {
            let (before, after) = (place * width, (place + 1) * width)
            tables.copy(from: before, to: after, count: width)
            all.additions(place, room: left) { units, worth in
                tables.raise(from: after + units, to: before, count: width - units, plus: worth)
            }
        }
        var counts: [Int: Int] = [:]
        for (place, length) in lengths.enumerated().reversed() {
            let (before, after) = (place * width, (place + 1) * width)
            let worths = all.worths(place)
            func isBest(_ visits: Int) -> Bool {
                let units: Int = visits * length.units
                guard units <= left else { return false }
                return tables[before + left - units] + worths[worths.startIndex + visits]
                    == tables[after + left]
            }
            let visits = (0...length.count).first(where: isBest) ?? 0
            for cell in all.cells[length.start..<length.start + visits] { counts[cell, default: 0] += 1 }
            left -= visits * length.units
        }
        return counts.sorted { $0.key < $1.key }.map { .init(cell: $0.key, count: $0.value) }
    }

    /// No visit at all.
    static let nothing = VisitProfile([], room: 0, spare: [])
}
