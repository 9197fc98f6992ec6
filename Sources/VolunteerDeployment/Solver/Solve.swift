internal import SurveyData

/// Sends the minutes of each force to groups and barriers, so that the most dossiers are filed alone because of
/// it: an exact linear programme, rounded to whole households without breaking a limit.
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
/// - Parameter solver: finds the optimum of the linear programme; its word is checked by duality.
/// - Throws: `LinearProgramError` where the solver finds or proves no optimum.
package func solve(
    _ problem: DeploymentProblem, by solver: LinearProgramSolver = clpSolve
) throws(LinearProgramError) -> DeploymentPlan {
    let program = DeploymentProgram(problem)
    let (solution, linearBound) = try program.solved(by: solver)
    let classPrices = Array(solution.rowPrices.dropFirst(DeploymentProgram.forces))
    let monthBound = program.wholeMonthBound(classPrices: classPrices, volunteers: problem.volunteers)
    let bound = min(linearBound, monthBound)
    var rounding = Rounding(problem, program, classPrices: classPrices)
    rounding.run(targets: program.targets(solution), bound: bound)
    var oneMoreHour: [Double?] = []
    for force in Force.allCases {
        let exists = problem.volunteers.contains { $0.force == force }
        oneMoreHour.append(
            exists
                ? try program.gain(ofMinutes: 60, force: force.index, above: linearBound, by: solver) : nil)
    }
    return DeploymentPlan(
        problem, program, rounding, linearBound: linearBound, bound: bound,
        prices: Array(solution.rowPrices.prefix(DeploymentProgram.forces)), oneMoreHour: oneMoreHour)
}
