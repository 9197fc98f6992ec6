/// Where a worker who goes to one group brings most.
struct BestOpening {
    /// Position among the worker's openings, and the units spent on visits; nil where none brings anything.
    private(set) var stay: (opening: Int, units: Int)?
    /// Worth of the visits and the opening; 0 without one.
    private(set) var worth = 0.0
    private let profiles: [VisitProfile]

    /// - Parameters:
    ///   - profiles: by opening.
    ///   - bonus: by opening, what it is paid.
    init(_ worker: AllocationProblem.Worker, profiles: [VisitProfile], bonus: [Double], unit: Int) {
        self.profiles = profiles
        for (place, opening) in worker.openings.enumerated() {
            let room = Int(((worker.minutes - opening.minutes) / Double(unit) + 1e-9).rounded(.down))
            guard room >= 0 else { continue }
            let best = profiles[place].best
            // The shortest stay that brings as much.
            var units = min(room, best.count - 1)
            let own = best[units]
            while units > 0, best[units - 1] == own { units -= 1 }
            let worth = own + bonus[place] - opening.cost
            if worth > self.worth + 1e-12 { (self.worth, stay) = (worth, (place, units)) }
        }
    }

    func month(of worker: Int) -> WorkerMonth {
        guard let stay else { return .empty(worker) }
        return WorkerMonth(
            worker: worker, openings: [stay.opening], visits: profiles[stay.opening].visits(units: stay.units)
        )
    }
}
