package import Basics
package import SurveyStatistics

/// Parts of the sample that are estimated apart: crossed levels of columns, among rows where a condition holds.
package struct DomainCells: Sendable {
    package struct Cell: Sendable {
        /// One of each column; none for the whole; nil for each where no row is in any crossing.
        package let levels: [String?]
        package let domain: Domain
    }

    package let columns: [String]
    /// By the order of their levels; only crossings that a row has, or one empty part.
    package let cells: [Cell]

    /// Rows with a missing level are in no part. Where no row is in any, there is one empty part.
    ///
    /// - Throws: `Diagnostic` where the condition compares what is no number by size.
    package init(_ table: DataTable, by columns: [String], where condition: Condition?) throws(Diagnostic) {
        self.columns = columns
        let kept = try condition.map { condition throws(Diagnostic) in
            try condition.truth(in: table).indices(of: .yes).ranges.flatMap(Array.init)
        }
        guard !columns.isEmpty else {
            cells = [Cell(levels: [], domain: kept.map(Domain.rows) ?? .all)]
            return
        }
        let levels = columns.map(table.column)
        // The crossings of the columns so far, in the order of their levels, and which one each row is in.
        var crossings: [[Int32]] = [[]]
        var crossing: [Int?] = Array(repeating: nil, count: table.rowCount)
        for row in kept ?? Array(0..<table.rowCount) { crossing[row] = 0 }
        for column in levels {
            let width = column.levels.count
            for row in crossing.indices {
                let code = column.codes[row]
                crossing[row] =
                    code == DataColumn.missing ? nil : crossing[row].map { $0 * width + Int(code) }
            }
            let used = Set(crossing.lazy.compactMap(\.self)).sorted()
            let place = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($0.element, $0.offset) })
            crossing = crossing.map { $0.flatMap { place[$0] } }
            crossings = used.map { crossings[$0 / width] + [Int32($0 % width)] }
        }
        var rows = Array(repeating: [Int](), count: crossings.count)
        for row in crossing.indices { if let place = crossing[row] { rows[place].append(row) } }
        if crossings.isEmpty {
            cells = [Cell(levels: columns.map { _ in nil }, domain: .rows([]))]
            return
        }
        cells = zip(crossings, rows).map { codes, rows in
            Cell(levels: zip(levels, codes).map { $0.levels[Int($1)] }, domain: .rows(rows))
        }
    }
}
