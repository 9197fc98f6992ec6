internal import Readiness
internal import SurveyData
internal import SurveyStatistics

extension SummaryDocument {
    /// Households without a device or a connection, and the shared points; null where not asked.
    var equipment: JSONValue {
        guard let equipment = content.equipment else { return .null }
        return .object([
            ("basis", .text(equipment.basis.rawValue)),
            ("walkingKilometres", .number(equipment.settings.walkingKilometres)),
            ("total", count(equipment.total)),
            ("nearSites", equipment.nearSites.map(count) ?? .null),
            ("evening", equipment.evening.map(evening) ?? .null),
            ("points", equipment.points.map { .list($0.map(point)) } ?? .null),
            ("groupsWithoutPlace", .integer(equipment.withoutPlace)),
            ("groups", .list(equipment.needs.map(need))),
        ])
    }

    private func count(_ count: HouseholdCount) -> JSONValue {
        .object([
            ("value", .optional(count.value)), ("standardError", .optional(count.standardError)),
            ("lower", .optional(count.lower)), ("upper", .optional(count.upper)),
            ("households", .integer(count.households)),
        ])
    }

    private func evening(_ evening: EveningPreference) -> JSONValue {
        let shown = evening.shown
        return .object([
            ("value", .optional(shown?.value)), ("lower", .optional(shown?.interval?.lower)),
            ("upper", .optional(shown?.interval?.upper)), ("base", .integer(evening.of)),
            ("shown", .bool(evening.gate.isShown)), ("reason", .optional(evening.gate.reason?.rawValue)),
            ("mostChosen", evening.isMostChosen.map { .bool($0) } ?? .null),
        ])
    }

    private func point(_ point: SharedPoint) -> JSONValue {
        .object([
            ("group", .text(point.group.id.text)), ("formerWard", .text(point.group.formerWard)),
            ("reached", .row(point.reached.map { .text($0.text) })), ("lacking", count(point.lacking)),
            ("lackingSoFar", count(point.lackingSoFar)),
            ("evening", point.evening.map(evening) ?? .null),
        ])
    }

    private func need(_ need: EquipmentNeed) -> JSONValue {
        .object([
            ("group", .text(need.group.id.text)), ("formerWard", .text(need.group.formerWard)),
            ("households", .integer(need.households)),
            ("share", need.own.map { .object(numbers($0)) } ?? .null),
            ("standIn", .optional(need.source?.domain.kind.name)),
        ])
    }
}
