/// The volunteers of a month.
package struct Roster: Sendable {
    /// By id.
    package let volunteers: [Volunteer]
    /// Whether the volunteers are made up: their file says so.
    package let isSynthetic: Bool

    private static let minutesOfAMonth = 31 * 24 * 60

    /// The roster in a volunteers file.
    ///
    /// Columns: `volunteer_id, name, force, phone, home_group_id, minutes, max_groups, skills, available,
    /// never_households`; lists inside a cell are written with `;`.
    ///
    /// - Throws: `SurveyError` for a missing column, an unknown force, a bad number, an id used twice, or a
    ///   home group that the registry does not have.
    package init(table: WardTable, registry: Registry?) throws {
        let id = try table.column("volunteer_id")
        let force = try table.column("force")
        let minutes = try table.column("minutes")
        let name = table.optionalColumn("name")
        let phone = table.optionalColumn("phone")
        let home = table.optionalColumn("home_group_id")
        let groups = table.optionalColumn("max_groups")
        isSynthetic = table.isSynthetic
        var seen: Set<VolunteerID> = []
        volunteers = try table.rows.map { row in
            let volunteer = VolunteerID(table.text(row, id))
            guard !volunteer.text.isEmpty, seen.insert(volunteer).inserted else {
                throw table.bad(
                    row, id, found: volunteer.text.isEmpty ? "no id" : "an id used before",
                    expected: "a code of their own for each volunteer")
            }
            guard let ownForce = Force(written: table.text(row, force)) else {
                throw table.bad(
                    row, force, found: "an unknown force", expected: "youth, police or women")
            }
            let homeGroup = table.text(row, home)
            if let registry, registry.isGiven, !homeGroup.isEmpty, registry[GroupID(homeGroup)] == nil {
                throw table.bad(
                    row, home, found: "a group that the groups file does not have",
                    expected: "a group_id of the groups file, or nothing")
            }
            let ownMinutes = try table.count(row, minutes)
            guard ownMinutes <= Self.minutesOfAMonth else {
                throw table.bad(
                    row, minutes, found: "more minutes than a month has",
                    expected:
                        "the minutes that the volunteer gives in the month, at most \(Self.minutesOfAMonth)")
            }
            let limit = table.text(row, groups).isEmpty ? 3 : try table.count(row, groups ?? 0)
            return Volunteer(
                id: volunteer, name: table.text(row, name), force: ownForce, phone: table.text(row, phone),
                homeGroup: homeGroup.isEmpty ? nil : GroupID(homeGroup),
                minutes: ownMinutes, maximumGroups: max(1, limit),
                skills: table.list(row, "skills"), available: table.list(row, "available"),
                neverHouseholds: Set(table.list(row, "never_households").map { HouseholdID($0) }))
        }
        .sorted { $0.id < $1.id }
    }
}

extension WardTable {
    fileprivate func list(_ row: Row, _ name: String) -> [String] {
        text(row, optionalColumn(name)).split(separator: ";").map { trimmed(String($0)) }.filter {
            !$0.isEmpty
        }
    }
}

extension Force {
    /// The force that a ward's word means, or nil.
    init?(written text: String) {
        switch fold(text) {
        case "youth", "doanthanhnien", "thanhnien", "doan": self = .youth
        case "police", "congan", "conganphuong": self = .police
        case "women", "phunu", "hoilienhiepphunu", "hoiphunu": self = .women
        default: return nil
        }
    }
}
