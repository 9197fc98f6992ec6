internal import LinearPrograms

/// Branch and price: divides a problem where its master takes parts of months, until the plan in hand is proven or
/// the nodes allowed are used up.
///
/// First by groups that a worker opens in part, then by visits to a cell. The branch with the highest bound is looked
/// at first; every node's bound is a Lagrangian one, valid whenever its pricing stops.
///
/// - Source: C. Barnhart et al., Branch-and-price: column generation for solving huge integer programs, Operations
///   Research 46 (1998) 316–329.
struct AllocationBranching {
    let pricing: AllocationPricing
    let solver: LinearProgramSolver
    /// Nodes at most.
    let nodes: Int
    /// Workers who are one person: together they visit so many groups, at most.
    var people: [Person] = []

    private var problem: AllocationProblem { pricing.problem }

    struct Person {
        let workers: [Int]
        /// Besides those where the person is already.
        let mostGroups: Int
        let pinned: Set<Int>

        /// Groups that a plan sends the person to, besides those, by the workers who go there.
        func groups(in plan: AllocationPlan) -> [Int: [Int]] {
            workers.reduce(into: [:]) { groups, worker in
                for opening in plan.months[worker].openings {
                    let group = plan.problem.workers[worker].openings[opening].group
                    if !pinned.contains(group) { groups[group, default: []].append(worker) }
                }
            }
        }

        /// Takes back what is in too many groups, those with most workers last.
        func cut(_ plan: inout AllocationPlan) {
            let sorted = groups(in: plan).sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
            for (_, workers) in sorted.dropFirst(mostGroups) {
                for worker in workers { plan.set(.empty(worker)) }
            }
            plan.dropUnfounded()
        }
    }

    private struct Node {
        let limits: [Int: MonthLimits]
        let bound: Double
        let prices: AllocationPrices
    }

    /// Makes the plan better where it can; returns what no plan can pass.
    ///
    /// Values count a wished group that nobody opens as the master's penalty, and what floors miss at theirs.
    ///
    /// - Parameters:
    ///   - master: made for branches; it keeps the months found.
    ///   - bound: known already.
    ///   - prices: to start from.
    ///   - slack: how far from the bound the plan may stay.
    func run(
        _ master: inout AllocationMaster, plan: inout AllocationPlan, bound: Double, prices: AllocationPrices,
        slack: Double, shouldStop: @Sendable () -> Bool
    ) -> Double {
        var open = [Node(limits: [:], bound: bound, prices: prices)]
        var closed = -Double.infinity
        var looked = 0
        while let place = open.indices.max(by: { (open[$0].bound, $1) < (open[$1].bound, $0) }) {
            let best = Self.score(plan, master)
            let node = open[place]
            guard node.bound > best + slack else { return max(node.bound, closed, best) }
            guard looked < nodes, !shouldStop() else { return max(node.bound, closed) }
            looked += 1
            open.remove(at: place)
            master.allow { node.limits[$0.worker]?.allows($0, in: problem) ?? true }
            master.demand { node.limits[$0]?.isDemanding == true }
            var generation = AllocationGeneration(
                pricing, master: master, prices: node.prices, limits: node.limits, by: solver)
            guard
                let optimum = try? generation.run(
                    rounds: 500, until: best + slack, met: 1e-11, shouldStop: shouldStop)
            else {
                // The engine cannot settle this node: what it may hold is bounded all the same.
                closed = max(closed, min(node.bound, generation.bound))
                continue
            }
            master = generation.master
            let bound = min(node.bound, generation.bound)
            // Told to stop in the middle: the node is not settled.
            if pricing.shouldStop() { return max(bound, open.reduce(closed) { max($0, $1.bound) }, best) }
            guard !generation.isImpossible, bound > best + slack else { continue }
            var rounded = rounded(master.months, optimum.taken, prices: generation.prices)
            for person in people { person.cut(&rounded) }
            if Self.score(rounded, master) > best + 1e-9 { plan = rounded }
            let shares = MonthShares(master.months, optimum.taken, problem)
            guard let branches = shares.branches(of: node.limits) else {
                // Whole already: the plan that these months make.
                let found = shares.plan(problem)
                if let found, let (person, groups) = broken(by: found) {
                    // Of the groups that are too many one must go.
                    for group in groups {
                        var limits = node.limits
                        for worker in person.workers {
                            limits[worker, default: MonthLimits()].closed.insert(group)
                        }
                        open.append(Node(limits: limits, bound: bound, prices: generation.prices))
                    }
                    continue
                }
                if let found, Self.score(found, master) > best { plan = found }
                if bound > Self.score(plan, master) + slack { closed = max(closed, bound) }
                continue
            }
            for limits in branches {
                open.append(Node(limits: limits, bound: bound, prices: generation.prices))
            }
        }
        return max(closed, Self.score(plan, master))
    }

    /// Who visits too many groups, and which these are; nil: nobody.
    private func broken(by plan: AllocationPlan) -> (person: Person, groups: [Int])? {
        for person in people {
            let groups = person.groups(in: plan)
            if groups.count > person.mostGroups { return (person, groups.keys.sorted()) }
        }
        return nil
    }

    /// Months taken most, made whole where they fit, and the best that they leave for the others.
    private func rounded(
        _ months: [WorkerMonth], _ taken: [Double], prices: AllocationPrices
    ) -> AllocationPlan {
        var plan = AllocationPlan(problem)
        let order = taken.indices.filter { taken[$0] > 1e-6 }.sorted { (taken[$1], $0) < (taken[$0], $1) }
        // Follow-ups once the way is open.
        for column in problem.followUpCells.isEmpty ? order : order + order {
            let month = months[column]
            if plan.months[month.worker].openings.isEmpty, month.fits(in: plan.left, of: problem) {
                plan.set(month)
            }
        }
        for share in [0.5, 0] {
            AllocationRepricing(pricing: pricing).improve(
                &plan, workers: Array(problem.workers.indices), prices: prices, share: share)
        }
        return plan
    }

    private static func score(_ plan: AllocationPlan, _ master: AllocationMaster) -> Double {
        plan.score - master.penalty * Double(plan.unmet.count)
    }
}

/// What a master's shares of months add up to: how far each worker opens each group and visits each cell.
private struct MonthShares {
    /// By worker: opening to share, cell to visits.
    private var openings: [[Int: Double]]
    private var visits: [[Int: Double]]
    private let problem: AllocationProblem

    init(_ months: [WorkerMonth], _ taken: [Double], _ problem: AllocationProblem) {
        self.problem = problem
        openings = problem.workers.map { _ in [:] }
        visits = openings
        for (month, share) in zip(months, taken) where share > 1e-9 {
            for opening in month.openings { openings[month.worker][opening, default: 0] += share }
            for visit in month.visits {
                visits[month.worker][visit.cell, default: 0] += share * Double(visit.count)
            }
        }
    }

    /// Two ways to go on where something is taken in part; nil where all is whole.
    func branches(of limits: [Int: MonthLimits]) -> [[Int: MonthLimits]]? {
        if let (worker, opening, _) = most(openings) {
            let openings = problem.workers[worker].openings
            let group = openings[opening].group
            let others = openings.indices.filter { openings[$0].group == group && $0 != opening }
            return [true, false].map { isOpen in
                var branch = limits
                if !others.isEmpty {
                    // Of several to one group this one, or another.
                    if isOpen {
                        branch[worker, default: MonthLimits()].open.insert(group)
                        branch[worker]?.closedOpenings.formUnion(others)
                    } else {
                        branch[worker, default: MonthLimits()].closedOpenings.insert(opening)
                    }
                } else if isOpen {
                    branch[worker, default: MonthLimits()].open.insert(group)
                } else {
                    branch[worker, default: MonthLimits()].closed.insert(group)
                }
                return branch
            }
        }
        guard let (worker, cell, count) = most(visits) else { return nil }
        let range = limits[worker]?.visits[cell] ?? 0...problem.mostVisits[cell]
        let below = Int(count.rounded(.down))
        return [
            below + 1...max(range.upperBound, below + 1), range.lowerBound...max(range.lowerBound, below),
        ]
        .map {
            var branch = limits
            branch[worker, default: MonthLimits()].visits[cell] = $0
            return branch
        }
    }

    /// What is farthest from whole.
    private func most(_ shares: [[Int: Double]]) -> (worker: Int, place: Int, share: Double)? {
        var found: (worker: Int, place: Int, share: Double)?
        var distance = 1e-6
        for (worker, own) in shares.enumerated() {
            for (place, share) in own.sorted(by: { $0.key < $1.key }) {
                let own = abs(share - share.rounded())
                if own > distance + 1e-9 { (found, distance) = ((worker, place, share), own) }
            }
        }
        return found
    }

    /// The plan where all is whole; nil where an engine's shares make months that nobody could do.
    func plan(_ problem: AllocationProblem) -> AllocationPlan? {
        var plan = AllocationPlan(problem)
        for worker in problem.workers.indices {
            let opened = openings[worker].filter { $0.value > 0.5 }.keys.sorted()
            let counts = visits[worker].map {
                WorkerMonth.Visits(cell: $0.key, count: Int($0.value.rounded()))
            }
            let month = WorkerMonth(
                worker: worker, openings: opened,
                visits: counts.filter { $0.count > 0 }.sorted { $0.cell < $1.cell })
            guard month.isPossible(in: problem) else { return nil }
            plan.set(month)
        }
        return plan.left.allSatisfy { $0 >= 0 } ? plan : nil
    }
}
