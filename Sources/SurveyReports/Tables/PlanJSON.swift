internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// A ward's plan as machines read it.
struct PlanJSON {
    let plan: DeploymentPlan
    let groups: [ResidentialGroup]

    /// In the order of the document.
    var pairs: [(String, JSONValue)] {
        [
            ("objective", .number(plan.objective)), ("bound", .number(plan.bound)),
            ("gap", .number(plan.gap)),
            ("expectedHouseholds", .number(plan.expectedHouseholds)),
            (
                "unassigned",
                .list(
                    plan.unassigned.map {
                        .object([
                            ("group", .text($0.group.text)), ("barrier", .text($0.barrier.rawValue)),
                            ("kind", .text($0.kind.rawValue)), ("reason", .text($0.reason.rawValue)),
                            ("households", .integer($0.count)), ("wouldTake", minutes($0.wouldTake)),
                        ])
                    })
            ),
            (
                "prices",
                .list(
                    plan.prices.map {
                        .object([
                            ("force", .text($0.force.rawValue)), ("perMinute", .number($0.perMinute)),
                            ("oneMoreHour", .optional($0.oneMoreHour)),
                            ("minutesAvailable", .integer($0.minutesAvailable)),
                            ("minutesUsed", .integer($0.minutesUsed)),
                        ])
                    })
            ),
            ("byGroup", .list(byGroup)), ("byVolunteer", .list(byVolunteer)),
        ]
    }

    private func minutes(_ minutes: [Force: Int]) -> JSONValue {
        .row(
            Force.allCases.compactMap { force in
                minutes[force].map {
                    .line([("force", .text(force.rawValue)), ("minutes", .integer($0))])
                }
            })
    }

    private var byGroup: [JSONValue] {
        groups.map { group in
            .object([
                ("group", .text(group.id.text)), ("formerWard", .text(group.formerWard)),
                (
                    "forces",
                    .list(
                        Force.allCases.compactMap { force in
                            let visits = plan.assignments.filter { $0.force == force }.flatMap(\.visits)
                                .filter { $0.group == group.id }
                            if visits.isEmpty { return nil }
                            return .object([
                                ("force", .text(force.rawValue)),
                                ("visits", .integer(visits.count { $0.household != nil })),
                                ("quota", .integer(visits.count { $0.household == nil })),
                                ("minutes", .integer(visits.reduce(0) { $0 + $1.minutes })),
                                ("expectedGain", .number(visits.reduce(0) { $0 + $1.expectedGain })),
                            ])
                        })
                ),
            ])
        }
    }

    private var byVolunteer: [JSONValue] {
        plan.assignments.filter { !$0.visits.isEmpty }.map { assignment in
            .object([
                ("volunteer", .text(assignment.volunteer.text)), ("force", .text(assignment.force.rawValue)),
                ("groups", .list(assignment.groups.map { .text($0.text) })),
                ("visits", .integer(assignment.visits.count { $0.household != nil })),
                ("quota", .integer(assignment.visits.count { $0.household == nil })),
                ("minutes", .integer(assignment.minutesUsed)),
                ("expectedGain", .number(assignment.expectedGain)),
            ])
        }
    }
}
