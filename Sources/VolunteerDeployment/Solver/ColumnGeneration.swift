/// Prices whole months of volunteers into the master until no month is worth more than its volunteer's price.
///
/// Every round prices the households between the master's own prices and those that gave the best bound so far:
/// raw prices jump about and need many more rounds.
///
/// - Source: Wentges, Weighted Dantzig-Wolfe decomposition for linear mixed-integer programming, International
///   Transactions in Operational Research 4 (1997); the bound is Lagrange's: for any prices ≥ 0,
///   value ≤ Σ price · households + Σ over volunteers of the best month at gain − price.
struct ColumnGeneration {
    let pricing: MonthPricing
    let solver: LinearProgramSolver
    var master: MonthMaster
    /// No plan within the limits is worth more.
    private(set) var bound = Double.infinity
    /// The prices that gave the bound.
    private(set) var prices: [Double]

    init(_ pricing: MonthPricing, prices: [Double], by solver: @escaping LinearProgramSolver) {
        self.pricing = pricing
        self.solver = solver
        self.prices = prices
        master = MonthMaster(pricing.problem)
    }

    /// Every volunteer's best month at these prices, and the bound that they prove.
    mutating func price(at prices: [Double]) -> [Month] {
        let months = pricing.bestMonths(
            Array(pricing.problem.volunteers.indices), prices: prices,
            left: pricing.problem.cells.map(\.count))
        let bound =
            zip(prices, pricing.problem.cells).reduce(0) { $0 + $1.0 * Double($1.1.count) }
            + months.reduce(0) { $0 + $1.worth(charging: prices) }
        if bound < self.bound { (self.bound, self.prices) = (bound, prices) }
        return months
    }

    /// Rounds until the bound is at most `enough`, the master meets the bound, a few rounds in a row bring
    /// nothing, or `rounds` have passed.
    mutating func run(
        rounds: Int, until enough: Double, shouldStop: @Sendable () -> Bool
    ) throws(LinearProgramError) -> MonthMaster.Optimum {
        var optimum = try master.optimum(by: solver)
        var idle = 0
        for _ in 0..<rounds where bound > enough && idle < Self.patience && !shouldStop() {
            let before = (value: optimum.value, bound: bound)
            if before.value >= before.bound * (1 - Self.met) { break }
            var added = 0
            for stay in [Self.stay, 0] where added == 0 {
                let between = zip(prices, optimum.cellPrices).map { stay * $0 + (1 - stay) * $1 }
                for month in price(at: between) {
                    let volunteerPrice = optimum.volunteerPrices[month.volunteer]
                    guard month.worth(charging: optimum.cellPrices) > volunteerPrice + 1e-9 else { continue }
                    master.add(month)
                    added += 1
                }
            }
            if added == 0 { break }
            optimum = try master.optimum(by: solver)
            let moved = max(optimum.value - before.value, before.bound - bound) > Self.met * bound
            idle = moved ? 0 : idle + 1
        }
        return optimum
    }

    /// The weight of the prices that gave the best bound.
    private static let stay = 0.6
    /// Relative distance at which the master and the bound count as one.
    private static let met = 1e-4
    private static let patience = 2
}
