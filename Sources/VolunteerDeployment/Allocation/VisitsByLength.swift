/// Visits that may be made in a group, by their length, best first.
struct VisitsByLength: Sendable {
    /// Visits of one length, best first; those to a cell with a surcharge stand alone.
    struct Length: Sendable {
        let units: Int
        /// Of the first visit in `cells`; worth of the first n visits together, from n = 0, is from here on in
        /// `worth`, one place further for each length before.
        let start: Int
        var count: Int
    }

    /// Ascending; visits of one length to a cell with a surcharge stand alone.
    private(set) var lengths: [Length] = []
    /// Cell of each visit.
    private(set) var cells: [Int] = []
    private var worth: [Double] = []

    /// - Parameter room: units of the longest stay.
    init(_ items: [VisitProfile.Item], room: Int) {
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
    func worths(_ place: Int) -> ArraySlice<Double> {
        let length = lengths[place]
        return worth[(length.start + place)...(length.start + place + length.count)]
    }

    /// Stays with visits of one length, and what these bring; more visits that bring no more than fewer are never
    /// better.
    func additions(_ place: Int, room: Int, _ add: (_ units: Int, _ worth: Double) -> Void) {
        var most = 0.0
        for (visits, worth) in worths(place).enumerated().dropFirst() where worth > most {
            most = worth
            guard visits * lengths[place].units <= room else { return }
            add(visits * lengths[place].units, worth)
        }
    }
}
