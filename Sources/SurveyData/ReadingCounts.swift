/// What was read: `read = accepted + rejected + blank + totals rows + rows without an interview`, always.
package struct ReadingCounts: Sendable, Equatable {
    package private(set) var read = 0
    package private(set) var accepted = 0
    package private(set) var rejected = 0
    package private(set) var blank = 0
    package private(set) var totalsRows = 0
    /// Households that were drawn and not interviewed (`contact_result`).
    package private(set) var withoutInterview = 0

    package init() {}

    package init(accepted: Int, rejected: Int, blank: Int, totalsRows: Int, withoutInterview: Int = 0) {
        read = accepted + rejected + blank + totalsRows + withoutInterview
        self.withoutInterview = withoutInterview
        self.accepted = accepted
        self.rejected = rejected
        self.blank = blank
        self.totalsRows = totalsRows
    }

    /// Counts a row that is no household's.
    mutating func addRejected() {
        read += 1
        rejected += 1
    }

    mutating func add(blank lines: Int, totalsRows rows: Int) {
        read += lines + rows
        blank += lines
        totalsRows += rows
    }

    /// Counts rows of which some are accepted.
    mutating func add(rows: Int, accepted households: Int, withoutInterview others: Int) {
        read += rows
        accepted += households
        withoutInterview += others
        rejected += rows - households - others
    }

    package static func + (left: ReadingCounts, right: ReadingCounts) -> ReadingCounts {
        ReadingCounts(
            accepted: left.accepted + right.accepted, rejected: left.rejected + right.rejected,
            blank: left.blank + right.blank, totalsRows: left.totalsRows + right.totalsRows,
            withoutInterview: left.withoutInterview + right.withoutInterview)
    }
}
