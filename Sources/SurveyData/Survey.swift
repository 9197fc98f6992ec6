/// The accepted households of one month, and everything that happened on the way to them.
package struct Survey: Sendable {
    /// All rows that were read; `rows` says which count.
    package let table: SurveyTable
    /// The accepted rows of the table, ascending.
    package let rows: [UInt32]
    /// By file, then line.
    package let issues: [DataIssue]
    package let counts: ReadingCounts
    /// What was repaired → how often.
    package let repairs: [String: Int]
    /// File names as given, in the order given.
    package let files: [String]
    /// "2025-10", or "2025-08..2025-10" for a period; nil where the survey has no dates or is of all months.
    package let month: String?
    /// Accepted households by month, where they have dates.
    package let months: [(month: String, households: Int)]
    package let codebook: Codebook
    package let sampling: Sampling
    package let registry: Registry
    /// The variables that any of the files has a column for.
    package let asked: Set<Variable>
    /// Whether the households, or the groups that they live in, are made up: a file of them says so.
    package let isSynthetic: Bool

    /// In the order of file, then record.
    package var households: HouseholdList { HouseholdList(table, rows: rows) }
}

/// The survey of one month, and those of earlier months that it is compared with, where the files hold any.
package struct SurveyMonths: Sendable {
    package let survey: Survey
    /// The latest month before, and for each reference period of the codebook's questions the latest month whose answers
    /// cover no day of this month's; the latest first.
    package let earlier: [Survey]
    /// Every month that the files hold, up to the survey's own, ascending.
    package let months: [String]
    /// Files of other months, that were read and not used.
    package let unused: [String]

    /// `months`: nil where the surveys' own months are all.
    package init(survey: Survey, earlier: [Survey] = [], months: [String]? = nil, unused: [String] = []) {
        self.survey = survey
        self.earlier = earlier
        self.months = months ?? (earlier + [survey]).compactMap(\.month).sorted()
        self.unused = unused
    }

    /// The latest month before.
    package var previous: Survey? { earlier.first }

    /// Whether any of them is of made-up households.
    package var isSynthetic: Bool { survey.isSynthetic || earlier.contains(where: \.isSynthetic) }
}

extension Survey {
    /// - Throws: `SurveyError` `.noRecords` where no household was accepted.
    package func requireHouseholds() throws {
        guard rows.isEmpty else { return }
        throw SurveyError(
            .noRecords, file: files.joined(separator: ", "),
            found: "no household that can be used (\(counts.read) rows read, \(counts.rejected) rejected)",
            expected: "at least one accepted household",
            action: "Run sansang check to see why rows were rejected.")
    }
}
