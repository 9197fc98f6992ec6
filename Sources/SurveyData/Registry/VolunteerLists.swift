internal import Basics

/// Reads what a row of a volunteers file says of places, skills, times and households.
struct VolunteerLists {
    private let table: WardTable
    private let registry: Registry?
    private let vocabulary: SkillVocabulary
    private let households: HouseholdCodes?
    private let homeColumn, skillColumn, timeColumn, neverColumn: Int?

    init(
        _ table: WardTable, registry: Registry?, skills: SkillVocabulary,
        households: (() -> HouseholdCodes)?
    ) throws {
        self.table = table
        self.registry = registry
        vocabulary = skills
        homeColumn = try table.optionalColumn("home_group_id")
        skillColumn = try table.optionalColumn("skills")
        timeColumn = try table.optionalColumn("available")
        let never = try table.optionalColumn("never_households")
        neverColumn = never
        // A survey's codes need only be known where a volunteer must not go somewhere.
        let isNeeded = table.rows.contains { !table.text($0, never).isEmpty }
        self.households = isNeeded ? households?() : nil
    }

    func home(_ row: WardTable.Row) throws -> GroupID? {
        let code = table.text(row, homeColumn)
        guard !code.isEmpty else { return nil }
        guard let registry, registry.isGiven else { return GroupID(code) }
        guard let group = registry.group(code: code) else {
            throw table.bad(
                row, homeColumn, found: "\(shown(code)), a group that the groups file does not have",
                expected: "a group_id of the groups file, or nothing")
        }
        return group.id
    }

    /// The codes of the skills, each once.
    func skills(_ row: WardTable.Row) throws -> [String] {
        try words(row, skillColumn) { word in
            guard let code = vocabulary.code(of: word) else {
                throw table.bad(
                    row, skillColumn, found: "the skill \(shownWord(word))",
                    expected: "skills of \(vocabulary.list), with ; between them, or nothing for all of them")
            }
            return code
        }
    }

    /// The codes of the times, each once.
    func times(_ row: WardTable.Row) throws -> [String] {
        try words(row, timeColumn) { word in
            guard let time = WardTime(written: word) else {
                throw table.bad(
                    row, timeColumn, found: "the time \(shownWord(word))",
                    expected: "\(WardTime.examples), with ; between them, or nothing for any time")
            }
            return time.code
        }
    }

    /// The households where a volunteer must not go; those that were not asked this month are added to `unasked`.
    func neverHouseholds(_ row: WardTable.Row, unasked: inout Set<HouseholdID>) throws -> Set<HouseholdID> {
        var never: Set<HouseholdID> = []
        for code in table.list(row, neverColumn) {
            guard let households else {
                never.insert(HouseholdID(code))
                continue
            }
            guard let household = households.household(code) else {
                throw table.bad(
                    row, neverColumn,
                    found: "\(shownWord(code)), which is no household of the survey or of its kind",
                    expected: "codes as the survey's household_id: \(households.form), with ; between them")
            }
            never.insert(household.id)
            if !household.isAsked { unasked.insert(household.id) }
        }
        return never
    }

    private func words(
        _ row: WardTable.Row, _ column: Int?, _ code: (String) throws -> String
    ) throws -> [String] {
        var codes: [String] = []
        for word in table.list(row, column) {
            let code = try code(word)
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }
}
