/// What was read: `read = accepted + rejected + blank + totals rows`, always.
package struct ReadingCounts: Sendable, Equatable {
    package private(set) var read = 0
    package private(set) var accepted = 0
    package private(set) var rejected = 0
    package private(set) var blank = 0
    package private(set) var totalsRows = 0

    package init() {}

    package init(accepted: Int, rejected: Int, blank: Int, totalsRows: Int) {
        read = accepted + rejected + blank + totalsRows
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
    mutating func add(rows: Int, accepted households: Int) {
        read += rows
        accepted += households
        rejected += rows - households
    }

    package static func + (left: ReadingCounts, right: ReadingCounts) -> ReadingCounts {
        ReadingCounts(
            accepted: left.accepted + right.accepted, rejected: left.rejected + right.rejected,
            blank: left.blank + right.blank, totalsRows: left.totalsRows + right.totalsRows)
    }
}
