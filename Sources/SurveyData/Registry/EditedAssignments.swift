/// The visits of an `assignments.csv`, as a person left them.
package struct EditedAssignments: Sendable {
    /// In the order of the file.
    package let rows: [Row]
    /// Whether the visits are of a plan made of made-up data: the file says so.
    package let isSynthetic: Bool

    package struct Row: Sendable {
        package let line: Int
        package let volunteer: VolunteerID
        package let group: GroupID
        /// nil: a visit of a quota.
        package let household: HouseholdID?
        /// As written.
        package let barrier: String
        package let isSession: Bool
        /// Tells sessions of several kinds apart; empty where it was not kept.
        package let taskCode: String
        /// Tells quotas of one barrier apart; nil where the cell is empty.
        package let expectedGain: Double?
    }

    /// Columns: `volunteer_id, group_id, household_id, barrier`, and `expected_gain`, `kind` and `task_code` where they were kept. Minutes, tasks and
    /// gains are worked out anew, so what else stands in a row does not matter.
    ///
    /// - Throws: `SurveyError` for a missing column, a row without a volunteer or group, or a gain that is no number.
    package init(table: WardTable) throws {
        let volunteer = try table.column("volunteer_id")
        let group = try table.column("group_id")
        let household = try table.column("household_id")
        let barrier = try table.column("barrier")
        let gain = table.optionalColumn("expected_gain")
        let kind = table.optionalColumn("kind")
        let task = table.optionalColumn("task_code")
        isSynthetic = table.isSynthetic
        rows = try table.rows.map { row in
            for (column, what) in [(volunteer, "volunteer"), (group, "group")]
            where table.text(row, column).isEmpty {
                throw table.bad(row, column, found: "no \(what)", expected: "a code in every row")
            }
            let house = table.text(row, household)
            return Row(
                line: row.line, volunteer: VolunteerID(table.text(row, volunteer)),
                group: GroupID(table.text(row, group)),
                household: house.isEmpty ? nil : HouseholdID(house), barrier: table.text(row, barrier),
                isSession: fold(table.text(row, kind)) == "session", taskCode: table.text(row, task),
                expectedGain: try table.number(row, gain))
        }
    }
}
