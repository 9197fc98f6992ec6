internal import CSVReader

/// The numbers that a column's different cells say, under the one way of writing that all of them allow.
struct ColumnNumbers: Sendable {
    /// Two cells that no one way of writing allows both, by their position among the cells.
    struct Mix: Sendable {
        let first, second: Int
    }

    let marks: NumberMarks
    /// By cell; nil where it is none. In a mixed column only cells without a point or a comma are numbers.
    let values: [Double?]
    let mix: Mix?
    /// The first cell that either way allows, where no other cell decides.
    let guessed: Int?

    /// - Parameter cells: the different cells in the order in which the file has them, none missing.
    init(_ cells: [String], declared: NumberMarks.Decimal?) {
        switch NumberMarks.decided(by: cells, declared: declared) {
        case .marks(let found, let isGuess):
            marks = found
            mix = nil
            guessed = isGuess ? cells.firstIndex(where: NumberMarks.allowsBoth) : nil
            values = cells.map { found.number($0) }
        case .mixed(let first, let second):
            let point = NumberMarks(decimal: .point)
            marks = point
            mix = Mix(first: first, second: second)
            guessed = nil
            values = cells.map { Self.isMarked($0) ? nil : point.number($0) }
        }
    }

    /// By cell the number that makes it the same level as another cell ("01" and "1.0"); nil for a level of its own.
    ///
    /// In a column of lists, dates or versions (1,2,3) a cell such as 1,2 is no number, in one of codes (2A1) 2E1 is none;
    /// long ids of which reading loses digits are texts.
    func identities(of cells: [String]) -> [Double?] {
        let others = cells.indices.filter { values[$0] == nil }.map { cells[$0] }
        let hasLists = others.contains { text in
            text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || " .,-/:".contains($0) }
        }
        let hasCodes = others.contains { $0.contains(where: \.isNumber) && !$0.contains(" ") }
        return cells.indices.map { place in
            let cell = cells[place]
            guard CellText.isExact(cell) else { return nil }
            if hasLists, Self.isMarked(cell) || cell.contains(" ") { return nil }
            if hasCodes, cell.contains(where: { "eE".contains($0) }) { return nil }
            return values[place]
        }
    }

    private static func isMarked(_ cell: String) -> Bool {
        cell.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }
}
