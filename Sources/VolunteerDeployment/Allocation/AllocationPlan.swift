/// A whole month for each worker, within all limits but wishes, made better step by step.
struct AllocationPlan: Sendable {
    let problem: AllocationProblem
    private(set) var months: [WorkerMonth]
    /// Households of each cell that nobody visits.
    private(set) var left: [Int]
    /// Workers that open each group.
    private(set) var openers: [Int]

    /// Nobody goes anywhere.
    init(_ problem: AllocationProblem) {
        self.problem = problem
        months = problem.workers.indices.map(WorkerMonth.empty)
        left = problem.cells.map(\.count)
        openers = Array(repeating: 0, count: problem.groups)
    }

    /// Gains less costs.
    var value: Double { months.reduce(0) { $0 + $1.value(in: problem) } }

    /// Wished groups that nobody opens.
    var unmet: [Int] { problem.mustOpen.filter { openers[$0] == 0 } }

    /// Gives a worker another month. It must fit into what is left beside the worker's own.
    mutating func set(_ month: WorkerMonth) {
        let person = problem.workers[month.worker]
        let old = months[month.worker]
        for visit in old.visits { left[visit.cell] += visit.count }
        for opening in old.openings { openers[person.openings[opening].group] -= 1 }
        for visit in month.visits { left[visit.cell] -= visit.count }
        for opening in month.openings { openers[person.openings[opening].group] += 1 }
        months[month.worker] = month
    }

    /// Whether this is better: fewer unmet wishes, then more value.
    func isBetter(than other: AllocationPlan) -> Bool {
        let (own, others) = (unmet.count, other.unmet.count)
        return own != others ? own < others : value > other.value + 1e-9
    }
}
