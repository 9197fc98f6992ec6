package import SurveyStatistics

/// Parts of the sample that are estimated apart: crossed levels of columns, among rows where a condition holds.
package struct DomainCells: Sendable {
    package struct Cell: Sendable {
        /// One of each column; none for the whole.
        package let levels: [String]
        package let domain: Domain
    }

    package let columns: [String]
    /// By the order of their levels; only crossings that a row has.
    package let cells: [Cell]

    /// Rows with a missing level are in no part.
    ///
    /// - Throws: `EstimateError` where the condition compares what is no number by size.
    package init(_ table: DataTable, by columns: [String], where condition: Condition?) throws(EstimateError)
    {
        self.columns = columns
        let kept = try condition.map { condition throws(EstimateError) in
            try condition.truth(in: table).indices(of: .yes).ranges.flatMap(Array.init)
        }
        guard !columns.isEmpty else {
            cells = [Cell(levels: [], domain: kept.map(Domain.rows) ?? .all)]
            return
        }
        let levels = columns.map(table.column)
        var rows: [[Int32]: [Int]] = [:]
        for row in kept ?? Array(0..<table.rowCount) {
            let codes = levels.map { $0.codes[row] }
            if !codes.contains(DataColumn.missing) { rows[codes, default: []].append(row) }
        }
        cells = rows.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { codes in
            Cell(
                levels: zip(levels, codes).map { $0.levels[Int($1)] }, domain: .rows(rows[codes] ?? []))
        }
    }
}
