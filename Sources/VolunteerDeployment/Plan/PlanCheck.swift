internal import Readiness
internal import SurveyData

/// Scores a plan, as solved or as edited by a person, against its problem, and names each limit it breaks.
///
/// It shares no code with the solver beyond the playbook's own arithmetic.
package struct PlanCheck {
    /// Limits broken, in the order of the plan; empty for a plan that can be walked.
    package let breaches: [PlanBreach]
    /// What the visits are worth by the playbook, breaches or not.
    package let score: Double

    /// Limits of volunteers, households and groups; not what a plan says of its own worth.
    package var limitsBroken: [PlanBreach] {
        breaches.filter {
            switch $0 {
            case .wrongObjective, .overBound: false
            default: true
            }
        }
    }

    package init(_ plan: DeploymentPlan, of problem: DeploymentProblem) {
        var scoring = PlanScoring(problem)
        for assignment in plan.assignments { scoring.add(assignment) }
        scoring.checkQuotas()
        scoring.checkFollowUps()
        let score = scoring.score
        if abs(score - plan.objective) > 1e-6 * max(1, score) {
            scoring.breaches.append(.wrongObjective(stated: plan.objective, scored: score))
        }
        if score > plan.bound + 1e-6 * max(1, plan.bound) {
            scoring.breaches.append(.overBound(scored: score, bound: plan.bound))
        }
        breaches = scoring.breaches
        self.score = score
    }
}
