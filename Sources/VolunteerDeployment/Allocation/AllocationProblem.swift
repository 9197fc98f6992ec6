/// Who can do what where, in numbers: all that a solver needs of a deployment.
///
/// Maximise Σ gain over visits − Σ cost over openings; a worker opens at most `mostGroups` of its openings, its
/// visits and openings take at most its minutes, and visits to a cell are at most its count. Some groups must be
/// opened, and some sums over visits are to reach a floor: what is missing costs its penalty.
package struct AllocationProblem: Sendable, Equatable {
    /// One volunteer.
    package struct Worker: Sendable, Equatable {
        /// Which offer of a cell is this worker's, where an opening does not say: 0 ..< `kinds`.
        package let kind: Int
        /// At least 0.
        package let minutes: Double
        /// At least 0.
        package let mostGroups: Int
        /// The groups that the worker may open, each once.
        package let openings: [Opening]
        /// Cells that the worker must not visit.
        package var barred: Set<Int> = []

        package init(kind: Int, minutes: Double, mostGroups: Int, openings: [Opening], barred: Set<Int> = [])
        {
            self.kind = kind
            self.minutes = minutes
            self.mostGroups = mostGroups
            self.openings = openings
            self.barred = barred
        }

        /// Which offer of a cell is this worker's in an opening.
        func kind(in opening: Opening) -> Int { opening.kind ?? kind }

        /// Of all openings, each once, ascending.
        var kinds: [Int] { Set(openings.map(kind(in:))).sorted() }
    }

    /// What going to a group takes, once a month; who goes to one group at most may have several to each, as another
    /// kind of worker.
    package struct Opening: Sendable, Equatable {
        package let group: Int
        /// At least 0.
        package let minutes: Double
        /// In the units of gain; below 0 for a group that the worker should rather keep.
        package let cost: Double
        /// Whether the worker is there already: it does not count among `mostGroups`.
        package var isPinned = false
        /// Which offer of a cell is the worker's there; nil: as everywhere.
        package var kind: Int?

        package init(group: Int, minutes: Double, cost: Double, isPinned: Bool = false, kind: Int? = nil) {
            self.group = group
            self.minutes = minutes
            self.cost = cost
            self.isPinned = isPinned
            self.kind = kind
        }
    }

    /// Households of one group that a plan cannot tell apart.
    package struct Cell: Sendable, Equatable {
        package let group: Int
        /// Households: visits are at most so many.
        package let count: Int
        /// By kind of worker; nil: no worker of the kind can help here.
        package let offers: [Offer?]
        /// Households of other cells of the group that a visit takes as well: those who sit in a session.
        package var uses: [Use] = []
        /// By kind: the cell, of the same group, in which each visit leaves a household to follow up; nil: in none.
        /// Empty: none does.
        package var followUps: [Int?] = []

        package init(
            group: Int, count: Int, offers: [Offer?], uses: [Use] = [], followUps: [Int?] = []
        ) {
            self.group = group
            self.count = count
            self.offers = offers
            self.uses = uses
            self.followUps = followUps
        }

        /// The cell in which a visit of a kind leaves a household to follow up.
        func followUp(_ kind: Int) -> Int? { followUps.isEmpty ? nil : followUps[kind] }
    }

    /// Some households of a cell.
    package struct Use: Sendable, Equatable {
        package let cell: Int
        package let households: Int

        package init(cell: Int, households: Int) {
            self.cell = cell
            self.households = households
        }
    }

    /// A sum over visits that is to reach a least value.
    package struct Floor: Sendable, Equatable {
        package var least: Double
        /// What each unit that is missing costs, in the units of gain.
        package let penalty: Double
        /// By cell: what a visit adds, by kind of worker. A cell that is absent adds nothing.
        package let weights: [Int: [Double]]

        package init(least: Double, penalty: Double, weights: [Int: [Double]]) {
            self.least = least
            self.penalty = penalty
            self.weights = weights
        }
    }

    /// What one visit gives and takes.
    package struct Offer: Sendable, Equatable {
        package let gain: Double
        /// A cell has an offer for each kind: they are kept small.
        private let wholeMinutes: Int32

        /// At least 1.
        package var minutes: Int { Int(wholeMinutes) }

        package init(gain: Double, minutes: Int) {
            self.gain = gain
            wholeMinutes = Int32(minutes)
        }
    }

    package private(set) var workers: [Worker]
    package let groups: Int
    package let cells: [Cell]
    package let kinds: Int
    /// Groups that at least one worker is to open, ascending.
    package let mustOpen: [Int]
    /// Groups that were wished for too and that no worker can open, ascending.
    package let unreachable: [Int]
    package let floors: [Floor]
    /// Whether a group is opened only for at least one visit there.
    package let opensForVisits: Bool
    /// Cells by group, ascending.
    let cellsOfGroup: [[Int]]
    /// By cell: the floors that a visit adds to.
    let floorsOfCell: [[FloorShare]]
    /// Whether visits to some cell take or leave households of others.
    let hasUses: Bool
    /// By cell: those of which visits leave households here to follow up; empty where none does.
    let openersOfCell: [[Int]]
    /// Cells of households to follow up, ascending.
    let followUpCells: [Int]
    /// By cell: households that can be visited, those that others may leave to follow up among them.
    var mostVisits: [Int] { mostVisits(cells.map(\.count)) }
    /// Whether some opening is paid for.
    private(set) var hasBonus: Bool
    /// By kind, then cell: gain and minutes of a visit; 0 minutes: no offer.
    let gains: [[Double]]
    let minutes: [[Int32]]
    /// By cell: whether a visit takes one household and does nothing else.
    let isPlain: [Bool]
    /// By group, then kind: the first kind that can do the same there.
    let alike: [[Int]]

    /// What a visit adds to a floor, by kind.
    struct FloorShare: Sendable, Hashable {
        let floor: Int
        let weights: [Double]
    }

    /// - Precondition: groups, kinds and offers exist, every number is finite, and what a cell uses lies in its group and
    ///   uses nothing itself.
    package init(
        workers: [Worker], groups: Int, cells: [Cell], kinds: Int, mustOpen: [Int] = [], floors: [Floor] = [],
        opensForVisits: Bool = false
    ) {
        precondition(cells.allSatisfy { (0..<groups).contains($0.group) && $0.offers.count == kinds })
        precondition(workers.allSatisfy { (0..<kinds).contains($0.kind) && $0.minutes.isFinite })
        precondition(workers.allSatisfy { $0.mostGroups <= 1 || $0.openings.allSatisfy { $0.kind == nil } })
        precondition(
            cells.allSatisfy { cell in
                cell.uses.allSatisfy { cells[$0.cell].group == cell.group && cells[$0.cell].uses.isEmpty }
            })
        precondition(
            cells.allSatisfy { cell in
                cell.followUps.allSatisfy { $0.map { cells[$0].group == cell.group } ?? true }
            })
        self.workers = workers
        self.groups = groups
        self.cells = cells
        self.kinds = kinds
        self.floors = floors
        self.opensForVisits = opensForVisits
        hasUses = cells.contains { !$0.uses.isEmpty || !$0.followUps.isEmpty }
        var openersOfCell = Array(repeating: [Int](), count: cells.count)
        for (place, cell) in cells.enumerated() {
            for next in Set(cell.followUps.compactMap(\.self)) { openersOfCell[next].append(place) }
        }
        self.openersOfCell = openersOfCell
        followUpCells = openersOfCell.indices.filter { !openersOfCell[$0].isEmpty }
        hasBonus = workers.contains { $0.openings.contains { $0.cost < 0 } }
        var byGroup = Array(repeating: [Int](), count: groups)
        for (place, cell) in cells.enumerated() { byGroup[cell.group].append(place) }
        cellsOfGroup = byGroup
        var floorsOfCell = Array(repeating: [FloorShare](), count: cells.count)
        for (place, floor) in floors.enumerated() {
            for (cell, weights) in floor.weights {
                floorsOfCell[cell].append(FloorShare(floor: place, weights: weights))
            }
        }
        self.floorsOfCell = floorsOfCell
        gains = (0..<kinds).map { kind in cells.map { $0.offers[kind]?.gain ?? 0 } }
        minutes = (0..<kinds).map { kind in cells.map { Int32($0.offers[kind]?.minutes ?? 0) } }
        isPlain = zip(cells, floorsOfCell).map { $0.uses.isEmpty && $0.followUps.isEmpty && $1.isEmpty }
        alike = byGroup.map { own in
            var different: [Int] = []
            return (0..<kinds).map { kind in
                let first = different.first { other in
                    own.allSatisfy {
                        Self.isAlike(kind, other, in: cells[$0], floors: floorsOfCell[$0])
                    }
                }
                if first == nil { different.append(kind) }
                return first ?? kind
            }
        }
        // A group that nobody may open cannot be wished for.
        var reachable: Set<Int> = []
        for worker in workers where worker.mostGroups > 0 || worker.openings.contains(where: \.isPinned) {
            for opening in worker.openings where !reachable.contains(opening.group) {
                let room = worker.minutes - opening.minutes
                let canVisit = byGroup[opening.group].contains { cell in
                    guard cells[cell].count > 0, let offer = cells[cell].offers[worker.kind(in: opening)]
                    else {
                        return false
                    }
                    return Double(offer.minutes) <= room && !worker.barred.contains(cell)
                }
                if room >= 0, canVisit || !opensForVisits { reachable.insert(opening.group) }
            }
        }
        self.mustOpen = Set(mustOpen).intersection(reachable).sorted()
        unreachable = Set(mustOpen).subtracting(reachable).sorted()
    }

    /// Whether two kinds of worker can do the same in a cell.
    private static func isAlike(_ kind: Int, _ other: Int, in cell: Cell, floors: [FloorShare]) -> Bool {
        cell.offers[kind] == cell.offers[other] && cell.followUp(kind) == cell.followUp(other)
            && floors.allSatisfy { $0.weights[kind] == $0.weights[other] }
    }

    /// The same problem with more workers, who are wished for nothing.
    func with(_ extras: [Worker]) -> AllocationProblem {
        var problem = self
        problem.workers += extras
        problem.hasBonus = hasBonus || extras.contains { $0.openings.contains { $0.cost < 0 } }
        return problem
    }

    /// The same problem without floors, in which each visit is paid for what it adds to them.
    ///
    /// For any prices from 0 to the penalties, no plan of the problem is worth more than the best of this one less
    /// Σ price · least: Lagrange's bound.
    func paying(_ prices: [Double]) -> AllocationProblem {
        let cells = cells.enumerated().map { place, cell in
            let shares = floorsOfCell[place]
            guard !shares.isEmpty else { return cell }
            let offers = cell.offers.enumerated().map { kind, offer in
                offer.map { offer in
                    Offer(
                        gain: shares.reduce(offer.gain) { $0 + prices[$1.floor] * $1.weights[kind] },
                        minutes: offer.minutes)
                }
            }
            return Cell(
                group: cell.group, count: cell.count, offers: offers, uses: cell.uses,
                followUps: cell.followUps)
        }
        return AllocationProblem(
            workers: workers, groups: groups, cells: cells, kinds: kinds, mustOpen: mustOpen,
            opensForVisits: opensForVisits)
    }

    /// By cell: households that can be visited yet where so many are left, those that others may leave to follow up
    /// among them.
    func mostVisits(_ left: [Int]) -> [Int] {
        var most = left
        for cell in followUpCells { most[cell] += openersOfCell[cell].reduce(0) { $0 + max(0, left[$1]) } }
        return most
    }

    /// The greatest number of minutes that divides every visit; 1 without visits.
    var unit: Int {
        let minutes = cells.flatMap { $0.offers.compactMap { $0?.minutes } }
        return max(1, minutes.reduce(0, Self.commonDivisor))
    }

    /// Euclid's algorithm; 0 counts as "none yet".
    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : commonDivisor(other, one % other)
    }
}
