package import LinearPrograms

/// How a search for a plan goes on.
package struct AllocationEffort: Sendable {
    /// Stops where (bound − value) ÷ bound is at most this.
    package var gap: Double
    /// Rounds of pricing (0: none, and no dive; the plan is what repricing finds), of making parts of the plan anew, and
    /// nodes of branching, at most.
    package var rounds: Int
    package var renewals: Int
    package var nodes: Int
    /// At least 1; changes the time only.
    package var threads: Int

    package init(
        gap: Double = 0.005, rounds: Int = 60, renewals: Int = 0, nodes: Int = 0, threads: Int = 1
    ) {
        self.gap = gap
        self.rounds = rounds
        self.renewals = renewals
        self.nodes = nodes
        self.threads = threads
    }
}

/// A plan, what it is worth, and what no plan can pass.
package struct AllocationResult: Sendable {
    /// One a worker.
    package let months: [WorkerMonth]
    package let value: Double
    package let bound: Double
    /// Wished groups that nobody opens.
    package let unmet: [Int]
    /// How far each floor is missed, at least 0. The bound holds for plans that miss no more.
    package let missed: [Double]
    /// What ended the search.
    package let stopped: Stop
    /// What one more household of each cell would be worth, by the prices of the master before it was cut.
    package var prices: [Double] { allPrices.cells }
    let allPrices: AllocationPrices
    /// All months that the master knows.
    let columns: [WorkerMonth]

    /// What ends a search: the gap asked for is reached, the time is over, or all work is done.
    package enum Stop: String, Sendable {
        case gap, time, work
    }

    /// (bound − value) ÷ |bound|, at least 0.
    package var gap: Double { bound == 0 ? 0 : max(0, (bound - value) / abs(bound)) }
}

/// Searches for the best plan: prices months into a master programme, dives to whole months, cuts the master closer and
/// dives again, then makes one neighbourhood after the other anew, and branches.
///
/// The same problem gives the same plan whatever the number of threads, as long as it is not told to stop.
///
/// - Parameter start: months to begin with; those that do not fit are left out.
/// - Throws: `LinearProgramError` where the engine finds no optimum.
package func allocate(
    _ problem: AllocationProblem, effort: AllocationEffort = AllocationEffort(),
    from start: [WorkerMonth] = [], by solver: @escaping LinearProgramSolver = clpSolve,
    shouldStop: @Sendable () -> Bool = { false },
    progress: (_ value: Double, _ bound: Double) -> Void = { _, _ in }
) throws(LinearProgramError) -> AllocationResult {
    let first = try AllocationPrices(pooled: problem, by: solver)
    guard !problem.floors.isEmpty else {
        return try search(
            problem, effort, from: start, at: first, by: solver, shouldStop: shouldStop, progress: progress)
    }
    // Floors are paid for at these prices, by every visit that adds to them, and then reached by paying more.
    let owed = zip(first.floors, problem.floors).reduce(0) { $0 + $1.0 * $1.1.least }
    var near = effort
    // Reaching them costs a little of the plan: it is looked for nearer to the bound.
    near.gap = effort.gap / 2
    let result = try search(
        problem.paying(first.floors), near, from: start,
        at: AllocationPrices(cells: first.cells, openings: first.openings, floors: []), by: solver,
        shouldStop: shouldStop, progress: { progress($0 - owed, $1 - owed) })
    return result.reaching(
        problem, at: first.floors, owed: owed, effort: effort, isStopped: shouldStop())
}

extension AllocationResult {
    /// The result in a problem whose floors were only paid for: its plan is brought to reach them.
    fileprivate func reaching(
        _ problem: AllocationProblem, at paid: [Double], owed: Double, effort: AllocationEffort,
        isStopped: Bool
    ) -> AllocationResult {
        var plan = AllocationPlan(problem)
        for month in months { plan.set(month) }
        let prices = AllocationPrices(
            cells: allPrices.cells, openings: allPrices.openings, floors: paid)
        AllocationRepricing(pricing: AllocationPricing(problem, threads: effort.threads)).mend(
            &plan, workers: Array(problem.workers.indices), prices: prices)
        let bound = bound - owed + plan.missedPrice
        let isNear = plan.unmet.isEmpty && bound - plan.value <= max(1e-6, effort.gap * abs(bound))
        return AllocationResult(
            months: plan.months, value: plan.value, bound: bound, unmet: plan.unmet,
            missed: plan.missed, stopped: isNear ? .gap : isStopped ? .time : .work, allPrices: prices,
            columns: columns)
    }
}

/// The search in a problem without floors.
private func search(
    _ problem: AllocationProblem, _ effort: AllocationEffort, from start: [WorkerMonth],
    at first: AllocationPrices, by solver: @escaping LinearProgramSolver, shouldStop: @Sendable () -> Bool,
    progress: (_ value: Double, _ bound: Double) -> Void
) throws(LinearProgramError) -> AllocationResult {
    let pricing = AllocationPricing(problem, threads: effort.threads)
    let repricing = AllocationRepricing(pricing: pricing)
    let everyone = Array(problem.workers.indices)
    func enough(_ plan: AllocationPlan, _ bound: Double) -> Bool {
        plan.unmet.isEmpty && bound - plan.value <= max(1e-6, effort.gap * abs(bound))
    }
    var generation = AllocationGeneration(
        pricing, master: AllocationMaster(problem), prices: first, by: solver)
    for month in generation.price(at: first) {
        generation.master.add(month.fitted(to: generation.left, of: problem))
    }
    var plan = AllocationPlan(problem)
    for month in start where month.fits(in: plan.left, of: problem) { plan.set(month) }
    for share in [1, 0.95, 0.9, 0.8, 0.7, 0.5, 0.2, 0] {
        repricing.improve(&plan, workers: everyone, prices: first, share: share)
        for month in plan.months { generation.master.add(month) }
    }
    progress(plan.value, generation.bound)
    // Many workers: the programme's own time is most of it, so that fewer and larger steps are taken.
    let isLarge = problem.workers.count > 400
    let diving = AllocationDiving(
        pricing: pricing, solver: solver, parts: isLarge ? 4 : 8, rounds: isLarge ? 2 : 3)
    func dive(from optimum: AllocationMaster.Optimum, prices: AllocationPrices) throws(LinearProgramError) {
        var dived = AllocationPlan(problem)
        try diving.run(generation, from: optimum, into: &dived, shouldStop: shouldStop)
        for share in [0.5, 0.2, 0] {
            repricing.improve(&dived, workers: everyone, prices: prices, share: share)
        }
        if dived.isBetter(than: plan) { plan = dived }
        progress(plan.value, generation.bound)
    }
    /// The bound that would be enough.
    var enoughBound: Double { plan.unmet.isEmpty ? plan.value / (1 - effort.gap) : -.infinity }
    var prices = first
    if !enough(plan, generation.bound), effort.rounds > 0, !shouldStop() {
        let met = min(effort.gap / 10, isLarge ? 1 : 1e-5)
        var optimum = try generation.run(
            rounds: effort.rounds, until: enoughBound, met: met, shouldStop: shouldStop)
        progress(plan.value, generation.bound)
        prices = generation.prices
        if !enough(plan, generation.bound) { try dive(from: optimum, prices: prices) }
        if !enough(plan, generation.bound) {
            optimum = try generation.tighten(from: optimum, until: enoughBound, shouldStop: shouldStop)
            progress(plan.value, generation.bound)
            if !enough(plan, generation.bound) { try dive(from: optimum, prices: prices) }
        }
    }
    var renewal = AllocationRenewal(pricing, prices: prices, by: solver)
    // Where one neighbourhood is all, branching does better.
    let renewals = problem.workers.count > AllocationRenewal.size ? effort.renewals : 0
    for _ in 0..<renewals {
        if enough(plan, generation.bound) || shouldStop() { break }
        try renewal.renew(&plan, shouldStop: shouldStop)
        progress(plan.value, generation.bound)
    }
    var bound = generation.bound
    if !enough(plan, bound), effort.nodes > 0, !shouldStop() {
        var master = AllocationMaster(problem, isBranched: true)
        for month in generation.master.months + plan.months { master.add(month) }
        _ = master.add(generation.master.cellCuts)
        let branching = AllocationBranching(pricing: pricing, solver: solver, nodes: effort.nodes)
        bound = try branching.run(
            &master, plan: &plan, bound: bound, prices: generation.prices,
            slack: max(1e-7, effort.gap * abs(bound)), shouldStop: shouldStop)
        progress(plan.value, bound)
    }
    return AllocationResult(
        months: plan.months, value: plan.value, bound: bound, unmet: plan.unmet, missed: [],
        stopped: enough(plan, bound) ? .gap : shouldStop() ? .time : .work, allPrices: prices,
        columns: generation.master.months)
}
