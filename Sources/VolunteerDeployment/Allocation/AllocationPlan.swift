/// A whole month for each worker, within all limits but wishes, made better step by step.
struct AllocationPlan: Sendable {
    let problem: AllocationProblem
    private(set) var months: [WorkerMonth]
    /// Households of each cell that nobody visits.
    private(set) var left: [Int]
    /// Workers that open each group.
    private(set) var openers: [Int]
    /// What the visits add up to, by floor.
    private(set) var reached: [Double]

    /// Nobody goes anywhere.
    init(_ problem: AllocationProblem) {
        self.problem = problem
        months = problem.workers.indices.map(WorkerMonth.empty)
        left = problem.cells.map(\.count)
        openers = Array(repeating: 0, count: problem.groups)
        reached = Array(repeating: 0, count: problem.floors.count)
    }

    /// Gains less costs.
    var value: Double { months.reduce(0) { $0 + $1.value(in: problem) } }

    /// How far each floor is missed, at least 0.
    var missed: [Double] {
        zip(problem.floors, reached).map { floor, reached in
            let missed = floor.least - reached
            return missed > 1e-6 ? missed : 0
        }
    }

    /// What floors miss, at their penalties.
    var missedPrice: Double { zip(problem.floors, missed).reduce(0) { $0 + $1.0.penalty * $1.1 } }

    /// The value less the price of what floors miss.
    var score: Double { value - missedPrice }

    /// Wished groups that nobody opens.
    var unmet: [Int] { problem.mustOpen.filter { openers[$0] == 0 } }

    /// Gives a worker another month. It must fit into what is left beside the worker's own.
    mutating func set(_ month: WorkerMonth) {
        let person = problem.workers[month.worker]
        let old = months[month.worker]
        for visit in old.households(in: problem) { left[visit.cell] += visit.count }
        for opening in old.openings { openers[person.openings[opening].group] -= 1 }
        for (floor, amount) in old.reach(in: problem) { reached[floor] -= amount }
        for visit in month.households(in: problem) { left[visit.cell] -= visit.count }
        for opening in month.openings { openers[person.openings[opening].group] += 1 }
        for (floor, amount) in month.reach(in: problem) { reached[floor] += amount }
        months[month.worker] = month
    }

    /// Gives workers those of the months that fit one after the other, months with follow-ups last: others open the way.
    mutating func take(_ months: [WorkerMonth]) {
        for isLast in [false, true] {
            for month in months {
                let follows = month.visits.contains { !problem.openersOfCell[$0.cell].isEmpty }
                if follows == isLast, month.fits(in: left, of: problem) { set(month) }
            }
        }
    }

    /// Takes back follow-ups where nobody opens the way to so many households any more, those of the last workers
    /// first; returns the months that changed, as they were.
    @discardableResult
    mutating func dropUnfounded() -> [WorkerMonth] {
        var changed: [WorkerMonth] = []
        for cell in problem.followUpCells where left[cell] < 0 {
            for worker in months.indices.reversed() where left[cell] < 0 {
                if months[worker].visits.contains(where: { $0.cell == cell }) {
                    changed.append(months[worker])
                    set(months[worker].without(-left[cell], of: cell, in: problem))
                }
            }
        }
        return changed
    }

    /// Whether this is better: fewer unmet wishes, then less missed and more value.
    func isBetter(than other: AllocationPlan) -> Bool {
        let (own, others) = (unmet.count, other.unmet.count)
        return own != others ? own < others : score > other.score + 1e-9
    }
}

extension AllocationPlan {
    /// Some workers' months before others are tried, and how the plan stood then.
    struct Former {
        /// As they were; where a worker comes twice, first the earlier.
        var months: [WorkerMonth]
        fileprivate let reached: [Double]
        fileprivate let unmet: Int
        fileprivate let missedPrice: Double
    }

    func former(_ workers: [Int]) -> Former {
        Former(
            months: workers.map { months[$0] }, reached: reached, unmet: unmet.count,
            missedPrice: missedPrice)
    }

    /// Goes back to what was before.
    mutating func restore(_ former: Former) {
        for month in former.months.reversed() { set(month) }
        reached = former.reached
    }

    /// Whether the plan misses no more of the floors than before, and is better: with as much of all other months, more
    /// wishes met or more worth.
    func isBetter(than former: Former) -> Bool {
        if missedPrice > former.missedPrice + 1e-9 { return false }
        let unmet = unmet.count
        if unmet != former.unmet { return unmet < former.unmet }
        var seen: Set<Int> = []
        let gained = former.months.reduce(0.0) { sum, month in
            guard seen.insert(month.worker).inserted else { return sum }
            return sum + months[month.worker].value(in: problem) - month.value(in: problem)
        }
        return gained + former.missedPrice - missedPrice > 1e-9
    }
}
