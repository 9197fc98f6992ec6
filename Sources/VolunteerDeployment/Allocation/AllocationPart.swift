internal import LinearPrograms

/// Some workers of a problem and what the others leave them, as a problem of its own: small enough to solve often.
struct AllocationPart {
    private let problem: AllocationProblem
    private let workers: [Int]
    /// Cells and groups of the whole, by their place in the part.
    private let cells, groups: [Int]

    /// - Parameter reached: what the others add to each floor.
    init(_ whole: AllocationProblem, workers: [Int], left: [Int], wished: [Int], reached: [Double]) {
        self.workers = workers
        let groups = Set(workers.flatMap { whole.workers[$0].openings.map(\.group) }).sorted()
        let cells = groups.flatMap { whole.cellsOfGroup[$0] }.filter { cell in
            left[cell] > 0 && whole.cells[cell].uses.allSatisfy { left[$0.cell] > 0 }
        }
        let groupPlace = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0.element, $0.offset) })
        let cellPlace = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0.element, $0.offset) })
        self.groups = groups
        self.cells = cells
        problem = AllocationProblem(
            workers: workers.map { place in
                let worker = whole.workers[place]
                return .init(
                    kind: worker.kind, minutes: worker.minutes, mostGroups: worker.mostGroups,
                    openings: worker.openings.compactMap { opening in
                        groupPlace[opening.group].map {
                            .init(
                                group: $0, minutes: opening.minutes, cost: opening.cost,
                                isPinned: opening.isPinned, kind: opening.kind)
                        }
                    },
                    barred: Set(worker.barred.compactMap { cellPlace[$0] }))
            }, groups: groups.count,
            cells: cells.map { place in
                .init(
                    group: groupPlace[whole.cells[place].group] ?? 0, count: left[place],
                    offers: whole.cells[place].offers,
                    uses: whole.cells[place].uses.compactMap { use in
                        cellPlace[use.cell].map { .init(cell: $0, households: use.households) }
                    })
            }, kinds: whole.kinds, mustOpen: wished.compactMap { groupPlace[$0] },
            floors: zip(whole.floors, reached).map { floor, reached in
                let weights = cells.enumerated().compactMap { place, cell in
                    floor.weights[cell].map { (place, $0) }
                }
                return .init(
                    least: floor.least - reached, penalty: floor.penalty,
                    weights: Dictionary(uniqueKeysWithValues: weights))
            }, opensForVisits: whole.opensForVisits)
    }

    /// Better months for the workers, or those that they have, in their order: priced, dived for and repriced.
    ///
    /// - Parameter months: those that the workers have, in the whole's cells.
    func improved(
        _ months: [WorkerMonth], prices: AllocationPrices, by solver: @escaping LinearProgramSolver,
        shouldStop: @escaping @Sendable () -> Bool
    ) throws(LinearProgramError) -> [WorkerMonth] {
        if shouldStop() { return months }
        let cellPlace = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0.element, $0.offset) })
        let own = AllocationPrices(
            cells: cells.map { prices.cells[$0] }, openings: groups.map { prices.openings[$0] },
            floors: prices.floors)
        let pricing = AllocationPricing(problem, threads: 1, shouldStop: shouldStop)
        var generation = AllocationGeneration(
            pricing, master: AllocationMaster(problem), prices: own, by: solver)
        var plan = AllocationPlan(problem)
        for (place, month) in months.enumerated() {
            let month = WorkerMonth(
                worker: place, openings: month.openings,
                visits: month.visits.compactMap { visit in
                    cellPlace[visit.cell].map { .init(cell: $0, count: visit.count) }
                })
            generation.master.add(month)
            plan.set(month)
        }
        for month in generation.price(at: own) { generation.master.add(month) }
        let optimum = try generation.run(rounds: 15, met: 1e-5, shouldStop: shouldStop)
        var dived = AllocationPlan(problem)
        try AllocationDiving(pricing: pricing, solver: solver, parts: 30, rounds: 3).run(
            generation, from: optimum, into: &dived, shouldStop: shouldStop)
        for share in [0.3, 0] {
            AllocationRepricing(pricing: pricing).improve(
                &dived, workers: Array(workers.indices), prices: generation.prices, share: share)
        }
        if dived.isBetter(than: plan) { plan = dived }
        return plan.months.map { month in
            WorkerMonth(
                worker: workers[month.worker], openings: month.openings,
                visits: month.visits.map { .init(cell: cells[$0.cell], count: $0.count) })
        }
    }
}
