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
    ///
    /// - Parameter rounds: of pricing for all, so that they may give way to the extra.
    func worth(
        shares: [Double], rounds: Int = Self.usualRounds, by solver: LinearProgramSolver
    ) throws(LinearProgramError) -> (extra: Int, worth: [Double])? {
        let alone = AllocationPricing(with(extras), threads: threads)
        let free = alone.problem.cells.map(\.count)
        let months = alone.bestMonths(
            Array(problem.workers.count..<alone.problem.workers.count), prices: prices, left: free)
        var best: (extra: Int, worth: Double)?
        for (place, month) in months.enumerated() {
            let worth = month?.worth(at: prices, in: alone.problem) ?? 0
            if worth > (best?.worth ?? -1) { best = (place, worth) }
        }
        guard let best else { return nil }
        let extended = with([extras[best.extra]])
        let pricing = AllocationPricing(extended, threads: threads)
        var master = AllocationMaster(extended)
        for month in bestColumns(in: extended) { master.add(month) }
        let extra = problem.workers.count
        let everyone = Array(0...extra)
        /// Rounds of pricing for all, so that others may give way to the extra.
        func optimum(_ share: Double, rounds: Int) throws(LinearProgramError) -> Double {
            master.limit(extra, to: share)
            var optimum = try master.optimum(by: solver)
            for _ in 0..<rounds {
                var added = 0
                for case let month? in pricing.bestMonths(everyone, prices: optimum.prices, left: free) {
                    guard
                        month.worth(at: optimum.prices, in: extended) > optimum.workerPrices[month.worker]
                            + 1e-9
                    else { continue }
                    master.add(month.fitted(to: free, of: extended))
                    added += 1
                }
                if added == 0 { break }
                optimum = try master.optimum(by: solver)
            }
            return optimum.value
        }
        // The whole day first: its months serve the others, and what pricing adds is in all that are compared.
        _ = try optimum(1, rounds: rounds)
        let none = try optimum(0, rounds: 0)
        var worth: [Double] = []
        for share in shares { worth.append(max(0, try optimum(share, rounds: 0) - none)) }
        return (best.extra, worth)
    }

    /// The months that are worth most at the prices, some for each worker: the others are never taken.
    private func bestColumns(in problem: AllocationProblem) -> [WorkerMonth] {
        let own = Dictionary(grouping: columns.indices, by: { columns[$0].worker })
        let worth = columns.map { $0.worth(at: prices, in: problem) }
        return own.keys.sorted().flatMap { worker -> [WorkerMonth] in
            (own[worker] ?? []).sorted { (worth[$1], $0) < (worth[$0], $1) }.prefix(Self.columnsEach).map {
                columns[$0]
            }
        }
    }

    private func with(_ extras: [AllocationProblem.Worker]) -> AllocationProblem {
        AllocationProblem(
            workers: problem.workers + extras, groups: problem.groups, cells: problem.cells,
            kinds: problem.kinds, mustOpen: problem.mustOpen, opensForVisits: problem.opensForVisits)
    }

    static let usualRounds = 3
    private static let columnsEach = 8
}
