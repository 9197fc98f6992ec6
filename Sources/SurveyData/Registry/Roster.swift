internal import Basics

/// The volunteers of a month.
package struct Roster: Sendable {
    /// By id.
    package let volunteers: [Volunteer]
    /// Whether the volunteers are made up: their file says so.
    package let isSynthetic: Bool
    /// Households of `never_households` that were not asked this month, each once.
    package let unaskedNeverHouseholds: Set<HouseholdID>

    private static let columns = [
        "volunteer_id", "name", "force", "phone", "home_group_id", "minutes", "max_groups", "skills",
        "available", "never_households", "synthetic",
    ]

    /// The same without those who are absent.
    ///
    /// - Parameters:
    ///   - absent: codes; letter case, dashes and blanks do not matter.
    ///   - file: of the roster.
    /// - Throws: `Diagnostic` for a code that nobody has.
    package func without(_ absent: [String], file: String) throws -> Roster {
        let known = Set(volunteers.map { codeKey($0.id.text) })
        if let stranger = absent.first(where: { !known.contains(codeKey($0)) }) {
            throw Diagnostic(
                .badTable, file: file, found: "no volunteer \(shown(stranger)), whom --absent names",
                expected: "a volunteer_id of this file", action: "Correct --absent.")
        }
        let keys = Set(absent.map(codeKey))
        return Roster(
            volunteers: volunteers.filter { !keys.contains(codeKey($0.id.text)) }, isSynthetic: isSynthetic,
            unaskedNeverHouseholds: unaskedNeverHouseholds)
    }

    private init(
        volunteers: [Volunteer], isSynthetic: Bool, unaskedNeverHouseholds: Set<HouseholdID>
    ) {
        self.volunteers = volunteers
        self.isSynthetic = isSynthetic
        self.unaskedNeverHouseholds = unaskedNeverHouseholds
    }

    /// The roster in a volunteers file.
    ///
    /// Columns: `volunteer_id, name, force, phone, home_group_id, minutes, max_groups, skills, available,
    /// never_households`; lists inside a cell are written with `;`.
    ///
    /// - Parameters:
    ///   - skills: those that may be listed; each is kept as its code.
    ///   - households: finds the households of `never_households`; nil: they are kept as written. Called at most once.
    /// - Throws: `Diagnostic` for a missing column, an unknown force, skill or time, a number out of range, a blank or
    ///   repeated id, a home group that the registry does not have, or a household that cannot be one.
    package init(
        table: WardTable, registry: Registry?, skills: SkillVocabulary = .usual,
        households: (() -> HouseholdCodes)? = nil
    ) throws {
        let id = try table.column("volunteer_id")
        let force = try table.column("force")
        let minutes = try table.numbers("minutes", .volunteerMinutes)
        try table.refuseMisspelled(Self.columns)
        let name = try table.optionalColumn("name")
        let phone = try table.optionalColumn("phone")
        let limit = try table.optionalNumbers("max_groups", .maximumGroups)
        let lists = try VolunteerLists(table, registry: registry, skills: skills, households: households)
        isSynthetic = table.isSynthetic
        var seen: [String: Int] = [:]
        var unasked: Set<HouseholdID> = []
        volunteers = try table.rows.map { row in
            let code = try table.ownCode(row, id, seen: &seen, of: "volunteer")
            guard let ownForce = Force(written: table.text(row, force)) else {
                let found = table.text(row, force)
                throw table.bad(
                    row, force, found: found.isEmpty ? "no force" : "the force \(shownWord(found))",
                    expected: "youth, police or women")
            }
            return Volunteer(
                id: VolunteerID(code), name: table.text(row, name), force: ownForce,
                phone: table.text(row, phone), homeGroup: try lists.home(row),
                minutes: try minutes.count(row),
                maximumGroups: try limit.value(row).map { Int($0) } ?? Self.usualGroups,
                skills: try lists.skills(row), available: try lists.times(row),
                neverHouseholds: try lists.neverHouseholds(row, unasked: &unasked))
        }
        .sorted { $0.id < $1.id }
        unaskedNeverHouseholds = unasked
    }

    /// Groups in a month where the file does not say. Assumption.
    private static let usualGroups = 3
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
