internal import LinearPrograms

/// How many wished groups can be opened together, and by which months: what has to be given up where not all can.
///
/// Wishes alone are a problem of their own, with nothing to gain: its master says how many stay unmet at least, and
/// where that is not a whole number, branches do.
struct GroupCoverage {
    /// One a worker: they open every wished group but those given up.
    let months: [WorkerMonth]
    /// Wished groups that these months do not open, ascending.
    let given: [Int]
    /// Whether no months open more.
    let isProven: Bool

    init(
        _ problem: AllocationProblem, threads: Int, by solver: @escaping LinearProgramSolver,
        shouldStop: @escaping @Sendable () -> Bool
    ) throws(LinearProgramError) {
        let bare = problem.wishesAlone
        let pricing = AllocationPricing(bare, threads: threads, shouldStop: shouldStop)
        let free = AllocationPrices(bare)
        var plan = AllocationPlan(bare)
        for _ in 0..<Self.turns where !plan.unmet.isEmpty {
            AllocationRepricing(pricing: pricing).improve(
                &plan, workers: Array(bare.workers.indices), prices: free, share: 0)
        }
        var generation = AllocationGeneration(
            pricing, master: AllocationMaster(bare), prices: free, by: solver)
        for month in plan.months { generation.master.add(month) }
        let penalty = generation.master.penalty
        /// Nobody opens more where the bound leaves less than a whole group.
        func enough(_ plan: AllocationPlan) -> Double { penalty * (1 - 1e-6 - Double(plan.unmet.count)) }
        var bound = 0.0
        if !plan.unmet.isEmpty {
            let optimum = try generation.run(
                rounds: Self.rounds, until: enough(plan), shouldStop: shouldStop)
            bound = min(bound, generation.bound)
            if bound > enough(plan) {
                var dived = AllocationPlan(bare)
                try AllocationDiving(pricing: pricing, solver: solver, parts: 8, rounds: 3).run(
                    generation, from: optimum, into: &dived, shouldStop: shouldStop)
                if dived.isBetter(than: plan) { plan = dived }
            }
        }
        if !plan.unmet.isEmpty, bound > enough(plan), !shouldStop() {
            var master = AllocationMaster(bare, isBranched: true)
            for month in generation.master.months + plan.months { master.add(month) }
            bound = AllocationBranching(pricing: pricing, solver: solver, nodes: Self.nodes).run(
                &master, plan: &plan, bound: bound, prices: generation.prices, slack: penalty * (1 - 1e-6),
                shouldStop: shouldStop)
        }
        months = plan.months
        given = plan.unmet
        isProven = plan.unmet.isEmpty || bound <= enough(plan)
    }

    private static let turns = 3
    private static let rounds = 200
    private static let nodes = 2_000
}
