internal import Basics
package import LinearPrograms
internal import SurveyData
internal import SurveyStatistics

/// What a plan is asked for.
package struct PlanRequest: Sendable {
    /// A plan within this share of the bound is taken as it is, 0 ..< 1.
    package var gap: Double
    /// Parts of the plan that are made anew while it is not that near, at most; 0: the search stops by work, soon.
    package var renewals: Int
    /// Whether the plan is what repricing finds, a few times sooner and about 0.4 % below: for very large surveys.
    package var isQuick: Bool
    /// At least 1; changes the time only.
    package var threads: Int
    /// Last month's pairs; nil where there is no plan of last month.
    package var previous: Set<PlanStability.Pair>?
    /// The visits of last month's plan; empty where only its pairs are known.
    package var last: [VolunteerAssignment]
    /// What is to stay as it is, such as a person decided it.
    package var pinned: [VolunteerAssignment]

    package init(
        gap: Double = 0.005, renewals: Int = 0, isQuick: Bool = false, threads: Int = 1,
        previous: Set<PlanStability.Pair>? = nil, last: [VolunteerAssignment] = [],
        pinned: [VolunteerAssignment] = []
    ) {
        self.gap = gap
        self.renewals = renewals
        self.isQuick = isQuick
        self.threads = threads
        self.previous = previous
        self.last = last
        self.pinned = pinned
    }
}

/// Sends the minutes of each force to groups and barriers, so that the most dossiers are filed alone because of it.
///
/// The same problem gives the same plan, whatever the order of its input and the number of threads, as long as it is
/// not told to stop.
///
/// ```swift
/// let problem = try DeploymentProblem(
///     groups: registry.groups, volunteers: roster.volunteers, needs: needs, quotas: quotas,
///     playbook: try Playbook.builtIn())
/// let plan = try solve(problem)
/// print(plan.objective, plan.bound, plan.gap)
/// ```
///
/// What is owed and cannot be kept is given up in a stated order: last month's pairs (they are only paid for), then
/// visits to groups, then shares of types; never consent, forbidden households or minutes. `DeploymentPlan.floors`
/// says what.
///
/// - Parameters:
///   - solver: finds the optimum of a linear programme.
///   - shouldStop: asked between steps; the plan in hand is then given.
///   - progress: told the value in hand and the bound.
/// - Throws: `LinearProgramError` where the solver finds or proves no optimum.
package func solve(
    _ problem: DeploymentProblem, _ request: PlanRequest = PlanRequest(),
    by solver: @escaping LinearProgramSolver = clpSolve,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: (_ value: Double, _ bound: Double) -> Void = { _, _ in }
) throws(LinearProgramError) -> DeploymentPlan {
    let pinned = PinnedVisits(request.pinned, of: problem)
    let search = WardSearch(
        ward: problem, pinned: pinned,
        effort: AllocationEffort(
            gap: request.gap, rounds: request.isQuick ? 0 : 60, renewals: request.renewals,
            threads: request.threads),
        solver: solver, shouldStop: shouldStop)
    let free = try search.owing([:], from: [], progress: progress)
    var found = free
    // A volunteer or group that is no more cannot be kept.
    let (volunteers, groups) = (Set(problem.volunteers.map(\.id)), Set(problem.groups.map(\.id)))
    let previous = request.previous?.filter {
        volunteers.contains($0.volunteer) && groups.contains($0.group)
    }
    if request.pinned.isEmpty, let last = search.last(request.last, beside: free) {
        // As good a plan as any: nobody changes hands for it.
        found = last
    } else if let previous {
        let kept = Dictionary(grouping: previous, by: \.volunteer).mapValues { Set($0.map(\.group)) }
        found = try search.owing(kept, from: try search.staying(kept), progress: progress)
    }
    let fixed = pinned.value(in: problem)
    let freeValue = free.result.months.reduce(0) { $0 + $1.value(in: free.allocation.problem) }
    let (hours, plan) = try alongside(threads: request.threads) {
        [free] () throws(LinearProgramError) -> [Force: HourPrice] in
        try hourPrices(
            problem, free.allocation.problem, free.result, by: solver, threads: request.threads,
            shouldStop: shouldStop)
    } _: { [found] () throws(LinearProgramError) -> DeploymentPlan in
        DeploymentPlan(
            problem, found.allocation, months: found.months, pinned: pinned, decided: found.decided,
            bound: free.result.bound + fixed,
            ownBound: found.result.bound + fixed, stopped: found.result.stopped, previous: previous,
            freeObjective: freeValue + fixed, losses: search.lossesWithout(found))
    }
    return plan.with(hours)
}

extension PinnedVisits {
    /// What the pinned visits are worth, less their ways.
    fileprivate func value(in problem: DeploymentProblem) -> Double {
        let ways = groups.sorted { $0.key < $1.key }.reduce(0.0) { sum, entry in
            let outing = problem.outings[entry.key]
            return entry.value.sorted().reduce(sum) { $0 + problem.way(of: outing, to: $1).cost }
        }
        return byOuting.sorted { $0.key < $1.key }.reduce(-ways) { sum, entry in
            entry.value.reduce(sum) { $0 + $1.expectedGain }
        }
    }
}
