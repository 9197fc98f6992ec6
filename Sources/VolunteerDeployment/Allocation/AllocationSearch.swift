package import LinearPrograms

/// How a search for a plan goes on.
package struct AllocationEffort: Sendable {
    /// Stops where (bound − value) ÷ bound is at most this.
    package var gap: Double
    /// Rounds of pricing (0: none, and no dive; the plan is what repricing finds), of making parts of the plan anew,
    /// and nodes of branching, at most.
    package var rounds: Int
    package var renewals: Int
    package var nodes: Int
    /// Whether the search dives to whole months; without, the bound is what counts, and the plan a first one.
    package var dives = true
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
    package fileprivate(set) var months: [WorkerMonth]
    package fileprivate(set) var value: Double
    package fileprivate(set) var bound: Double
    /// Wished groups that are given up, ascending: those that no worker can open, and as few others as can be. The
    /// bound is that of the problem without these wishes.
    package fileprivate(set) var unmet: [Int]
    /// Whether no plan opens more of the wished groups.
    package let isUnmetProven: Bool
    /// How far each floor is missed, at least 0; empty where there is none. The bound holds for plans that miss no
    /// more.
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

    /// (bound − value) ÷ |bound|, at least 0; nil where the bound is below the value, and so proves nothing.
    package var gap: Double? { provenGap(value: value, bound: bound) }
}

/// (bound − value) ÷ |bound|, at least 0; nil unless the bound is at least the value, rounding aside.
package func provenGap(value: Double, bound: Double) -> Double? {
    guard bound >= value - 1e-9 * max(1, abs(value)) else { return nil }
    return bound == 0 ? 0 : max(0, (bound - value) / abs(bound))
}

/// Searches for the best plan: prices months into a master programme, dives to whole months, cuts the master closer
/// and dives again, then makes one neighbourhood after the other anew, and branches.
///
/// The same problem gives the same plan whatever the number of threads, as long as it is not told to stop.
///
/// - Parameter start: months to begin with; those that do not fit are left out.
/// - Throws: `LinearProgramError` where the engine finds no optimum.
package func allocate(
    _ problem: AllocationProblem, effort: AllocationEffort = AllocationEffort(),
    from start: [WorkerMonth] = [], by solver: @escaping LinearProgramSolver = clpSolve,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: (_ value: Double, _ bound: Double) -> Void = { _, _ in }
) throws(LinearProgramError) -> AllocationResult {
    var result = try allocateReachable(
        problem.withoutIdleMinutes, effort, from: start, by: solver, shouldStop: shouldStop,
        progress: progress)
    result.unmet = (problem.unreachable + result.unmet).sorted()
    return result
}

/// Searches for the best plan of a problem in which some worker can open each wished group.
private func allocateReachable(
    _ problem: AllocationProblem, _ effort: AllocationEffort, from start: [WorkerMonth],
    by solver: @escaping LinearProgramSolver, shouldStop: @escaping @Sendable () -> Bool,
    progress: (_ value: Double, _ bound: Double) -> Void
) throws(LinearProgramError) -> AllocationResult {
    let pooled = try PooledPrices(problem, by: solver)
    let first = pooled.prices
    guard !problem.floors.isEmpty else {
        return try search(
            problem, effort, from: start, at: first, known: pooled.bound, by: solver, shouldStop: shouldStop,
            progress: progress)
    }
    // Floors are paid for at these prices, by every visit that adds to them, and then reached by paying more: near
    // enough to the bound with a large crew, and quick.
    let owed = zip(first.floors, problem.floors).reduce(0) { $0 + $1.0 * $1.1.least }
    var near = effort
    // Reaching them costs a little of the plan: it is looked for nearer to the bound.
    near.gap = effort.gap / 2
    (near.renewals, near.nodes) = (0, 0)
    let paid = try search(
        problem.paying(first.floors), near, from: start,
        at: AllocationPrices(cells: first.cells, openings: first.openings, floors: []),
        known: pooled.bound + owed, by: solver, shouldStop: shouldStop,
        progress: { progress($0 - owed, $1 - owed) }
    ).reaching(problem, at: first.floors, owed: owed, effort: effort, shouldStop: shouldStop)
    if paid.stopped != .work || effort.rounds == 0 || !effort.dives { return paid }
    // Else the master has rows of its own for them, with their own prices.
    let own = try search(
        problem, effort, from: paid.months, at: first, known: pooled.bound, by: solver,
        shouldStop: shouldStop, progress: progress)
    return own.better(than: paid, in: problem)
}

extension AllocationProblem {
    /// What floors that are missed so far cost.
    func missedPrice(_ missed: [Double]) -> Double {
        zip(floors, missed).reduce(0) { $0 + $1.0.penalty * $1.1 }
    }
}

extension AllocationResult {
    /// The same search with another plan, which misses no more.
    func keeping(_ plan: AllocationPlan) -> AllocationResult {
        var kept = self
        (kept.months, kept.value) = (plan.months, plan.value)
        return kept
    }

    /// The same search with another plan, and the bound for what that misses and gives up.
    func replaced(by plan: AllocationPlan, bound: Double, gap: Double, isStopped: Bool) -> AllocationResult {
        let isNear = bound - plan.value <= max(1e-6, gap * abs(bound))
        return AllocationResult(
            months: plan.months, value: plan.value, bound: bound,
            unmet: Set(unmet).union(plan.unmet).sorted(), isUnmetProven: isUnmetProven, missed: plan.missed,
            stopped: isNear ? .gap : isStopped ? .time : .work, allPrices: allPrices, columns: columns)
    }

    /// The result in a problem whose floors were only paid for: its plan is brought to reach them.
    fileprivate func reaching(
        _ problem: AllocationProblem, at paid: [Double], owed: Double, effort: AllocationEffort,
        shouldStop: @escaping @Sendable () -> Bool
    ) -> AllocationResult {
        var plan = AllocationPlan(problem)
        for month in months { plan.set(month) }
        let prices = AllocationPrices(
            cells: allPrices.cells, openings: allPrices.openings, floors: paid)
        if effort.dives {
            AllocationRepricing(
                pricing: AllocationPricing(problem, threads: effort.threads, shouldStop: shouldStop)
            ).mend(&plan, workers: Array(problem.workers.indices), prices: prices)
        }
        let bound = bound - owed + plan.missedPrice
        let isNear = bound - plan.value <= max(1e-6, effort.gap * abs(bound))
        return AllocationResult(
            months: plan.months, value: plan.value, bound: bound, unmet: unmet,
            isUnmetProven: isUnmetProven, missed: plan.missed,
            stopped: isNear ? .gap : shouldStop() ? .time : .work, allPrices: prices, columns: columns)
    }

    /// This or another result of the same problem: the one that opens more of the wished groups, or as many and is
    /// worth more with what floors miss. Where both give up the same, the lower bound holds for both.
    fileprivate func better(than other: AllocationResult, in problem: AllocationProblem) -> AllocationResult {
        func price(_ result: AllocationResult) -> Double { problem.missedPrice(result.missed) }
        if unmet.count != other.unmet.count { return unmet.count < other.unmet.count ? self : other }
        var best = value - price(self) >= other.value - price(other) ? self : other
        if unmet == other.unmet {
            best.bound = min(bound - price(self), other.bound - price(other)) + price(best)
        }
        return best
    }
}

/// The search in a problem: what is paid for is decided, and floors it has are rows of the master.
///
/// - Parameter known: a bound that holds already, for when the time is over before there is another.
private func search(
    _ problem: AllocationProblem, _ effort: AllocationEffort, from start: [WorkerMonth],
    at first: AllocationPrices, known: Double, by solver: @escaping LinearProgramSolver,
    shouldStop: @escaping @Sendable () -> Bool, progress: (_ value: Double, _ bound: Double) -> Void
) throws(LinearProgramError) -> AllocationResult {
    var problem = problem
    var coverage: GroupCoverage?
    var given: [Int] = []
    let everyone = Array(problem.workers.indices)
    var pricing = AllocationPricing(problem, threads: effort.threads, shouldStop: shouldStop)
    var plan = AllocationPlan(problem)
    plan.take(start)
    var generation = AllocationGeneration(
        pricing, master: AllocationMaster(problem), prices: first, by: solver)
    // Wishes are paid nothing yet: what these months prove holds whatever is given up.
    var months = generation.price(at: first).map { $0.fitted(to: generation.most, of: problem) }
    let isLarge = problem.isLarge
    func improve(_ plan: inout AllocationPlan) {
        for share in effort.dives ? [1, 0.95, 0.9, 0.8, 0.7, 0.5, 0.2, 0] : [0.8, 0] {
            AllocationRepricing(pricing: pricing).improve(
                &plan, workers: everyone, prices: first, share: share)
            months += plan.months
        }
    }
    improve(&plan)
    if !plan.unmet.isEmpty {
        // What no months reach together is given up by proof, and the rest of the search has nothing to do with it.
        let found = try GroupCoverage(problem, threads: effort.threads, by: solver, shouldStop: shouldStop)
        coverage = found
        // The plan in hand stays where it opens as many.
        let isBest = plan.unmet.count <= found.given.count
        given = isBest ? plan.unmet : found.given
        problem = problem.givingUp(given)
        pricing = AllocationPricing(problem, threads: effort.threads, shouldStop: shouldStop)
        let start = isBest ? plan.months : found.months
        plan = AllocationPlan(problem)
        for month in start { plan.set(month) }
        if !isBest { improve(&plan) }
        generation = AllocationGeneration(
            pricing, master: AllocationMaster(problem), prices: first, by: solver)
        _ = generation.price(at: first)
    }
    let repricing = AllocationRepricing(pricing: pricing)
    func enough(_ plan: AllocationPlan, _ bound: Double) -> Bool {
        plan.unmet.isEmpty && bound - plan.score <= max(1e-6, effort.gap * abs(bound))
    }
    func tell(_ bound: Double) { progress(plan.value, min(bound, known) + plan.missedPrice) }
    for month in months { generation.master.add(month) }
    tell(generation.bound)
    let diving = AllocationDiving(
        pricing: pricing, solver: solver, parts: isLarge ? 4 : 8, rounds: isLarge ? 2 : 3)
    func dive(from optimum: AllocationMaster.Optimum, prices: AllocationPrices) throws(LinearProgramError) {
        guard effort.dives else { return }
        var dived = AllocationPlan(problem)
        try diving.run(generation, from: optimum, into: &dived, shouldStop: shouldStop)
        for share in [0.5, 0.2, 0] {
            repricing.improve(&dived, workers: everyone, prices: prices, share: share)
        }
        if !problem.floors.isEmpty { repricing.mend(&dived, workers: everyone, prices: prices) }
        if dived.isBetter(than: plan) { plan = dived }
        tell(generation.bound)
    }
    /// The bound that would be enough.
    var enoughBound: Double {
        // (bound − score) ÷ |bound| is the gap.
        let score = plan.score
        return plan.unmet.isEmpty ? score / (1 - (score < 0 ? -effort.gap : effort.gap)) : -.infinity
    }
    var prices = first
    if !enough(plan, generation.bound), effort.rounds > 0, !shouldStop() {
        let met = min(effort.gap / 10, isLarge ? 1 : 1e-5)
        var optimum = try generation.run(
            rounds: effort.rounds, until: enoughBound, met: met, shouldStop: shouldStop)
        tell(generation.bound)
        prices = generation.prices
        if !enough(plan, generation.bound) { try dive(from: optimum, prices: prices) }
        if !enough(plan, generation.bound) {
            optimum = try generation.tighten(from: optimum, until: enoughBound, shouldStop: shouldStop)
            tell(generation.bound)
            if !enough(plan, generation.bound) { try dive(from: optimum, prices: prices) }
        }
    }
    var renewal = AllocationRenewal(pricing, prices: prices, by: solver)
    // Where one neighbourhood is all, branching does better.
    let renewals = problem.workers.count > AllocationRenewal.size ? effort.renewals : 0
    for _ in 0..<renewals {
        if enough(plan, generation.bound) || shouldStop() { break }
        try renewal.renew(&plan, shouldStop: shouldStop)
        tell(generation.bound)
    }
    var bound = min(generation.bound, known)
    if !enough(plan, bound), effort.nodes > 0, !shouldStop() {
        var master = AllocationMaster(problem, isBranched: true)
        for month in generation.master.months + plan.months { master.add(month) }
        _ = master.add(generation.master.cellCuts)
        let branching = AllocationBranching(pricing: pricing, solver: solver, nodes: effort.nodes)
        bound = branching.run(
            &master, plan: &plan, bound: bound, prices: generation.prices,
            slack: max(1e-7, effort.gap * abs(bound)), shouldStop: shouldStop)
        tell(bound)
    }
    return AllocationResult(
        months: plan.months, value: plan.value, bound: bound + plan.missedPrice,
        unmet: given, isUnmetProven: coverage?.isProven ?? true, missed: plan.missed,
        stopped: enough(plan, bound) ? .gap : shouldStop() ? .time : .work, allPrices: prices,
        columns: generation.master.months)
}
