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
        /// Of the first visit in `cells`; worth of the first n visits together, from n = 0, is from here on in
        /// `worth`, one place further for each length before.
        let start: Int
        var count: Int
    }

    private var lengths: [Length] = []
    /// Cell of each visit.
    private var cells: [Int] = []
    private var worth: [Double] = []
    /// By units of stay, 0 … room: never less with more; −∞ where a stay has no room for the visit that it needs.
    private(set) var best: [Double] = []
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
        let all = items.reduce(0) { $0 + $1.units * min($1.most, room / $1.units) }
        let room = min(room, max(all, (spare ?? []).reduce(0) { max($0, $1.units) }))
        addLengths(items, room: room)
        var best = Array(repeating: 0.0, count: room + 1)
        var before = best
        for place in lengths.indices {
            if place > 0 { before.copy(from: best) }
            additions(place, room: room) { units, worth in
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

    private mutating func addLengths(_ items: [Item], room: Int) {
        let sorted = items.sorted { ($0.units, -$0.worth, $0.cell) < ($1.units, -$1.worth, $1.cell) }
        var next = 0
        while next < sorted.count, sorted[next].units <= room {
            let (units, first) = (sorted[next].units, next)
            let most = room / units
            var length = Length(units: units, start: cells.count, count: 0)
            let zero = worth.count
            worth.append(0)
            while next < sorted.count, sorted[next].units == units {
                let item = sorted[next]
                guard next == first || item.surcharge.isEmpty && sorted[first].surcharge.isEmpty else {
                    break
                }
                for _ in 0..<min(most - length.count, item.most) {
                    worth.append(worth[zero + length.count] + item.worth)
                    cells.append(item.cell)
                    length.count += 1
                }
                for (visits, surcharge) in zip(0...length.count, item.surcharge) {
                    worth[zero + visits] -= surcharge
                }
                next += 1
            }
            lengths.append(length)
        }
    }

    /// Worth of the first n visits of a length, from n = 0.
    private func worths(_ place: Int) -> ArraySlice<Double> {
        let length = lengths[place]
        return worth[(length.start + place)...(length.start + place + length.count)]
    }

    /// Stays with visits of one length, and what these bring; more visits that bring no more than fewer are never
    /// better.
    private func additions(_ place: Int, room: Int, _ add: (_ units: Int, _ worth: Double) -> Void) {
        var most = 0.0
        for (visits, worth) in worths(place).enumerated().dropFirst() where worth > most {
            most = worth
            guard visits * lengths[place].units <= room else { return }
            add(visits * lengths[place].units, worth)
        }
    }

    /// Visits that bring the best of a stay.
    func visits(units: Int) -> [WorkerMonth.Visits] {
        if best[units] <= 0, let item = spare.first(where: { $0.units <= units && $0.worth == best[units] }) {
            return [.init(cell: item.cell, count: 1)]
        }
        // Table after table: without any length, with the first, …
        let width = units + 1
        var tables = Array(repeating: 0.0, count: (lengths.count + 1) * width)
        var left = units
        for place in lengths.indices {
            let (before, after) = (place * width, (place + 1) * width)
            tables.copy(from: before, to: after, count: width)
            additions(place, room: left) { units, worth in
                tables.raise(from: after + units, to: before, count: width - units, plus: worth)
            }
        }
        var counts: [Int: Int] = [:]
        for (place, length) in lengths.enumerated().reversed() {
            let (before, after) = (place * width, (place + 1) * width)
            let worths = worths(place)
            func isBest(_ visits: Int) -> Bool {
                let units: Int = visits * length.units
                guard units <= left else { return false }
                return tables[before + left - units] + worths[worths.startIndex + visits]
                    == tables[after + left]
            }
            let visits = (0...length.count).first(where: isBest) ?? 0
            for cell in cells[length.start..<length.start + visits] { counts[cell, default: 0] += 1 }
            left -= visits * length.units
        }
        return counts.sorted { $0.key < $1.key }.map { .init(cell: $0.key, count: $0.value) }
    }
}
