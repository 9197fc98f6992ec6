internal import Basics
internal import SurveyStatistics

/// Makes a plan better one worker at a time: each gives the month back and takes the best that the others leave,
/// charged part of what households are worth to them: first most of it, at last nothing.
struct AllocationRepricing {
    let pricing: AllocationPricing

    /// One round through these workers. Those who share no group take their turn at once: none sees what another
    /// does.
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
        let wish = problem.wish
        for turn in turns(workers) {
            if pricing.shouldStop() || untilReached && plan.missedPrice == 0 { return }
            // All of the turn give back at once, which is as if each did alone.
            let old = turn.map { plan.months[$0] }
            for month in old {
                plan.set(.empty(month.worker))
                forget(month, in: &shared)
            }
            var own = charged
            // A wished group that nobody else opens is worth more than any visit.
            var special = Set(plan.unmet)
            for group in special { own.openings[group] = wish }
            var paid = own
            special.formUnion(paid.pay(forFollowUpsOf: plan))
            let found = parallelMap(turn.count, threads: pricing.threads) {
                [shared, paid, special, left = plan.left] in
                let made = shared.made(for: turn[$0], left: left)
                let month = pricing.month(of: turn[$0], prices: paid, left: left) { kind, group in
                    special.contains(group)
                        ? nil : shared.known(kind, group) ?? made[shared.place(kind, group)]
                }
                return (month: month?.fitted(to: left, of: problem), made: made)
            }
            for found in found { shared.keep(found.made) }
            for month in old { plan.set(month) }
            for (old, found) in zip(old, found.map(\.month)) {
                forget(old, in: &shared)
                guard let found, found.worth(at: own, in: problem) > old.worth(at: own, in: problem) + 1e-9
                else { continue }
                if untilReached, plan.missedPrice == 0 { return }
                var former = plan.former([found.worker])
                plan.set(found)
                former.months += plan.dropUnfounded()
                let isLoss = former.months.count > 1
                if isLoss || !problem.floors.isEmpty, !plan.isBetter(than: former) {
                    plan.restore(former)
                } else {
                    forget(found, in: &shared)
                }
            }
        }
    }

    /// Profiles of the groups where a month takes or gives back households.
    private func forget(_ month: WorkerMonth, in shared: inout SharedProfiles) {
        let openings = pricing.problem.workers[month.worker].openings
        for opening in month.openings { shared.forget(openings[opening].group) }
    }

    /// The workers by turn: those of one turn may go to no group in common, and each comes after all before it with
    /// whom it shares one. So nothing depends on the turns.
    private func turns(_ workers: [Int]) -> [[Int]] {
        var turns: [[Int]] = []
        /// The first turn in which nobody goes to the group any more.
        var free = Array(repeating: 0, count: pricing.problem.groups)
        for worker in workers {
            let groups = pricing.problem.workers[worker].openings.map(\.group)
            let turn = groups.reduce(0) { max($0, free[$1]) }
            if turn == turns.count { turns.append([]) }
            turns[turn].append(worker)
            for group in groups { free[group] = turn + 1 }
        }
        return turns
    }

    /// Pays ever more for floors that are missed until they are reached, or paying brings nothing; then less, for
    /// what was reached beyond them.
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
}
