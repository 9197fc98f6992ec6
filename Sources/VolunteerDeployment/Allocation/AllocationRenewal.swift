internal import Basics
internal import LinearPrograms
internal import SurveyStatistics

/// Makes one neighbourhood of a plan after the other anew: the workers who may open a group and those near them give
/// their months back, and a master of their own divides what is left among them.
///
/// - Source: P. Shaw, Using constraint programming and local search methods to solve vehicle routing problems (1998):
///   large neighbourhood search.
struct AllocationRenewal {
    let pricing: AllocationPricing
    let prices: AllocationPrices
    let solver: LinearProgramSolver
    private var random: SplitMix64
    private let workersOfGroup: [[Int]]

    init(_ pricing: AllocationPricing, prices: AllocationPrices, by solver: @escaping LinearProgramSolver) {
        self.pricing = pricing
        self.prices = prices
        self.solver = solver
        random = SplitMix64(state: 1)
        var workers = Array(repeating: [Int](), count: pricing.problem.groups)
        for (place, worker) in pricing.problem.workers.enumerated() {
            for opening in worker.openings { workers[opening.group].append(place) }
        }
        workersOfGroup = workers
    }

    /// Workers that give their months back at a time, in turn: what is the best for few need not be for more.
    private static let sizes = [16, 24, 32]
    static let size = sizes[0]
    private var round = 0

    /// Neighbourhoods that are made anew side by side, each with what the plan leaves over for itself.
    private static let atATime = 4

    mutating func renew(
        _ plan: inout AllocationPlan, shouldStop: @escaping @Sendable () -> Bool
    ) throws(LinearProgramError) {
        let old = plan
        round += 1
        let parts = parts(of: old)
        let (prices, solver) = (prices, solver)
        let made = try parallelMap(parts.count, threads: pricing.threads) {
            place throws(LinearProgramError) -> [WorkerMonth] in
            try parts[place].part.improved(
                parts[place].workers.map { old.months[$0] }, prices: prices, by: solver,
                shouldStop: shouldStop)
        }
        for months in made {
            var trial = plan
            for month in months { trial.set(.empty(month.worker)) }
            for month in months { trial.set(month) }
            if trial.isBetter(than: plan) { plan = trial }
        }
    }

    /// Neighbourhoods without a worker in common; what nobody visits in a group goes to the first that may open it.
    private mutating func parts(of plan: AllocationPlan) -> [(workers: [Int], part: AllocationPart)] {
        var taken: Set<Int> = []
        var claimed: Set<Int> = []
        var parts: [(workers: [Int], part: AllocationPart)] = []
        for _ in 0..<Self.atATime {
            let workers = neighbourhood(without: taken)
            guard !workers.isEmpty else { continue }
            taken.formUnion(workers)
            var trial = plan
            for worker in workers { trial.set(.empty(worker)) }
            var left = trial.left
            for group in claimed {
                for cell in pricing.problem.cellsOfGroup[group] { left[cell] -= plan.left[cell] }
            }
            for worker in workers { claimed.formUnion(pricing.problem.workers[worker].openings.map(\.group)) }
            parts.append(
                (
                    workers,
                    AllocationPart(
                        pricing.problem, workers: workers, left: left, wished: trial.unmet,
                        reached: trial.reached)
                ))
        }
        return parts
    }

    /// Workers around a group drawn at random, nearest by the groups that they share.
    private mutating func neighbourhood(without taken: Set<Int>) -> [Int] {
        let groups = workersOfGroup.indices.filter { !workersOfGroup[$0].isEmpty }
        guard !groups.isEmpty else { return [] }
        var chosen: Set<Int> = []
        var frontier = [groups[random.below(groups.count)]]
        var seen = Set(frontier)
        let size = Self.sizes[round % Self.sizes.count]
        while let group = frontier.first, chosen.count < size {
            frontier.removeFirst()
            for worker in workersOfGroup[group]
            where chosen.count < size && !taken.contains(worker) && chosen.insert(worker).inserted {
                for opening in pricing.problem.workers[worker].openings.prefix(3)
                where seen.insert(opening.group).inserted { frontier.append(opening.group) }
            }
        }
        return chosen.sorted()
    }
}
