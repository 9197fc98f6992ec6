/// In which groups, and how long in each, a volunteer's time brings most: at most `limit` groups.
///
/// Tables by place: the best worth of at most j of the places so far in at most m units. A place that adds
/// nothing is not opened, and among equals the nearer stays.
struct BestStays {
    /// Time in one group.
    struct Stay {
        /// Index into the profiles.
        let place: Int
        let units: Int
    }

    private(set) var stays: [Stay] = []

    /// - Parameter fares: what opening each place costs, in the profiles' worth, at least 0.
    init(_ profiles: [GroupProfile], fares: [Double], room: Int, limit: Int) {
        let open = profiles.indices.filter { !profiles[$0].isEmpty }
        guard room > 0, limit > 0, !open.isEmpty else { return }
        let layers = min(limit, open.count)
        let width = room + 1
        var tables = [Array(repeating: 0.0, count: (layers + 1) * width)]
        for (seen, place) in open.enumerated() {
            var table = tables[seen]
            let fare = fares[place]
            let best = profiles[place].best
            // Only where one unit more brings more.
            let steps = (1...room).filter { best[$0] > best[$0 - 1] }
            let last = tables[seen]
            for layer in 1...min(layers, seen + 1) {
                let (below, own) = ((layer - 1) * width, layer * width)
                if layer == 1 {
                    for units in 0...room where best[units] - fare > table[own + units] {
                        table[own + units] = best[units] - fare
                    }
                    continue
                }
                for step in steps {
                    let worth = best[step] - fare
                    for units in step...room {
                        let sum = last[below + units - step] + worth
                        if sum > table[own + units] { table[own + units] = sum }
                    }
                }
            }
            // Fewer places than allowed: one place more may not make it worse.
            if seen + 1 < layers {
                for layer in seen + 2...layers {
                    for units in 0...room { table[layer * width + units] = table[(seen + 1) * width + units] }
                }
            }
            tables.append(table)
        }
        var layer = layers
        var units = room
        for (seen, place) in open.enumerated().reversed() {
            let value = tables[seen + 1][layer * width + units]
            if layer == 0 || value == tables[seen][layer * width + units] { continue }
            let (best, fare) = (profiles[place].best, fares[place])
            let before = tables[seen]
            let found = (1...max(1, units)).first { step in
                step <= units && before[(layer - 1) * width + units - step] + (best[step] - fare) == value
            }
            guard let found else { continue }
            stays.append(Stay(place: place, units: found))
            units -= found
            layer -= 1
        }
        stays.reverse()
    }
}
