extension PublishedPage {
    /// The page of a month by itself, before earlier pages are looked at.
    ///
    /// - Throws: `DisclosureProblem` where counts of parts do not add up: a bug of ours.
    package init(_ report: ReadinessReport, target: Double, month: String, day: String) throws {
        let figures = try PublicFigures(report)
        let tally = PageTally(report, cells: figures.places)
        self.init(
            month: month, day: day, isStopped: figures.hasUnprotected,
            statements: PublishedStatement.all(report, target: target),
            cells: figures.cells(shares: tally.shares), households: tally.households)
    }
}
