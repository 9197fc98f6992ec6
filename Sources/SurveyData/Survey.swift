internal import Basics

/// The accepted households of one month, and everything that happened on the way to them.
package struct Survey: Sendable {
    /// All rows that were read; `rows` says which count.
    package let table: SurveyTable
    /// The accepted rows of the table, ascending.
    package let rows: [UInt32]
    /// Rows of households that were drawn and not interviewed.
    let withoutInterview: [UInt32]
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

extension Survey {
    /// The interviews that figures are made of. A random sample is one of doors: who came to a counter, filled a form
    /// or was rung up chose to answer, and carries no sampling weight. Of a census and of volunteers all count.
    package var sample: Survey {
        guard sampling == .probability, let modes = table.coded(.mode) else { return self }
        let isAtDoor = modes.answers.map { answer in
            answer.value.map { CollectionMode.allCases[Int($0)] == .door } ?? true
        }
        if !isAtDoor.contains(false) { return self }
        return with(rows: rows.filter { isAtDoor[modes.codes[Int($0)]] })
    }

    /// Interviews that the sample leaves out, by how they were made, in the order of the codes.
    package var besideSample: [(mode: CollectionMode, households: Int)] {
        guard sampling == .probability, let modes = table.coded(.mode) else { return [] }
        let counts = modes.codes.counts(of: rows, below: modes.answers.count)
        return CollectionMode.allCases.filter { $0 != .door }.compactMap { mode in
            let households = zip(modes.answers, counts).reduce(0) { sum, code in
                code.0.value.map { CollectionMode.allCases[Int($0)] } == mode ? sum + code.1 : sum
            }
            return households > 0 ? (mode, households) : nil
        }
    }

    /// The survey of some of its rows.
    private func with(rows: [UInt32]) -> Survey {
        Survey(
            table: table, rows: rows, withoutInterview: withoutInterview, issues: issues, counts: counts,
            repairs: repairs, files: files,
            month: month, months: months, codebook: codebook, sampling: sampling, registry: registry,
            asked: asked, isSynthetic: isSynthetic)
    }
}

/// The survey of one month, and those of earlier months that it is compared with, where the files hold any.
package struct SurveyMonths: Sendable {
    package let survey: Survey
    /// The latest month before, and for each reference period of the codebook's questions the latest month whose
    /// answers cover no day of this month's; the latest first.
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
    /// - Throws: `Diagnostic` `.noRecords` where no household was accepted.
    package func requireHouseholds() throws {
        guard rows.isEmpty else { return }
        throw Diagnostic(
            .noRecords, file: files.joined(separator: ", "),
            found: "no household that can be used (\(counts.read) rows read, \(counts.rejected) rejected)",
            expected: "at least one accepted household",
            action: "Run sansang check to see why rows were rejected.")
    }

    /// - Throws: `Diagnostic` `.noRecords` where a random sample of doors has no interview at a door.
    package func requireSample() throws {
        try requireHouseholds()
        guard sample.rows.isEmpty else { return }
        let modes = besideSample.map { "\($0.mode.rawValue) \($0.households)" }.joined(separator: ", ")
        throw Diagnostic(
            .noRecords, file: files.joined(separator: ", "),
            found: "no interview at a door (\(modes))",
            expected: "with --sampling probability interviews at doors that were drawn at random",
            action: "Say --sampling volunteer: then the figures speak for those who answered.")
    }
}
