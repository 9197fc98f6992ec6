internal import Readiness
internal import SurveyData
package import VolunteerDeployment

/// What `plan` prints of a ward's survey: the plan of `summary.json`, each visit, and how an edited plan fares.
package struct WardPlanDocument {
    private let month: String
    private let problem: DeploymentProblem
    private let plan: DeploymentPlan
    private let seconds: Double
    private let isSynthetic: Bool
    private let senders: Senders
    /// A plan as a person edited it, and what the best is worth that was found beside it.
    private let edited: (plan: DeploymentPlan, check: PlanCheck, best: Double)?

    package init(
        month: String, problem: DeploymentProblem, plan: DeploymentPlan, seconds: Double,
        edited: (plan: DeploymentPlan, check: PlanCheck, best: Double)?, isSynthetic: Bool,
        senders: Senders = Senders()
    ) {
        self.senders = senders
        self.month = month
        self.problem = problem
        self.plan = plan
        self.seconds = seconds
        self.edited = edited
        self.isSynthetic = isSynthetic
    }

    /// The JSON document; whom to ask and the word of the month where they are given, for who makes lists of it.
    package func text() -> String {
        let json = PlanJSON(plan: plan, groups: problem.groups)
        return JSONValue.object(
            JSONValue.synthetic(isSynthetic)
                + [("month", .text(month)), ("seconds", .number(seconds))]
                + [("contact", senders.contact), ("word", senders.word)].compactMap { key, text in
                    text.map { (key, .text($0)) }
                } + json.pairs
                + [("assignments", .list(plan.visits.map(visit))), ("check", check)]
        ).document()
    }

    /// The visits as `assignments.csv`.
    package func table() -> String {
        AssignmentTable(month: month, plan: plan, isSynthetic: isSynthetic).text()
    }

    private func visit(_ visit: Visit) -> JSONValue {
        .line([
            ("volunteer", .text(visit.volunteer.text)), ("with", .optional(visit.partner?.text)),
            ("slot", .text(visit.slot)), ("order", .integer(visit.order)),
            ("kind", .text(visit.kind.rawValue)), ("group", .text(visit.group.text)),
            ("household", .optional(visit.household?.text)), ("barrier", .text(visit.barrier.rawValue)),
            ("task", .text(visit.taskCode)), ("minutes", .integer(visit.minutes)),
            ("expectedMinutes", .integer(visit.expectedMinutes)),
            ("seats", .integer(visit.seats)), ("expectedGain", .number(visit.expectedGain)),
            ("reason", .text(visit.reason.rawValue)),
        ])
    }

    private var check: JSONValue {
        guard let edited else { return .null }
        return .object([
            ("score", .number(edited.check.score)), ("best", .number(edited.best)),
            ("cost", .number(edited.best - edited.check.score)),
            (
                "breaches",
                .list(
                    edited.check.limitsBroken.map {
                        .line([("code", .text($0.code)), ("text", .text($0.description))])
                    })
            ),
        ])
    }
}
