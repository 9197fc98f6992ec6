/// In which groups, and how long in each, a worker's time brings most, where every way takes whole units: tables by opening
/// of the best worth of at most j of the openings so far in at most m units.
///
/// As exact as `BestOpenings`, and quicker where there are many openings. An opening that adds nothing is left out, and
/// among equals the first stays.
struct OpeningTables {
    /// Openings, ascending, and the units spent on visits in each.
    private(set) var stays: [(opening: Int, units: Int)] = []

    /// - Parameters:
    ///   - profiles: by opening.
    ///   - fares: by opening, what it is paid less what it costs.
    ///   - travel: by opening, in units.
    init(
        _ worker: AllocationProblem.Worker, profiles: [VisitProfile], fares: [Double], travel: [Int],
        room: Int
    ) {
        let open = worker.openings.indices.filter {
            let left = room - travel[$0]
            return left >= 0 && profiles[$0].best[min(left, profiles[$0].best.count - 1)] + fares[$0] > 1e-12
        }
        guard room >= 0, !open.isEmpty else { return }
        let layers = min(worker.mostGroups, open.count)
        let width = room + 1
        let size = (layers + 1) * width
        // One table after the other; the first holds nothing: zeros.
        var tables = Array(repeating: 0.0, count: (open.count + 1) * size)
        for (seen, place) in open.enumerated() {
            let (before, own) = (seen * size, (seen + 1) * size)
            tables.copy(from: before, to: own, count: size)
            let steps = Self.steps(profiles[place].best, room: room - travel[place])
            let isPinned = worker.openings[place].isPinned
            // Of the last table only the whole room is looked at.
            let isLast = seen == open.count - 1
            let lowest = isLast ? layers : isPinned ? 0 : min(1, layers)
            for layer in lowest...layers where isPinned || layer > 0 {
                let below = (isPinned ? layer : layer - 1) * width
                for step in steps {
                    let shift = step.units + travel[place]
                    let first = isLast ? room : shift
                    tables.raise(
                        from: own + layer * width + first, to: before + below + first - shift,
                        count: width - first, plus: step.worth + fares[place])
                }
            }
        }
        var (layer, units) = (layers, room)
        for (seen, place) in open.enumerated().reversed() {
            let (before, own) = (seen * size, (seen + 1) * size)
            let value = tables[own + layer * width + units]
            if value == tables[before + layer * width + units] { continue }
            let isPinned = worker.openings[place].isPinned
            let below = before + (isPinned ? layer : layer - 1) * width
            let found = Self.steps(profiles[place].best, room: units - travel[place]).first { step in
                tables[below + units - step.units - travel[place]] + (step.worth + fares[place]) == value
            }
            guard let found else { continue }
            stays.append((place, found.units))
            units -= found.units + travel[place]
            if !isPinned { layer -= 1 }
        }
        stays.reverse()
    }

    /// The stays at which one unit more brings more.
    private static func steps(_ best: [Double], room: Int) -> [(units: Int, worth: Double)] {
        guard room >= 0 else { return [] }
        var steps: [(units: Int, worth: Double)] = []
        var last = -Double.infinity
        for units in 0...min(room, best.count - 1) where best[units] > last {
            last = best[units]
            steps.append((units, last))
        }
        return steps
    }
}
