/// Who can do what where, in numbers: all that a solver needs of a deployment.
///
/// Maximise Σ gain over visits − Σ cost over openings; a worker opens at most `mostGroups` of its openings, its visits
/// and openings take at most its minutes, and visits to a cell are at most its count. Some groups must be opened.
package struct AllocationProblem: Sendable, Equatable {
    /// One volunteer.
    package struct Worker: Sendable, Equatable {
        /// Which offer of a cell is this worker's: 0 ..< `kinds`.
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
    }

    /// What going to a group takes, once a month.
    package struct Opening: Sendable, Equatable {
        package let group: Int
        /// At least 0.
        package let minutes: Double
        /// In the units of gain.
        package let cost: Double

        package init(group: Int, minutes: Double, cost: Double) {
            self.group = group
            self.minutes = minutes
            self.cost = cost
        }
    }

    /// Households of one group that a plan cannot tell apart.
    package struct Cell: Sendable, Equatable {
        package let group: Int
        /// Households: visits are at most so many.
        package let count: Int
        /// By kind of worker; nil: no worker of the kind can help here.
        package let offers: [Offer?]

        package init(group: Int, count: Int, offers: [Offer?]) {
            self.group = group
            self.count = count
            self.offers = offers
        }
    }

    /// What one visit gives and takes.
    package struct Offer: Sendable, Equatable {
        package let gain: Double
        /// Whole minutes, at least 1.
        package let minutes: Int

        package init(gain: Double, minutes: Int) {
            self.gain = gain
            self.minutes = minutes
        }
    }

    package let workers: [Worker]
    package let groups: Int
    package let cells: [Cell]
    package let kinds: Int
    /// Groups that at least one worker is to open.
    package let mustOpen: [Int]
    /// Cells by group, ascending.
    let cellsOfGroup: [[Int]]

    /// - Precondition: groups, kinds and offers exist, and every number is finite.
    package init(workers: [Worker], groups: Int, cells: [Cell], kinds: Int, mustOpen: [Int] = []) {
        precondition(cells.allSatisfy { (0..<groups).contains($0.group) && $0.offers.count == kinds })
        precondition(workers.allSatisfy { (0..<kinds).contains($0.kind) && $0.minutes.isFinite })
        self.workers = workers
        self.groups = groups
        self.cells = cells
        self.kinds = kinds
        // A group that nobody may open cannot be wished for.
        let reachable = Set(
            workers.filter { $0.mostGroups > 0 }.flatMap { worker in
                worker.openings.filter { $0.minutes <= worker.minutes }.map(\.group)
            })
        self.mustOpen = Set(mustOpen).intersection(reachable).sorted()
        var byGroup = Array(repeating: [Int](), count: groups)
        for (place, cell) in cells.enumerated() { byGroup[cell.group].append(place) }
        cellsOfGroup = byGroup
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
