internal import SurveyData

/// Sends the minutes of each force to groups and barriers, so that the most dossiers are filed alone because of
/// it: an exact linear programme over whole months of volunteers, made whole without breaking a limit.
///
/// The same problem gives the same plan, whatever the order of its input.
///
/// ```swift
/// let problem = try DeploymentProblem(
///     groups: registry.groups, volunteers: roster.volunteers, needs: needs, quotas: quotas,
///     playbook: try Playbook.builtIn())
/// let plan = try solve(problem)
/// print(plan.objective, plan.bound, plan.gap)
/// ```
///
/// 1. *Pool*: a small programme over the minutes of each force gives first prices of households.
/// 2. *Reprice*: each volunteer in turn takes the best month at these prices, fading.
/// 3. *Generate*: months are priced into a master programme until it meets its bound.
/// 4. *Dive*: the months that the master takes most are made whole, the others priced anew; then repriced again.
///
/// It stops by work, never by the clock, and as soon as a plan is good enough.
///
/// - Parameters:
///   - gap: a plan within this share of the bound is taken as it is.
///   - threads: at least 1; changes the time only.
///   - solver: finds the optimum of the linear programme; its word is checked by duality.
///   - shouldStop: asked between rounds; the plan in hand is then given.
/// - Throws: `LinearProgramError` where the solver finds or proves no optimum.
package func solve(
    _ problem: DeploymentProblem, gap: Double = 0.005, threads: Int = 1,
    by solver: @escaping LinearProgramSolver = clpSolve, shouldStop: @Sendable () -> Bool = { false }
) throws(LinearProgramError) -> DeploymentPlan {
    let program = DeploymentProgram(problem)
    let (pooled, pooledBound) = try program.solved(by: solver)
    let pricing = MonthPricing(problem, program, threads: threads)
    let classPrices = pooled.rowPrices.dropFirst(DeploymentProgram.forces)
    let first = program.classes.map { $0.map { classPrices[classPrices.startIndex + $0] } ?? 0 }
    var generation = ColumnGeneration(pricing, prices: first, by: solver)
    for month in generation.price(at: first) { generation.master.add(month) }

    var best = Repricing(pricing, prices: first, months: problem.volunteers.indices.map(Month.empty))
    for share in [1, 0.8, 0.5, 0.2, 0] {
        best.round(charging: share)
        for month in best.months { generation.master.add(month) }
    }
    let goodEnough = 1 - gap
    if best.value < generation.bound * goodEnough, !shouldStop() {
        let optimum = try generation.run(
            rounds: Effort.rounds, until: best.value / goodEnough, shouldStop: shouldStop)
        var diving = Diving(generation)
        try diving.run(from: optimum, shouldStop: shouldStop)
        var dived = Repricing(pricing, prices: generation.prices, months: diving.months)
        for share in [0.5, 0.2, 0, 0] { dived.round(charging: share) }
        if dived.value > best.value { best = dived }
    }
    var oneMoreHour: [Double?] = []
    for force in Force.allCases {
        let exists = problem.volunteers.contains { $0.force == force }
        oneMoreHour.append(
            exists
                ? try program.gain(ofMinutes: 60, force: force.index, above: pooledBound, by: solver) : nil)
    }
    return DeploymentPlan(
        problem, program, best.months, bound: min(pooledBound, generation.bound),
        prices: Array(pooled.rowPrices.prefix(DeploymentProgram.forces)), oneMoreHour: oneMoreHour)
}

/// How hard `solve` tries.
private enum Effort {
    /// Rounds of pricing, at most.
    static let rounds = 30
}
