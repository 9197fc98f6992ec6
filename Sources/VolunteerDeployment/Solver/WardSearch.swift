internal import Basics
internal import LinearPrograms
internal import SurveyData
internal import SurveyStatistics

/// One search for a ward's plan.
struct WardSearch {
    let ward: DeploymentProblem
    let pinned: PinnedVisits
    let effort: AllocationEffort
    let solver: LinearProgramSolver
    let shouldStop: @Sendable () -> Bool

    struct Found {
        let result: AllocationResult
        let allocation: WardAllocation
        /// In the ward's cells.
        let months: [WorkerMonth]
        /// A plan that says when its outings are.
        let decided: PinnedVisits
    }

    /// A plan that keeps what is owed: a floor that it would miss is asked for in another search; visits to groups
    /// that no search can keep are given up by each.
    func owing(
        _ kept: [VolunteerID: Set<GroupID>], from start: [WorkerMonth],
        progress: (_ value: Double, _ bound: Double) -> Void
    ) throws(LinearProgramError) -> Found {
        let floors = ward.typeFloors
        var asked = try binding(floors, kept)
        var given: Set<Int> = []
        var found = try search(
            kept, floors: asked.map { floors[$0] }, given: given, from: start, progress)
        // Each round asks for one floor more: it ends.
        for _ in 0...floors.count where !shouldStop() {
            let missed = floors.indices.filter {
                !asked.contains($0) && isMissed(floors[$0], by: found.months)
            }
            guard !missed.isEmpty else { break }
            asked += missed
            // Floors take nobody anywhere: what is given up stays so.
            given.formUnion(found.result.unmet)
            found = try search(
                kept, floors: asked.sorted().map { floors[$0] }, given: given, from: found.months, progress)
        }
        return found
    }

    /// Last month's plan as it stands, where all its visits can still be made, what is owed is kept as well as by the
    /// free plan, and it is worth as much or as near to the bound as asked for; else nil.
    func last(_ assignments: [VolunteerAssignment], beside free: Found) -> Found? {
        let visits = assignments.reduce(0) { $0 + $1.visits.count }
        let last = PinnedVisits(assignments, of: ward)
        guard visits > 0, last.visits.count == visits else { return nil }
        let months = last.months(in: ward, of: free.allocation.problem.workers)
        for floor in ward.typeFloors where isMissed(floor, by: months) {
            guard isMissed(floor, by: free.months) else { return nil }
        }
        let problem = free.allocation.problem
        var plan = AllocationPlan(problem)
        for month in free.allocation.gathered(months) { plan.set(month) }
        guard plan.left.allSatisfy({ $0 >= 0 }) else { return nil }
        let result = free.result.keeping(plan)
        guard Set(plan.unmet).isSubset(of: free.result.unmet),
            plan.missedPrice <= problem.missedPrice(free.result.missed) + 1e-9,
            plan.value >= free.result.value - 1e-9 * max(1, abs(free.result.value))
                || result.gap.map({ $0 <= effort.gap }) == true
        else { return nil }
        return Found(result: result, allocation: free.allocation, months: months, decided: last)
    }

    /// The floors that cost something where groups do not count: they are asked for from the start.
    private func binding(
        _ floors: [TypeFloor], _ kept: [VolunteerID: Set<GroupID>]
    ) throws(LinearProgramError) -> [Int] {
        if floors.isEmpty { return [] }
        let problem = WardAllocation(ward, floors: floors, kept: kept, pinned: pinned).problem
        let prices = try PooledPrices(problem, by: solver).prices.floors
        return floors.indices.filter { prices[$0] > 1e-9 }
    }

    private func isMissed(_ floor: TypeFloor, by months: [WorkerMonth]) -> Bool {
        let reached = months.reduce(floor.reached(by: pinned.visits)) { sum, month in
            let outing = ward.outings[month.worker]
            let kind = ward.kind(of: outing.volunteer, with: outing.partner)
            return month.visits.reduce(sum) { $0 + (floor.weights[$1.cell]?[kind] ?? 0) * Double($1.count) }
        }
        return reached < -1e-6
    }

    private func search(
        _ kept: [VolunteerID: Set<GroupID>], floors: [TypeFloor], given: Set<Int>, from start: [WorkerMonth],
        _ progress: (_ value: Double, _ bound: Double) -> Void
    ) throws(LinearProgramError) -> Found {
        let allocation = WardAllocation(ward, floors: floors, kept: kept, pinned: pinned, given: given)
        let result = try plan(allocation.problem, kept, from: allocation.gathered(start), progress)
        return Found(
            result: result, allocation: allocation, months: allocation.spread(result.months), decided: pinned)
    }

    /// The best months of a problem. Where they are made of outings, the bound is that of plans that may visit any
    /// number of groups, and volunteers take their turns.
    private func plan(
        _ problem: AllocationProblem, _ kept: [VolunteerID: Set<GroupID>], from start: [WorkerMonth],
        _ progress: (_ value: Double, _ bound: Double) -> Void
    ) throws(LinearProgramError) -> AllocationResult {
        guard ward.playbook.settings.outings != nil else {
            return try allocate(
                problem, effort: effort, from: start, by: solver, shouldStop: shouldStop, progress: progress)
        }
        var own = effort
        (own.dives, own.renewals) = (false, 0)
        let free = try allocate(
            problem, effort: own, from: start, by: solver, shouldStop: shouldStop, progress: progress)
        let limits = GroupLimits(ward, pinned: pinned)
        func repricing(_ problem: AllocationProblem) -> VolunteerRepricing {
            VolunteerRepricing(
                ward: ward, limits: limits, kept: kept,
                pricing: AllocationPricing(problem, threads: effort.threads, shouldStop: shouldStop))
        }
        // What is owed to types is paid for, and then reached by paying more.
        let prices = free.allPrices
        let paid = problem.floors.isEmpty ? problem : problem.paying(prices.floors)
        let unpaid = AllocationPrices(cells: prices.cells, openings: prices.openings, floors: [])
        func made(from start: [WorkerMonth], shares: [Double]) -> AllocationPlan {
            var turns = AllocationPlan(paid)
            turns.take(start)
            repricing(paid).run(&turns, prices: unpaid, shares: shares)
            limits.cut(&turns)
            var plan = AllocationPlan(problem)
            for month in turns.months { plan.set(month) }
            repricing(problem).mend(&plan, prices: prices)
            return plan
        }
        var plan = made(from: [], shares: [1, 0.9, 0.75, 0.5, 0.2, 0, 0])
        // Last month's plan, or without time for turns the plan in hand.
        if !start.isEmpty || shouldStop() {
            let isFirst = start.isEmpty
            let other = made(from: isFirst ? free.months : start, shares: isFirst ? [0.2, 0] : [0, 0])
            // Last month's plan, made better, stays unless another is better by more than the gap asked for.
            let (own, fresh) = (repricing(problem).score(other), repricing(problem).score(plan))
            let isNear = other.unmet.count <= plan.unmet.count && own >= (1 - effort.gap) * fresh
            if other.unmet.count < plan.unmet.count || isNear && (!start.isEmpty || own > fresh) {
                plan = other
            }
        }
        progress(plan.value, free.bound)
        let isSmall = problem.workers.count <= Self.fewOutings
        // Where a bonus for staying counts, turns look for it.
        if isSmall, effort.renewals > 0, kept.isEmpty, !shouldStop() {
            return try branched(plan, free, problem, limits)
        }
        return try free.replaced(
            by: plan, bound: bound(beside: plan, free), gap: effort.gap, isStopped: shouldStop())
    }

    /// What no plan is worth that opens what this one opens of the wished groups, and misses as much of the floors.
    private func bound(
        beside plan: AllocationPlan, _ free: AllocationResult
    ) throws(LinearProgramError) -> Double {
        let missed = plan.missedPrice - plan.problem.missedPrice(free.missed)
        if Set(plan.unmet).isSubset(of: free.unmet) || shouldStop() { return free.bound + missed }
        // The limit of groups leaves more of them out than the programme knows.
        let rest = plan.problem.givingUp(plan.unmet)
        var own = effort
        (own.dives, own.renewals) = (false, 0)
        let found = try allocate(rest, effort: own, from: plan.months, by: solver, shouldStop: shouldStop)
        return max(plan.value, found.bound - rest.missedPrice(found.missed) + plan.missedPrice)
    }

    /// The best plan, and proven so, where there are few outings and the time allows.
    private func branched(
        _ turned: AllocationPlan, _ free: AllocationResult, _ problem: AllocationProblem,
        _ limits: GroupLimits
    ) throws(LinearProgramError) -> AllocationResult {
        let rest = problem.givingUp(free.unmet)
        var best = AllocationPlan(rest)
        for month in turned.months { best.set(month) }
        var master = AllocationMaster(rest, isBranched: true)
        for month in free.columns + best.months { master.add(month) }
        let branching = AllocationBranching(
            pricing: AllocationPricing(rest, threads: effort.threads, shouldStop: shouldStop),
            solver: solver, nodes: Self.nodes, people: limits.people)
        let known = free.bound - problem.missedPrice(free.missed)
        let score = branching.run(
            &master, plan: &best, bound: known, prices: free.allPrices,
            slack: max(1e-7, effort.gap * abs(known)), shouldStop: shouldStop)
        var plan = AllocationPlan(problem)
        for month in best.months { plan.set(month) }
        let bound = min(
            try bound(beside: plan, free),
            score + master.penalty * Double(best.unmet.count) + plan.missedPrice)
        return free.replaced(
            by: plan, bound: max(bound, plan.value), gap: effort.gap, isStopped: shouldStop())
    }

    /// Outings of which the best plan can be found by branching.
    private static let fewOutings = 60
    private static let nodes = 1_000_000

    /// By volunteer and group: what the volunteer's best month without the group would bring less, beside what all
    /// the others do. Nothing of volunteers for whom the time is over.
    func lossesWithout(_ found: Found) -> [[Int: Double]] {
        let whole = found.allocation.problem
        let floors = found.result.allPrices.floors
        let paid = floors.isEmpty ? whole : whole.paying(floors)
        let pricing = AllocationPricing(paid, threads: 1)
        let free = AllocationPrices(paid)
        var left = whole.cells.map(\.count)
        for month in found.result.months {
            for taken in month.households(in: whole) { left[taken.cell] -= taken.count }
        }
        let spare = left
        let ofOutings = parallelMap(whole.workers.count, threads: effort.threads) { worker -> [Int: Double] in
            if shouldStop() { return [:] }
            let own = found.result.months[worker]
            var left = spare
            for taken in own.households(in: whole) { left[taken.cell] += taken.count }
            var losses: [Int: Double] = [:]
            for opening in own.openings {
                let group = whole.workers[worker].openings[opening].group
                let other = pricing.month(of: worker, closed: group, prices: free, left: left) { _, _ in nil }
                let worth = other?.fitted(to: left, of: paid).value(in: whole) ?? 0
                losses[group] = max(0, own.value(in: whole) - worth)
            }
            return losses
        }
        return ward.outingsOf.map { outings in
            outings.reduce(into: [:]) { sum, outing in sum.merge(ofOutings[outing]) { $0 + $1 } }
        }
    }

    /// The best months in which everyone stays where last month's plan sent them.
    func staying(_ kept: [VolunteerID: Set<GroupID>]) throws(LinearProgramError) -> [WorkerMonth] {
        let allocation = WardAllocation(ward, kept: kept, pinned: pinned)
        let whole = allocation.problem
        let places = zip(ward.outings, whole.workers).map { outing, worker in
            let keeps = kept[ward.volunteers[outing.volunteer].id] ?? []
            return worker.openings.indices.filter {
                keeps.contains(ward.groups[worker.openings[$0].group].id) || worker.openings[$0].isPinned
            }
        }
        let workers = zip(whole.workers, places).map { worker, places in
            AllocationProblem.Worker(
                kind: worker.kind, minutes: worker.minutes, mostGroups: worker.mostGroups,
                openings: places.map { worker.openings[$0] }, barred: worker.barred)
        }
        let held = AllocationProblem(
            workers: workers, groups: whole.groups, cells: whole.cells, kinds: whole.kinds,
            opensForVisits: whole.opensForVisits)
        let months = try plan(held, [:], from: []) { _, _ in }.months
        return allocation.spread(
            months.map { month in
                WorkerMonth(
                    worker: month.worker, openings: month.openings.map { places[month.worker][$0] },
                    visits: month.visits)
            })
    }
}
