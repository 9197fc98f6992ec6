internal import LinearPrograms

/// Turns the master's shares of months into one whole month for each worker.
///
/// Again and again the months taken most are made whole; what they leave is priced and solved anew for the others.
struct AllocationDiving {
    let pricing: AllocationPricing
    let solver: LinearProgramSolver
    /// At least one of so many open workers is made whole at a time.
    let parts: Int
    /// Of pricing, after each.
    let rounds: Int

    /// Gives months to the generation's workers in a plan in which they have none.
    func run(
        _ generation: AllocationGeneration, from start: AllocationMaster.Optimum,
        into plan: inout AllocationPlan, shouldStop: @Sendable () -> Bool
    ) throws(LinearProgramError) {
        var master = generation.master
        let worth = zip(master.months, start.taken).map { month, taken in
            taken > 1e-9 ? .infinity : month.worth(at: start.prices, in: pricing.problem)
        }
        // Pricing finds others again.
        master.drop(keeping: master.months.best(Self.best, worth: worth).contains)
        var optimum = try master.optimum(by: solver)
        var open = Set(generation.workers)
        while !open.isEmpty, !shouldStop() {
            let fixed = fix(master, optimum, &open, &plan)
            if fixed == 0 { break }
            let (left, unmet) = (plan.left, Set(plan.unmet))
            let problem = pricing.problem
            let most = problem.mostVisits(left)
            master.leave(left)
            master.wish(unmet.contains)
            master.owe(beyond: plan.reached)
            master.allow { open.contains($0.worker) && $0.fits(in: most, of: problem) }
            master.drop { _ in true }
            master.dropSlackCuts()
            optimum = try master.optimum(by: solver)
            let workers = open.sorted()
            for _ in 0..<rounds where !shouldStop() {
                let months = pricing.bestMonths(workers, prices: optimum.prices, left: left)
                var added = 0
                for case let month? in months {
                    let worth = month.worth(at: optimum.prices, in: pricing.problem)
                    guard worth > optimum.workerPrices[month.worker] + 1e-7 else { continue }
                    master.add(month.fitted(to: most, of: problem))
                    added += 1
                }
                if added == 0 { break }
                optimum = try master.optimum(by: solver)
            }
        }
    }

    /// Months of a worker that a dive starts with.
    private static let best = 10

    /// Makes the months taken most whole; returns how many.
    private func fix(
        _ master: AllocationMaster, _ optimum: AllocationMaster.Optimum, _ open: inout Set<Int>,
        _ plan: inout AllocationPlan
    ) -> Int {
        let order = optimum.taken.indices.filter { optimum.taken[$0] > 1e-6 }.sorted {
            (optimum.taken[$1], $0) < (optimum.taken[$0], $1)
        }
        let most = max(1, open.count / parts)
        var fixed = 0
        for column in order {
            let month = master.months[column]
            guard open.contains(month.worker) else { continue }
            if fixed >= most && optimum.taken[column] < 0.999 { break }
            guard month.fits(in: plan.left, of: pricing.problem) else { continue }
            plan.set(month)
            open.remove(month.worker)
            fixed += 1
        }
        return fixed
    }
}
