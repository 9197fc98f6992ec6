/// Makes a plan better one worker at a time: each gives the month back and takes the best that the others leave, charged
/// part of what households are worth to them: first most of it, at last nothing.
struct AllocationRepricing {
    let pricing: AllocationPricing

    /// One round through these workers, in their order.
    func improve(
        _ plan: inout AllocationPlan, workers: [Int], prices: AllocationPrices, share: Double
    ) {
        let charged = AllocationPrices(
            cells: prices.cells.map { $0 * share }, openings: prices.openings.map { _ in 0 })
        for worker in workers {
            let old = plan.months[worker]
            plan.set(.empty(worker))
            var own = charged
            // A wished group that nobody else opens is worth more than any visit.
            for group in plan.unmet { own.openings[group] = Self.wish }
            let month = pricing.bestMonths([worker], prices: own, left: plan.left).first ?? nil
            let problem = pricing.problem
            if let month, month.worth(at: own, in: problem) > old.worth(at: own, in: problem) + 1e-9 {
                plan.set(month)
            } else {
                plan.set(old)
            }
        }
    }

    private static let wish = 1e6
}
