/// How a search for a plan goes on.
package struct AllocationEffort: Sendable {
    /// Stops where (bound − value) ÷ bound is at most this.
    package var gap: Double
    /// Rounds of pricing, of making parts of the plan anew, and nodes of branching, at most.
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
    /// What ended the search.
    package let stopped: Stop
    /// What one more household of each cell would be worth, by the prices that prove the bound.
    package let prices: [Double]

    /// What ends a search: the gap asked for is reached, the time is over, or all work is done.
    package enum Stop: String, Sendable {
        case gap, time, work
    }

    /// (bound − value) ÷ |bound|, at least 0.
    package var gap: Double { bound == 0 ? 0 : max(0, (bound - value) / abs(bound)) }
}

/// Searches for the best plan: prices months into a master programme, dives to whole months, then makes one
/// neighbourhood after the other anew.
///
/// The same problem gives the same plan whatever the number of threads, as long as it is not told to stop.
///
/// - Throws: `LinearProgramError` where the engine finds no optimum.
package func allocate(
    _ problem: AllocationProblem, effort: AllocationEffort = AllocationEffort(),
    by solver: @escaping LinearProgramSolver = clpSolve, shouldStop: @Sendable () -> Bool = { false },
    progress: (_ value: Double, _ bound: Double) -> Void = { _, _ in }
) throws(LinearProgramError) -> AllocationResult {
    let pricing = AllocationPricing(problem, threads: effort.threads)
    let repricing = AllocationRepricing(pricing: pricing)
    let everyone = Array(problem.workers.indices)
    var generation = AllocationGeneration(
        pricing, master: AllocationMaster(problem), prices: AllocationPrices(problem), by: solver)
    var plan = AllocationPlan(problem)
    repricing.improve(&plan, workers: everyone, prices: AllocationPrices(problem), share: 0)
    for month in plan.months + generation.price(at: AllocationPrices(problem)) {
        generation.master.add(month)
    }
    func enough(_ plan: AllocationPlan, _ bound: Double) -> Bool {
        plan.unmet.isEmpty && bound - plan.value <= max(1e-6, effort.gap * abs(bound))
    }
    // Many workers: the programme's own time is most of it, so that fewer and larger steps are taken.
    let isLarge = problem.workers.count > 400
    let met = min(effort.gap / 10, isLarge ? 1 : 1e-5)
    let optimum = try generation.run(rounds: effort.rounds, met: met, shouldStop: shouldStop)
    progress(plan.value, generation.bound)
    var dived = AllocationPlan(problem)
    try AllocationDiving(pricing: pricing, solver: solver, parts: isLarge ? 4 : 16, rounds: isLarge ? 2 : 4)
        .run(
            generation, from: optimum, into: &dived, shouldStop: shouldStop)
    for share in [0.5, 0.2, 0] {
        repricing.improve(&dived, workers: everyone, prices: generation.prices, share: share)
    }
    if dived.isBetter(than: plan) { plan = dived }
    progress(plan.value, generation.bound)
    var renewal = AllocationRenewal(pricing, prices: generation.prices, by: solver)
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
        let branching = AllocationBranching(pricing: pricing, solver: solver, nodes: effort.nodes)
        bound = try branching.run(
            &master, plan: &plan, bound: bound, prices: generation.prices,
            slack: max(1e-7, effort.gap * abs(bound)), shouldStop: shouldStop)
        progress(plan.value, bound)
    }
    return AllocationResult(
        months: plan.months, value: plan.value, bound: bound, unmet: plan.unmet,
        stopped: enough(plan, bound) ? .gap : shouldStop() ? .time : .work, prices: generation.prices.cells)
}
