/// Makes a plan better one worker at a time: each gives the month back and takes the best that the others leave, charged
/// part of what households are worth to them: first most of it, at last nothing.
struct AllocationRepricing {
    let pricing: AllocationPricing

    /// One round through these workers, in their order.
    ///
    /// - Parameters:
    ///   - floors: what adding to each floor is paid; nil: as the prices say.
    ///   - untilReached: stop as soon as no floor is missed.
    func improve(
        _ plan: inout AllocationPlan, workers: [Int], prices: AllocationPrices, share: Double,
        floors: [Double]? = nil, untilReached: Bool = false
    ) {
        let problem = pricing.problem
        let charged = AllocationPrices(
            cells: prices.cells.map { $0 * share }, openings: prices.openings.map { _ in 0 },
            floors: floors ?? prices.floors)
        var shared = SharedProfiles(pricing, prices: charged)
        var unmet = Set(plan.unmet)
        for worker in workers {
            if untilReached, plan.missedPrice == 0 { return }
            let old = plan.months[worker]
            let before = problem.floors.isEmpty ? nil : plan
            plan.set(.empty(worker))
            if !old.openings.isEmpty { unmet = Set(plan.unmet) }
            for opening in old.openings {
                shared.forget(problem.workers[worker].openings[opening].group)
            }
            var own = charged
            // A wished group that nobody else opens is worth more than any visit.
            for group in unmet { own.openings[group] = Self.wish }
            shared.make(for: [worker], left: plan.left)
            let found = pricing.month(of: worker, prices: own, left: plan.left) {
                unmet.contains($1) ? nil : shared.known($0, $1)
            }?.fitted(to: plan.left, of: problem)
            if let month = found, month.worth(at: own, in: problem) > old.worth(at: own, in: problem) + 1e-9 {
                plan.set(month)
                if let before, plan.missedPrice > before.missedPrice + 1e-9 || !plan.isBetter(than: before) {
                    plan = before
                }
            } else {
                plan.set(old)
            }
            let person = problem.workers[worker]
            for opening in Set(old.openings + plan.months[worker].openings) {
                shared.forget(person.openings[opening].group)
            }
            if !plan.months[worker].openings.isEmpty { unmet = Set(plan.unmet) }
        }
    }

    /// Pays ever more for floors that are missed until they are reached, or paying brings nothing; then less, for what was
    /// reached beyond them.
    func mend(_ plan: inout AllocationPlan, workers: [Int], prices: AllocationPrices) {
        var floors = prices.floors
        for _ in 0..<Self.raises {
            let missed = plan.missed
            guard missed.contains(where: { $0 > 0 }) else { break }
            for floor in floors.indices where missed[floor] > 0 {
                let penalty = pricing.problem.floors[floor].penalty
                floors[floor] = min(penalty, max(Self.raise * floors[floor], Self.firstPay * penalty))
            }
            improve(&plan, workers: workers, prices: prices, share: 0, floors: floors, untilReached: true)
        }
        // Where more than is owed was reached, paying less gives some of it back; no floor is missed by it.
        for share in Self.lowered {
            improve(
                &plan, workers: workers, prices: prices, share: 0, floors: prices.floors.map { $0 * share })
        }
    }

    private static let raises = 40
    private static let raise = 1.03
    private static let lowered = [0.9, 0.6, 0, 1]
    /// Of the penalty, where nothing was paid yet.
    private static let firstPay = 0.01
    private static let wish = 1e6
}
