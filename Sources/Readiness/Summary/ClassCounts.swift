/// What the households of one weighting class say, as counts.
package struct ClassCounts: Sendable, Equatable {
    package var counts: AnswerCounts
    package var filing: FilingCounts

    package init(counts: AnswerCounts = AnswerCounts(), filing: FilingCounts = FilingCounts()) {
        self.counts = counts
        self.filing = filing
    }

    static func += (left: inout ClassCounts, right: ClassCounts) {
        left.counts += right.counts
        left.filing += right.filing
    }
}
