internal import LinearPrograms

/// What an extra worker would add to a master's optimum.
struct AllocationMargin {
    private let problem: AllocationProblem
    private let columns: [WorkerMonth]
    private let prices: AllocationPrices
    private let extras: [AllocationProblem.Worker]
    private let threads: Int

    /// - Parameters:
    ///   - result: of the problem: its months and prices are where this starts.
    ///   - extras: workers of whom one is added, the one who brings most at these prices.
    init(
        _ problem: AllocationProblem, _ result: AllocationResult, extras: [AllocationProblem.Worker],
        threads: Int
    ) {
        // Floors are paid for, as the search did: an extra worker changes no one's dues.
        self.problem = problem.floors.isEmpty ? problem : problem.paying(result.allPrices.floors)
        columns = result.columns
        prices = AllocationPrices(
            cells: result.allPrices.cells, openings: result.allPrices.openings, floors: [])
        self.extras = extras
        self.threads = threads
    }

    /// The extra who brings most, and what each share of this worker adds to the optimum; nil without an extra.
    func worth(
        shares: [Double], by solver: @escaping LinearProgramSolver,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) throws(LinearProgramError) -> (extra: Int, worth: [Double])? {
        let alone = AllocationPricing(problem.with(extras), threads: threads)
        let free = alone.problem.cells.map(\.count)
        let months = alone.bestMonths(
            Array(problem.workers.count..<alone.problem.workers.count), prices: prices, left: free)
        var best: (extra: Int, worth: Double)?
        for (place, month) in months.enumerated() {
            let worth = month?.worth(at: prices, in: alone.problem) ?? 0
            if worth > (best?.worth ?? -1) { best = (place, worth) }
        }
        guard let best else { return nil }
        let extended = problem.with([extras[best.extra]])
        let extra = problem.workers.count
        var master = AllocationMaster(extended)
        let worth = columns.map { $0.worth(at: prices, in: extended) }
        for place in columns.best(Self.columnsEach, worth: worth).sorted() { master.add(columns[place]) }
        // The whole day first: its months serve the others, and what pricing adds is in all that are compared.
        var generation = AllocationGeneration(
            AllocationPricing(extended, threads: threads, shouldStop: shouldStop), master: master,
            prices: prices, by: solver)
        // Without time for rounds the extra has the best month at these prices.
        if shouldStop(), let month = months[best.extra] {
            generation.master.add(
                WorkerMonth(worker: extra, openings: month.openings, visits: month.visits))
        }
        // Who goes out several times needs months for each.
        generation.master.limit(extra, to: max(1, shares.max() ?? 1))
        var last = try generation.run(rounds: Self.rounds, shouldStop: shouldStop)
        for _ in 0..<Self.ownRounds where !shouldStop() {
            let own = generation.pricing.bestMonths([extra], prices: last.prices, left: generation.left)
            guard case let month?? = own.first,
                month.worth(at: last.prices, in: extended) > last.workerPrices[extra] + 1e-9,
                generation.master.add(month.fitted(to: generation.most, of: extended))
            else { break }
            last = try generation.master.optimum(by: solver)
        }
        func optimum(_ share: Double) throws(LinearProgramError) -> Double {
            generation.master.limit(extra, to: share)
            return try generation.master.optimum(by: solver).value
        }
        let none = try optimum(0)
        var added: [Double] = []
        for share in shares { added.append(max(0, try optimum(share) - none)) }
        return (best.extra, added)
    }

    /// Of pricing for all, so that they may give way to the extra.
    private static let rounds = 3
    /// Of pricing for the extra alone.
    private static let ownRounds = 12
    /// Months of each worker that it starts with: the others are never taken.
    private static let columnsEach = 8
}
