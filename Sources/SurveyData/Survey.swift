/// What was read: `read = accepted + rejected + blank + totals rows`, always.
package struct ReadingCounts: Sendable, Equatable {
    package internal(set) var read = 0
    package internal(set) var accepted = 0
    package internal(set) var rejected = 0
    package internal(set) var blank = 0
    package internal(set) var totalsRows = 0

    package init() {}

    /// Counts households that were read together.
    package mutating func add(_ households: Int, accepted isAccepted: Bool) {
        read += households
        if isAccepted { accepted += households } else { rejected += households }
    }

    package mutating func add(blank lines: Int, totalsRows rows: Int) {
        read += lines + rows
        blank += lines
        totalsRows += rows
    }

    package static func + (left: ReadingCounts, right: ReadingCounts) -> ReadingCounts {
        var sum = left
        sum.read += right.read
        sum.accepted += right.accepted
        sum.rejected += right.rejected
        sum.blank += right.blank
        sum.totalsRows += right.totalsRows
        return sum
    }
}

/// The accepted households of one month, and everything that happened on the way to them.
package struct Survey: Sendable {
    /// In the order of file, then record.
    package let households: [Household]
    /// By file, then line.
    package let issues: [DataIssue]
    package let counts: ReadingCounts
    /// What was repaired → how often.
    package let repairs: [String: Int]
    /// File names as given, in the order given.
    package let files: [String]
    /// "2025-10"; nil where the survey has no dates.
    package let month: String?
    package let codebook: Codebook
    package let sampling: Sampling
    package let registry: Registry
    /// The variables that any of the files has a column for.
    package let asked: Set<Variable>
}

/// The survey of one month, and of the month before it where the files hold one.
package struct SurveyMonths: Sendable {
    package let survey: Survey
    package let previous: Survey?
    /// Files of other months, that were read and not used.
    package let unused: [String]
}

extension Survey {
    /// - Throws: `SurveyError` `.noRecords` where no household was accepted.
    package func requireHouseholds() throws {
        guard households.isEmpty else { return }
        throw SurveyError(
            .noRecords, file: files.joined(separator: ", "),
            found: "no household that can be used (\(counts.read) rows read, \(counts.rejected) rejected)",
            expected: "at least one accepted household",
            action: "Run sansang check to see why rows were rejected.")
    }
}
