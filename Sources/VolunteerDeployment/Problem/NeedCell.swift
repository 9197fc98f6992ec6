internal import Readiness
internal import SurveyData

/// Households of one group that a plan cannot tell apart: same steps, same consent, same gain.
struct NeedCell {
    /// Index into `DeploymentProblem.groups`.
    let group: Int
    let failedSteps: [CascadeStep]
    let consent: Set<Force>
    /// Dossiers expected, capped.
    let dossiers: Double
    /// Indices into `DeploymentProblem.needs`, in walking order; empty for a quota.
    let households: [Int]
    let isQuota: Bool
    /// Households, at least 1.
    let count: Int
    /// Indices of the volunteers who must not be sent here.
    ///
    /// A household that anyone must not visit has a cell of its own.
    let barred: Set<Int>
    /// What each force that may come can do here with some gain, in the order of forces.
    let options: [Option]

    struct Option {
        let force: Force
        let help: Help
        /// Expected dossiers per visit, above 0.
        let gain: Double
    }

    /// The first failed step: what stops the household.
    var barrier: CascadeStep { failedSteps[0] }

    func option(of force: Force) -> Option? { options.first { $0.force == force } }
}
