internal import SurveyStatistics

/// Finds the best month of each worker at given prices, exactly: every set of groups that a worker may open, with its
/// exact minutes, and bounded knapsacks inside the groups.
///
/// Minutes that are left for visits are cut down to a multiple of what divides every visit's length, which loses nothing.
struct AllocationPricing: Sendable {
    let problem: AllocationProblem
    /// At least 1; changes the time only.
    let threads: Int
    let unit: Int
    /// By kind: the most units that a worker can spend on visits.
    private let rooms: [Int]
    /// By kind: the groups that some worker of it may open.
    private let groups: [[Int]]

    init(_ problem: AllocationProblem, threads: Int) {
        self.problem = problem
        self.threads = threads
        let unit = problem.unit
        self.unit = unit
        var rooms = Array(repeating: 0, count: problem.kinds)
        var groups = Array(repeating: Set<Int>(), count: problem.kinds)
        for worker in problem.workers where worker.mostGroups > 0 {
            rooms[worker.kind] = max(rooms[worker.kind], Int(max(0, worker.minutes)) / unit)
            groups[worker.kind].formUnion(worker.openings.map(\.group))
        }
        self.rooms = rooms
        self.groups = groups.map { $0.sorted() }
    }

    /// The best month of each of these workers, in their order; nil where its limits leave none.
    func bestMonths(
        _ workers: [Int], prices: AllocationPrices, left: [Int], limits: [Int: MonthLimits] = [:]
    ) -> [WorkerMonth?] {
        let shared = SharedProfiles(self, workers: workers, prices: prices, left: left)
        return parallelMap(workers.count, threads: threads) { place in
            let worker = workers[place]
            return month(of: worker, shared: shared, prices: prices, left: left, limits: limits[worker])
        }
    }

    private func month(
        of worker: Int, shared: SharedProfiles, prices: AllocationPrices, left: [Int], limits: MonthLimits?
    ) -> WorkerMonth? {
        let person = problem.workers[worker]
        let profiles = person.openings.map { opening -> VisitProfile in
            if person.barred.isEmpty, limits?.hasVisitLimits(in: problem.cellsOfGroup[opening.group]) != true,
                let profile = shared.profile(person.kind, opening.group)
            {
                return profile
            }
            return profile(
                kind: person.kind, group: opening.group, prices: prices, left: left, barred: person.barred,
                limits: limits)
        }
        return BestOpenings(
            person, profiles: profiles, bonus: person.openings.map { prices.openings[$0.group] }, unit: unit,
            limits: limits, problem: problem, prices: prices
        ).month(of: worker)
    }

    /// What one kind of worker can bring in one group.
    func profile(
        kind: Int, group: Int, prices: AllocationPrices, left: [Int], barred: Set<Int> = [],
        limits: MonthLimits? = nil
    ) -> VisitProfile {
        var items: [VisitProfile.Item] = []
        for cell in problem.cellsOfGroup[group] where !barred.contains(cell) {
            guard let offer = problem.cells[cell].offers[kind] else { continue }
            let range = limits?.visits[cell] ?? 0...Int.max
            let worth = offer.gain - prices.cells[cell]
            let most = min(left[cell], range.upperBound) - range.lowerBound
            guard worth > 1e-12, most > 0 else { continue }
            items.append(
                .init(cell: cell, units: offer.minutes / unit, worth: worth, most: most))
        }
        return VisitProfile(items, room: rooms[kind])
    }

    /// The profiles that several workers use, made once.
    private struct SharedProfiles: Sendable {
        private let profiles: [VisitProfile?]
        private let groups: Int

        init(_ pricing: AllocationPricing, workers: [Int], prices: AllocationPrices, left: [Int]) {
            let count = pricing.problem.groups
            groups = count
            var wanted = Array(repeating: false, count: pricing.problem.kinds * count)
            for worker in workers {
                let person = pricing.problem.workers[worker]
                for opening in person.openings { wanted[person.kind * count + opening.group] = true }
            }
            let places = wanted.indices.filter { wanted[$0] }
            let made = parallelMap(places.count, threads: pricing.threads) { place in
                pricing.profile(
                    kind: places[place] / count, group: places[place] % count, prices: prices, left: left)
            }
            var profiles: [VisitProfile?] = Array(repeating: nil, count: wanted.count)
            for (place, profile) in zip(places, made) { profiles[place] = profile }
            self.profiles = profiles
        }

        func profile(_ kind: Int, _ group: Int) -> VisitProfile? { profiles[kind * groups + group] }
    }
}

/// What a branch of the search has decided of one worker's month.
struct MonthLimits: Sendable, Equatable {
    /// Groups that must, and must not, be opened.
    var open: Set<Int> = []
    var closed: Set<Int> = []
    /// Visits to a cell, least and most.
    var visits: [Int: ClosedRange<Int>] = [:]

    /// Whether doing nothing is not allowed.
    var isDemanding: Bool { !open.isEmpty || visits.values.contains { $0.lowerBound > 0 } }

    func hasVisitLimits(in cells: [Int]) -> Bool {
        !visits.isEmpty && cells.contains { visits[$0] != nil }
    }

    func allows(_ month: WorkerMonth, in problem: AllocationProblem) -> Bool {
        let worker = problem.workers[month.worker]
        let opened = Set(month.openings.map { worker.openings[$0].group })
        guard opened.isSuperset(of: open), opened.isDisjoint(with: closed) else { return false }
        let counts = Dictionary(uniqueKeysWithValues: month.visits.map { ($0.cell, $0.count) })
        return visits.allSatisfy { $0.value.contains(counts[$0.key] ?? 0) }
    }
}
