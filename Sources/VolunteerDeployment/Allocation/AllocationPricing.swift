internal import Basics
internal import SurveyStatistics

/// Finds the best month of each worker at given prices, exactly: every set of groups that a worker may open, with its
/// exact minutes, and bounded knapsacks inside the groups.
///
/// Minutes that are left for visits are cut down to a multiple of what divides every visit's length, which loses
/// nothing.
struct AllocationPricing: Sendable {
    let problem: AllocationProblem
    /// At least 1; changes the time only.
    let threads: Int
    /// Where it says so, months are no longer the best: what is found so far.
    let shouldStop: @Sendable () -> Bool
    let unit: Int
    /// By group, then kind: the most units that a worker who can do the same can spend on visits.
    private let rooms: [[Int]]
    /// Whether every way takes whole units, so that tables are exact.
    private let isWhole: Bool

    init(
        _ problem: AllocationProblem, threads: Int, shouldStop: @escaping @Sendable () -> Bool = { false }
    ) {
        self.problem = problem
        self.threads = threads
        self.shouldStop = shouldStop
        let unit = problem.unit
        self.unit = unit
        var rooms = Array(repeating: 0, count: problem.kinds)
        for worker in problem.workers {
            let room = Int(max(0, worker.minutes)) / unit
            for kind in worker.kinds { rooms[kind] = max(rooms[kind], room) }
        }
        self.rooms = problem.alike.map { alike in
            var most = rooms
            for (kind, first) in alike.enumerated() { most[first] = max(most[first], rooms[kind]) }
            return alike.map { most[$0] }
        }
        isWhole = problem.workers.allSatisfy { worker in
            worker.openings.allSatisfy { ($0.minutes / Double(unit)).rounded() * Double(unit) == $0.minutes }
        }
    }

    /// The best month of each of these workers, in their order; nil where its limits leave none.
    ///
    /// A month may take more of a cell than is left by a session and visits together: `WorkerMonth.fitted` mends
    /// that. It may follow up any household to which others may still open the way.
    func bestMonths(
        _ workers: [Int], prices: AllocationPrices, left: [Int], limits: [Int: MonthLimits] = [:]
    ) -> [WorkerMonth?] {
        let left = problem.mostVisits(left)
        var shared = SharedProfiles(self, prices: prices)
        shared.make(for: workers, left: left)
        return parallelMap(workers.count, threads: threads) { [shared] place in
            if shouldStop() { return nil }
            let worker = workers[place]
            return month(of: worker, limits: limits[worker], prices: prices, left: left) {
                shared.known($0, $1)
            }
        }
    }

    /// One worker's best month, with the profiles that `known` gives; others are made.
    ///
    /// - Parameter closed: a group that the worker does not go to.
    func month(
        of worker: Int, limits: MonthLimits? = nil, closed: Int? = nil, prices: AllocationPrices, left: [Int],
        known: (_ kind: Int, _ group: Int) -> VisitProfile?
    ) -> WorkerMonth? {
        let person = problem.workers[worker]
        func profile(_ opening: AllocationProblem.Opening) -> VisitProfile {
            if opening.group == closed { return .nothing }
            if person.barred.isEmpty, limits?.hasVisitLimits(in: problem.cellsOfGroup[opening.group]) != true,
                !problem.opensForVisits || limits?.open.contains(opening.group) != true,
                let profile = known(person.kind(in: opening), opening.group)
            {
                return profile
            }
            return self.profile(
                kind: person.kind(in: opening), group: opening.group, prices: prices, left: left,
                barred: person.barred, limits: limits)
        }
        if person.mostGroups == 1, limits == nil, !person.openings.contains(where: \.isPinned) {
            return BestOpening(person, unit: unit, profile: profile) { prices.openings[$0.group] }
                .month(of: worker)
        }
        let profiles = person.openings.map(profile)
        let bonus = person.openings.map { prices.openings[$0.group] }
        guard isWhole, limits == nil else {
            return BestOpenings(
                person, profiles: profiles, bonus: bonus, unit: unit, limits: limits, problem: problem,
                prices: prices, shouldStop: shouldStop
            ).month(of: worker)
        }
        let tables = OpeningTables(
            person, profiles: profiles, fares: zip(person.openings, bonus).map { $1 - $0.cost },
            travel: person.openings.map { Int(($0.minutes / Double(unit)).rounded()) },
            room: Int((max(0, person.minutes) / Double(unit) + 1e-9).rounded(.down)))
        let visits = tables.stays.flatMap { profiles[$0.opening].visits(units: $0.units) }
        return WorkerMonth(
            worker: worker, openings: tables.stays.map(\.opening), visits: visits.sorted { $0.cell < $1.cell }
        )
    }

    /// What one kind of worker can bring in one group.
    func profile(
        kind: Int, group: Int, prices: AllocationPrices, left: [Int], barred: Set<Int> = [],
        limits: MonthLimits? = nil
    ) -> VisitProfile {
        var items: [VisitProfile.Item] = []
        var spare: [VisitProfile.Item] = []
        // A branch may demand a visit, or a group in which no visit is worth anything.
        let isVisited = problem.cellsOfGroup[group].contains { limits?.visits[$0]?.lowerBound ?? 0 > 0 }
        let asksForVisit = problem.opensForVisits && !isVisited
        let needsSpare =
            asksForVisit
            && (prices.openings[group] > 0 || problem.hasBonus || limits?.open.contains(group) == true)
        let (gains, minutes) = (problem.gains[kind], problem.minutes[kind])
        for cell in problem.cellsOfGroup[group] where minutes[cell] > 0 && !barred.contains(cell) {
            let isPlain = problem.isPlain[cell]
            let charge = isPlain ? prices.cells[cell] : prices.charge(cell, kind: kind, in: problem)
            // Next to nothing is nothing: a visit that only serves for one has no worth above that.
            let net = gains[cell] - charge
            let worth = net > 1e-12 ? net : min(0, net)
            if worth <= 0, !needsSpare { continue }
            let range = limits?.visits[cell] ?? 0...Int.max
            var most = min(left[cell], range.upperBound) - range.lowerBound
            if !isPlain {
                for use in problem.cells[cell].uses { most = min(most, left[use.cell] / use.households) }
            }
            guard most > 0 else { continue }
            // Visits that a branch demands come first.
            let all = prices.surcharges[cell]
            let surcharge = all.isEmpty ? [] : all.dropFirst(range.lowerBound)
            let item = VisitProfile.Item(
                cell: cell, units: Int(minutes[cell]) / unit, worth: worth, most: most,
                surcharge: surcharge.isEmpty ? [] : surcharge.map { $0 - (surcharge.first ?? 0) })
            if worth > 0 { items.append(item) } else if needsSpare { spare.append(item) }
        }
        return VisitProfile(items, room: rooms[group][kind], spare: asksForVisit ? spare : nil)
    }
}

/// The profiles that several workers use, each made once.
struct SharedProfiles: Sendable {
    private let pricing: AllocationPricing
    private let prices: AllocationPrices
    /// By kind, then group; nil where it is not made yet, or no longer holds.
    private var profiles: [VisitProfile?]
    private var groups: Int { pricing.problem.groups }

    init(_ pricing: AllocationPricing, prices: AllocationPrices) {
        self.pricing = pricing
        self.prices = prices
        profiles = Array(repeating: nil, count: pricing.problem.kinds * pricing.problem.groups)
    }

    func known(_ kind: Int, _ group: Int) -> VisitProfile? { profiles[place(kind, group)] }

    /// Of the profile of a kind in a group.
    func place(_ kind: Int, _ group: Int) -> Int { pricing.problem.alike[group][kind] * groups + group }

    /// Makes what these workers need and is missing, by all threads.
    mutating func make(for workers: [Int], left: [Int]) {
        var isWanted = Array(repeating: false, count: profiles.count)
        for worker in workers {
            let person = pricing.problem.workers[worker]
            for opening in person.openings { isWanted[place(person.kind(in: opening), opening.group)] = true }
        }
        let places = isWanted.indices.filter { isWanted[$0] && profiles[$0] == nil }
        let (pricing, prices, groups) = (pricing, prices, groups)
        let made = parallelMap(places.count, threads: pricing.threads) { place -> VisitProfile? in
            if pricing.shouldStop() { return nil }
            return pricing.profile(
                kind: places[place] / groups, group: places[place] % groups, prices: prices, left: left)
        }
        for (place, profile) in zip(places, made) { profiles[place] = profile }
    }

    /// What one worker needs and is missing, by place.
    func made(for worker: Int, left: [Int]) -> [Int: VisitProfile] {
        let person = pricing.problem.workers[worker]
        var made: [Int: VisitProfile] = [:]
        for opening in person.openings {
            let (kind, group) = (person.kind(in: opening), opening.group)
            guard known(kind, group) == nil, made[place(kind, group)] == nil else { continue }
            made[place(kind, group)] = pricing.profile(kind: kind, group: group, prices: prices, left: left)
        }
        return made
    }

    mutating func keep(_ made: [Int: VisitProfile]) {
        for (place, profile) in made { profiles[place] = profile }
    }

    /// Where more or fewer households of a group are left.
    mutating func forget(_ group: Int) {
        for kind in 0..<pricing.problem.kinds { profiles[place(kind, group)] = nil }
    }
}

/// What a branch of the search has decided of one worker's month.
struct MonthLimits: Sendable, Equatable {
    /// Groups that must, and must not, be opened.
    var open: Set<Int> = []
    var closed: Set<Int> = []
    /// Openings that must not be taken, where a worker has several to one group.
    var closedOpenings: Set<Int> = []
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
        guard opened.isSuperset(of: open), opened.isDisjoint(with: closed),
            closedOpenings.isDisjoint(with: month.openings)
        else { return false }
        let counts = Dictionary(uniqueKeysWithValues: month.visits.map { ($0.cell, $0.count) })
        return visits.allSatisfy { $0.value.contains(counts[$0.key] ?? 0) }
    }
}
