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
            ("gap", .optional(plan.gap)), ("stopped", .text(plan.stopped.rawValue)),
            ("expectedGain", .number(plan.expectedGain)),
            ("expectedGainLower", .number(plan.interval.lower)),
            ("expectedGainUpper", .number(plan.interval.upper)),
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
                            ("force", .text($0.force.rawValue)),
                            ("oneMoreHour", $0.oneMoreHour.map { .number($0.first) } ?? .null),
                            ("oneMoreHourOfADay", $0.oneMoreHour.map { .number($0.ofADay) } ?? .null),
                            ("group", .optional($0.oneMoreHour?.group.text)),
                            ("minutesAvailable", .integer($0.minutesAvailable)),
                            ("minutesUsed", .integer($0.minutesUsed)),
                        ])
                    })
            ),
            ("byGroup", .list(byGroup)), ("byVolunteer", .list(byVolunteer)),
            ("floors", .list(plan.floors.map(floor))), ("stability", stability),
        ]
    }

    private func floor(_ floor: PlanFloor) -> JSONValue {
        var pairs: [(String, JSONValue)] =
            switch floor.owed {
            case .groups(let count):
                [
                    ("owed", .text("groups")), ("type", .null), ("groups", .integer(count)),
                    ("households", .null),
                ]
            case .type(let type, let households):
                [
                    ("owed", .text("type")), ("type", .text(type.rawValue)), ("groups", .null),
                    ("households", .integer(households)),
                ]
            }
        pairs += [
            ("wanted", .number(floor.wanted)), ("reached", .number(floor.reached)),
            ("isKept", .bool(floor.isKept)), ("missed", .row(floor.missed.map { .text($0.text) })),
        ]
        return .object(pairs)
    }

    /// How many pairs of last month stay, and what that costs.
    private var stability: JSONValue {
        guard let stability = plan.stability else { return .null }
        return .object([
            ("kept", .integer(stability.kept.count)), ("ended", .integer(stability.ended.count)),
            ("new", .integer(stability.new.count)), ("freeObjective", .number(stability.freeObjective)),
            ("loss", .number(stability.loss)),
        ])
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
        var visitsOf: [GroupID: [Force: [Visit]]] = [:]
        for assignment in plan.assignments {
            for visit in assignment.visits {
                visitsOf[visit.group, default: [:]][assignment.force, default: []].append(visit)
            }
        }
        return groups.map { group in
            .object([
                ("group", .text(group.id.text)), ("formerWard", .text(group.formerWard)),
                (
                    "forces",
                    .list(
                        Force.allCases.compactMap { force in
                            guard let visits = visitsOf[group.id]?[force] else { return nil }
                            return .object([
                                ("force", .text(force.rawValue)),
                                ("visits", .integer(visits.count { $0.kind.isNamed })),
                                ("quota", .integer(visits.count { $0.kind == .quota })),
                                ("sessions", .integer(visits.count { $0.kind == .session })),
                                ("minutes", .integer(visits.reduce(0) { $0 + $1.expectedMinutes })),
                                ("expectedGain", .number(visits.reduce(0) { $0 + $1.expectedGain })),
                            ])
                        })
                ),
            ])
        }
    }

    private var byVolunteer: [JSONValue] {
        plan.assignments.filter { !$0.isIdle }.map { assignment in
            .object([
                ("volunteer", .text(assignment.volunteer.text)), ("force", .text(assignment.force.rawValue)),
                ("groups", .list(assignment.groups.map { .text($0.text) })),
                ("visits", .integer(assignment.visits.count { $0.kind.isNamed })),
                ("quota", .integer(assignment.visits.count { $0.kind == .quota })),
                ("sessions", .integer(assignment.visits.count { $0.kind == .session })),
                ("minutes", .integer(assignment.minutesUsed)),
                ("travelMinutes", .integer(assignment.travelMinutes)),
                ("expectedGain", .number(assignment.expectedGain)),
                ("stops", .list(assignment.stops.map(stop))),
            ])
        }
    }

    /// Why this volunteer goes to this group.
    private func stop(_ stop: GroupStop) -> JSONValue {
        .line([
            ("group", .text(stop.group.text)), ("reason", .text(stop.reason.rawValue)),
            ("travelMinutes", .integer(stop.way.minutes)), ("visits", .integer(stop.visits)),
            ("expectedGain", .number(stop.expectedGain)), ("onlyThisForce", .integer(stop.onlyThisForce)),
            ("bestForce", .integer(stop.bestForce)),
            ("lossWithout", stop.lossWithout.map { .number($0) } ?? .null),
        ])
    }
}
