/// A month's public page: what is printed of the survey, and what its release is judged by.
package struct PublishedPage: Sendable, Equatable {
    /// "2025-10", "2025-08..2025-10" or "undated".
    package let month: String
    /// The day on which it was published first, "2025-11-05".
    package var day: String
    /// Whether the page has no tables, as its small cells cannot be protected.
    package var isStopped: Bool
    package let statements: [PublishedStatement]
    /// By kind of domain, then domain, then indicator: the order of the page's tables.
    package var cells: [PublishedCell]
    /// Whose answers stand behind the cells.
    package let households: [PageHouseholds]

    package init(
        month: String, day: String, isStopped: Bool = false, statements: [PublishedStatement],
        cells: [PublishedCell], households: [PageHouseholds]
    ) {
        self.month = month
        self.day = day
        self.isStopped = isStopped
        self.statements = statements
        self.cells = cells
        self.households = households
    }

    /// Whether a reader sees the same figures and sentences in both, whatever the day.
    package func looksLike(_ other: PublishedPage) -> Bool {
        guard isStopped == other.isStopped, statements == other.statements else { return false }
        return isStopped
            || cells.count == other.cells.count && zip(cells, other.cells).allSatisfy { $0.looksLike($1) }
    }

    /// The page without tables.
    func stopped() -> PublishedPage {
        var page = self
        page.isStopped = true
        for place in cells.indices where cells[place].isShown {
            page.cells[place].content = .protectingOverTime
        }
        return page
    }

    /// The share of this page's households that stand behind another page too, 0…1; 1 of a page without any.
    package func shareOfHouseholds(in other: PublishedPage) -> Double {
        let own = households.flatMap(\.households)
        let others = Set(other.households.flatMap(\.households))
        return own.isEmpty ? 1 : Double(own.count(where: others.contains)) / Double(own.count)
    }

    /// A cell of one indicator and domain.
    package func cell(like cell: PublishedCell) -> PublishedCell? {
        cells.first { $0.isSameFigure(as: cell) }
    }
}
