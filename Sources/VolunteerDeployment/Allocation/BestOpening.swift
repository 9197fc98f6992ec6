/// Where a worker who goes to one group brings most.
struct BestOpening {
    /// Position among the worker's openings, and the units spent on visits; nil where none brings anything.
    private(set) var stay: (opening: Int, units: Int)?
    /// Worth of the visits and the opening; 0 without one.
    private(set) var worth = 0.0
    private var profile: VisitProfile?

    /// - Parameters:
    ///   - profile: by opening; nil where the worker does not go.
    ///   - bonus: by opening, what it is paid.
    init(
        _ worker: AllocationProblem.Worker, unit: Int, profile: (AllocationProblem.Opening) -> VisitProfile?,
        bonus: (AllocationProblem.Opening) -> Double
    ) {
        for (place, opening) in worker.openings.enumerated() {
            let room = Int(((worker.minutes - opening.minutes) / Double(unit) + 1e-9).rounded(.down))
            guard room >= 0, let own = profile(opening) else { continue }
            let units = min(room, own.best.count - 1)
            let worth = own.best[units] + bonus(opening) - opening.cost
            if worth > self.worth + 1e-12 { (self.worth, stay, self.profile) = (worth, (place, units), own) }
        }
        guard let best = self.profile?.best, var units = stay?.units else { return }
        // The shortest stay that brings as much.
        while units > 0, best[units - 1] == best[units] { units -= 1 }
        stay?.units = units
    }

    func month(of worker: Int) -> WorkerMonth {
        guard let stay, let profile else { return .empty(worker) }
        return WorkerMonth(
            worker: worker, openings: [stay.opening], visits: profile.visits(units: stay.units))
    }
}
