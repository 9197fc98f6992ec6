internal import LinearPrograms

/// Prices whole months into the master until none is worth more than its worker's price, and proves a bound.
///
/// Every round prices between the master's own prices and those that gave the best bound: raw prices jump about and
/// need many more rounds. For any prices ≥ 0 no plan is worth more than
///
///     Σ price · households + Σ surcharge of all households − Σ payment over wished groups − Σ payment · least over floors
///         + Σ over workers of the best month at its worth
///
/// less what its floors miss, at payments of at most their penalties; and no plan that opens every wished group.
///
/// - Source: P. Wentges, International Transactions in Operational Research 4 (1997) 151–162; A. M. Geoffrion,
///   Mathematical Programming Study 2 (1974) 82–114.
struct AllocationGeneration {
    let pricing: AllocationPricing
    let solver: LinearProgramSolver
    var master: AllocationMaster
    /// Workers that the generation decides on, and households that are left for them.
    let workers: [Int]
    let left: [Int]
    let limits: [Int: MonthLimits]
    private(set) var bound = Double.infinity
    private(set) var prices: AllocationPrices
    /// Whether the limits leave some worker no month at all.
    private(set) var isImpossible = false
    /// Households that can be visited, those that others may leave to follow up among them.
    let most: [Int]
    private var wasStopped: Bool { pricing.shouldStop() }

    init(
        _ pricing: AllocationPricing, master: AllocationMaster, prices: AllocationPrices,
        limits: [Int: MonthLimits] = [:], by solver: @escaping LinearProgramSolver
    ) {
        self.pricing = pricing
        self.master = master
        self.prices = prices
        workers = Array(pricing.problem.workers.indices)
        left = pricing.problem.cells.map(\.count)
        most = pricing.problem.mostVisits
        self.limits = limits
        self.solver = solver
    }

    /// Every worker's best month at these prices, and the bound that they prove.
    mutating func price(at prices: AllocationPrices) -> [WorkerMonth] {
        let months = pricing.bestMonths(workers, prices: prices, left: left, limits: limits)
        // Months of a search that was told to stop prove nothing.
        if wasStopped { return months.compactMap(\.self) }
        guard !months.contains(nil) else {
            isImpossible = true
            return []
        }
        let found = months.compactMap(\.self)
        var bound = found.reduce(0.0) { $0 + $1.worth(at: prices, in: pricing.problem) }
        for (cell, count) in left.enumerated() {
            bound += prices.cells[cell] * Double(count) + prices.surcharge(cell, visits: count)
        }
        for group in pricing.problem.mustOpen { bound -= prices.openings[group] }
        for (floor, price) in zip(pricing.problem.floors, prices.floors) { bound -= price * floor.least }
        if bound < self.bound { (self.bound, self.prices) = (bound, prices) }
        return found
    }

    /// Adds cuts that the optimum breaks and prices anew, round by round, until the bound is at most `enough`, the
    /// rounds bring next to nothing, or told to stop.
    mutating func tighten(
        from optimum: AllocationMaster.Optimum, until enough: Double, shouldStop: @Sendable () -> Bool
    ) throws(LinearProgramError) -> AllocationMaster.Optimum {
        let cuts = CellCuts(pricing.problem)
        var optimum = optimum
        for _ in 0..<Self.tightenings where bound > enough && !isImpossible && !shouldStop() {
            let before = bound
            master.dropSlackCuts()
            guard
                master.add(cuts.broken(by: master.months, taken: optimum.taken).prefix(Self.cutsAtATime)) > 0
            else { return optimum }
            optimum = try run(rounds: Self.roundsOfCuts, until: enough, met: 1e-5, shouldStop: shouldStop)
            if before - bound < 1e-5 * abs(bound) { return optimum }
        }
        return optimum
    }

    /// Rounds until the master meets the bound to `met`, the bound is at most `enough`, or told to stop.
    mutating func run(
        rounds: Int, until enough: Double = -.infinity, met: Double = 1e-9,
        shouldStop: @Sendable () -> Bool = { false }
    ) throws(LinearProgramError) -> AllocationMaster.Optimum {
        var optimum = try master.optimum(by: solver)
        for _ in 0..<rounds where bound > enough && !isImpossible && !shouldStop() {
            if optimum.unmetWishes < 1e-9, bound.isFinite, bound - optimum.value <= met * max(1, abs(bound)) {
                break
            }
            var added = 0
            for share in [Self.step, 1] where added == 0 {
                let between = prices.mixed(with: optimum.prices, share: share)
                for month in price(at: between) {
                    let worth = month.worth(at: optimum.prices, in: pricing.problem)
                    guard worth > optimum.workerPrices[month.worker] + 1e-9 else { continue }
                    let isNew = master.add(month.fitted(to: most, of: pricing.problem))
                    // A node of many: an engine that asks for what it has is not asked again.
                    if isNew || !master.isBranched { added += 1 }
                }
                if isImpossible { break }
            }
            if added == 0 { break }
            optimum = try master.optimum(by: solver)
        }
        return optimum
    }

    /// How far each round goes from the best prices to the master's.
    private static let step = 0.4
    private static let tightenings = 20
    private static let cutsAtATime = 300
    private static let roundsOfCuts = 4
}
