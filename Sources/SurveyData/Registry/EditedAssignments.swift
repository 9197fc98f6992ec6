internal import Basics

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
        /// Who comes along; nil where the cell is empty.
        package let partner: VolunteerID?
        /// Which of the volunteer's outings, from 1; nil where the cell is empty.
        package let outing: Int?
        /// When the outing is; nil where the cell is empty.
        package let time: WardTime?
        /// nil where the cell names no day.
        package let date: SurveyDate?
        /// What the household fails, as `need_code` has it; empty where it was not kept.
        package let needCode: String
        /// nil: a visit of a quota.
        package let household: HouseholdID?
        /// As written.
        package let barrier: String
        package let isSession: Bool
        /// Whether another force visits the household before.
        package let isFollowUp: Bool
        /// Tells sessions of several kinds apart; empty where it was not kept.
        package let taskCode: String
        /// Tells quotas of one barrier apart; nil where the cell is empty.
        package let expectedGain: Double?
    }

    /// Columns: `volunteer_id, group_id, household_id, barrier`, and `force`, `outing`, `slot`, `need_code`,
    /// `order`, `kind`, `task_code`, `minutes` and `expected_gain` where they were kept. Minutes, tasks and gains
    /// are worked out again; what stands in those columns must be possible all the same, for a slip there is a slip
    /// in the row.
    ///
    /// - Parameter barriers: the words that `barrier` may hold; nil: any.
    /// - Throws: `Diagnostic` for a missing column, a row without a volunteer or group, an unknown force, kind or
    ///   barrier, a quota without a barrier, or a number that is none or out of range.
    package init(table: WardTable, barriers: [String]? = nil) throws {
        isSynthetic = table.isSynthetic
        let reading = try RowReading(table, barriers: barriers)
        rows = try table.rows.map(reading.row)
    }
}

/// Reads the rows of an edited plan.
private struct RowReading {
    private let table: WardTable
    private let barriers: [String]?
    private let volunteer, group, household, barrier: Int
    private let force, kind, task, slot, need, partner: Int?
    private let outing, order, minutes, gain: WardNumbers

    init(_ table: WardTable, barriers: [String]?) throws {
        self.table = table
        self.barriers = barriers
        volunteer = try table.column("volunteer_id")
        group = try table.column("group_id")
        household = try table.column("household_id")
        barrier = try table.column("barrier")
        force = try table.optionalColumn("force")
        kind = try table.optionalColumn("kind")
        task = try table.optionalColumn("task_code")
        slot = try table.optionalColumn("slot")
        need = try table.optionalColumn("need_code")
        partner = try table.optionalColumn("with_volunteer_id")
        outing = try table.optionalNumbers("outing", .visitOrder)
        order = try table.optionalNumbers("order", .visitOrder)
        minutes = try table.optionalNumbers("minutes", .visitMinutes)
        gain = try table.optionalNumbers("expected_gain", .expectedGain)
    }

    func row(_ row: WardTable.Row) throws -> EditedAssignments.Row {
        for (column, what) in [(volunteer, "volunteer"), (group, "group")]
        where table.text(row, column).isEmpty {
            throw table.bad(row, column, found: "no \(what)", expected: "a code in every row")
        }
        let force = table.text(row, force)
        if !force.isEmpty, Force(written: force) == nil {
            throw table.bad(
                row, self.force, found: "the force \(shownWord(force))",
                expected: "youth, police or women, or nothing")
        }
        _ = try order.value(row)
        _ = try minutes.value(row)
        let house = table.text(row, household)
        let kind = try word(row, kind, of: ["visit", "quota", "session", "followUp"])
        let isSession = kind == "session"
        let steps = try barriers.map { try word(row, barrier, of: $0) } ?? table.text(row, barrier)
        if steps.isEmpty, house.isEmpty, !isSession {
            throw table.bad(
                row, barrier, found: "no barrier and no household",
                expected: "the barrier of a quota"
                    + (barriers.map { ": " + $0.joined(separator: ", ") } ?? ""))
        }
        return EditedAssignments.Row(
            line: row.line, volunteer: VolunteerID(table.text(row, volunteer)),
            group: GroupID(table.text(row, group)),
            partner: table.text(row, partner).isEmpty ? nil : VolunteerID(table.text(row, partner)),
            outing: try outing.value(row).map { Int($0) },
            time: try time(row), date: try date(row), needCode: table.text(row, need),
            household: house.isEmpty ? nil : HouseholdID(house),
            barrier: steps, isSession: isSession, isFollowUp: kind == "followUp",
            taskCode: table.text(row, task),
            expectedGain: try gain.value(row))
    }

    private func date(_ row: WardTable.Row) throws -> SurveyDate? {
        let word = table.text(row, slot).prefix { $0 != " " }
        guard word.first?.isNumber == true else { return nil }
        guard case .certain(let date)? = WrittenDate(String(word)) else {
            throw table.bad(
                row, slot, found: shownWord(String(word)), expected: "a day, as 2026-01-31, and a time")
        }
        return date
    }

    private func time(_ row: WardTable.Row) throws -> WardTime? {
        // A day before it says which of the month it is.
        let word = table.text(row, slot).split(separator: " ").drop { $0.first?.isNumber == true }
            .joined(separator: " ")
        if word.isEmpty { return nil }
        guard let time = WardTime(written: word) else {
            throw table.bad(
                row, slot, found: shownWord(word), expected: "\(WardTime.examples), or nothing")
        }
        return time
    }

    /// The word of a list that a cell means, or nothing.
    private func word(_ row: WardTable.Row, _ column: Int?, of known: [String]) throws -> String {
        let text = table.text(row, column)
        if text.isEmpty { return "" }
        guard let word = known.first(where: { fold($0) == fold(text) }) else {
            throw table.bad(
                row, column, found: shownWord(text), expected: known.joined(separator: ", ") + ", or nothing")
        }
        return word
    }
}
