/// A header of two or three rows: a label of an upper row stands over several of a lower one, as merged cells do.
///
/// Survey forms in Excel write it ("Trong nhà có" over "Máy tính", "Internet"), and SurveyMonkey does: the question over
/// its options. A row that looks like the rows below it is data.
struct GroupedHeader {
    let rows: Int
    let names: [String]

    private static let mostRows = 3

    /// `head`: the first of the header's rows, and the records below.
    ///
    /// nil where the header is one row.
    init?(_ head: [[String]]) {
        for rows in (2...Self.mostRows).reversed() where head.count >= rows {
            guard head.prefix(rows).allSatisfy({ $0.count == head[0].count }) else { continue }
            let levels = LabelRows(Array(head.prefix(rows)))
            guard levels.areGrouped, levels.areHeader(over: head.dropFirst(rows)) else { continue }
            self.rows = rows
            names = levels.names
            return
        }
        return nil
    }
}

/// Rows of labels, the upper over the lower.
private struct LabelRows {
    private let rows: [[String]]
    /// As the file writes them.
    private let written: [[String]]
    private let width: Int

    /// A label that the row above says already, or the cell to its left above other labels, is none: merged cells were
    /// filled.
    ///
    /// - Parameter rows: of one width.
    init(_ rows: [[String]]) {
        width = rows[0].count
        var own = rows
        for (level, row) in rows.enumerated() {
            for (column, label) in row.enumerated() {
                let isAbove =
                    level > 0 && HeaderRows.folded(label) == HeaderRows.folded(rows[level - 1][column])
                let isBeside = level < rows.count - 1 && column > 0 && label == row[column - 1]
                if isAbove || isBeside { own[level][column] = "" }
            }
        }
        self.rows = own
        written = rows
    }

    private var last: [String] { rows[rows.count - 1] }

    /// The column whose label in some row above stands over this column; nil where none does.
    private func parent(of column: Int, above level: Int) -> Int? {
        (0...column).reversed().first { place in rows[..<level].contains { !$0[place].isEmpty } }
    }

    /// The labels of a row by the column whose upper label they stand under.
    private func groups(_ level: Int) -> [(parent: Int?, columns: [Int])] {
        var groups: [(parent: Int?, columns: [Int])] = []
        for column in 0..<width where !rows[level][column].isEmpty {
            let parent = parent(of: column, above: level)
            if let open = groups.last, open.parent == parent {
                groups[groups.count - 1].columns.append(column)
            } else {
                groups.append((parent, [column]))
            }
        }
        return groups
    }

    /// Whether every lower row parts some label of the rows above, and the lowest row alone is no header.
    var areGrouped: Bool {
        guard rows[0].count(where: { !$0.isEmpty }) >= 2 else {
            return false
        }
        for level in rows.indices.dropFirst() {
            let groups = groups(level)
            guard groups.contains(where: { $0.parent != nil && $0.columns.count > 1 }),
                groups.allSatisfy({ isDistinct($0.columns.map { rows[level][$0] }) })
            else { return false }
            // Most labels that stand alone have nothing under them.
            let alone = (0..<width).filter { column in !rows[level - 1][column].isEmpty }
                .filter { column in !groups.contains { $0.parent == column && $0.columns.count > 1 } }
            guard alone.count(where: { rows[level][$0].isEmpty }) * 2 >= alone.count else { return false }
        }
        let isUnder = (0..<width).contains { column in
            !rows[0][column].isEmpty && rows.dropFirst().allSatisfy { row in row[column].isEmpty }
        }
        return isUnder || !isDistinct(last.filter { !$0.isEmpty })
    }

    private func isDistinct(_ labels: [String]) -> Bool {
        Set(labels.map(HeaderRows.folded)).count == labels.count
    }

    /// Whether the lower rows are labels over these records, and every column that holds something has one.
    func areHeader(over data: ArraySlice<[String]>) -> Bool {
        // The header may stand again further down.
        let data = data.dropFirst(HeaderRows.numberRows(Array(data))).filter { !written.contains($0) }[...]
        var columns: [Int] = []
        for level in rows.indices.dropFirst() {
            for group in groups(level) {
                let isBlock = group.columns.count > 1
                guard group.columns.allSatisfy({ isLabel(rows[level][$0], $0, over: data, isBlock: isBlock) })
                else {
                    return false
                }
                if isBlock {
                    // Names of people stand under no label of several columns.
                    if !holdsAnswers(group.columns[0], data) { return false }
                    columns += group.columns
                }
            }
        }
        let isNamed = (0..<width).allSatisfy { column in
            rows.contains { !$0[column].isEmpty } || HeaderRows.cells(of: data, column).isEmpty
        }
        return isNamed && columns.count(where: { holdsAnswers($0, data) }) * 2 >= columns.count
    }

    /// - Parameter isBlock: whether others stand beside it under one label; a cell below may then be the choice again.
    private func isLabel(_ label: String, _ column: Int, over data: ArraySlice<[String]>, isBlock: Bool)
        -> Bool
    {
        guard label.contains(where: \.isLetter), !HeaderRows.isFigure(label) else { return false }
        if !isBlock, HeaderRows.isMissingWord(label) { return false }
        let cells = HeaderRows.cells(of: data, column).map(HeaderRows.folded)
        let word = HeaderRows.folded(label)
        return !cells.contains(word) || isBlock && cells.allSatisfy { $0 == word }
    }

    /// Whether a column holds figures or answers that come again, and no text that differs from row to row.
    private func holdsAnswers(_ column: Int, _ data: ArraySlice<[String]>) -> Bool {
        let cells = HeaderRows.cells(of: data, column)
        return cells.count < 3 || cells.allSatisfy(HeaderRows.isFigure) || Set(cells).count < cells.count
    }

    var names: [String] {
        (0..<width).map { column in
            guard let lowest = rows.lastIndex(where: { !$0[column].isEmpty }) else { return "" }
            var labels = [rows[lowest][column]]
            for level in rows[..<lowest].indices.reversed() {
                if let place = parent(of: column, above: level + 1), !rows[level][place].isEmpty {
                    labels.append(rows[level][place])
                }
            }
            let own = labels.reversed().filter { !Self.wordsForAnswers.contains(HeaderRows.folded($0)) }
            return own.isEmpty ? rows[lowest][column] : own.joined(separator: "/")
        }
    }

    /// What SurveyMonkey writes under a question that has one column.
    private static let wordsForAnswers: Set<String> = ["response", "openendedresponse"]
}
