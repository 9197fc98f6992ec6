internal import Basics

/// A file's header: the names of its columns, of one row, or of several of which the upper group the lower.
///
/// ```text
/// Mã hộ | Trong nhà có |          |             "Mã hộ", "Trong nhà có/Máy tính", "Trong nhà có/Internet"
///       | Máy tính     | Internet |
/// ```
package struct Heading: Sendable {
    /// The first row's number among the records, from 0.
    package let record: Int
    /// The rows as they are written, blanks around cells removed.
    package let rows: [[String]]
    /// By column: its labels from the upper to the lower row, parted by "/"; empty where it has none of its own.
    package let names: [String]
    /// Records directly under the rows that are header too: tags, types, the names again.
    package let below: Int

    /// `head`: a file's first records; `record`: the header's first among them, from 0.
    package init(in head: [[String]], at record: Int) {
        let all = head.dropFirst(record).map { $0.map(trimmed) }
        self.record = record
        if let grouped = GroupedHeader(all) {
            rows = Array(all.prefix(grouped.rows))
            names = grouped.names
        } else {
            rows = Array(all.prefix(1))
            names = all.first ?? []
        }
        below = HeaderRows.below(names, Array(all.dropFirst(rows.count)))
    }

    /// Rows under the first that are header.
    package var further: Int { max(0, rows.count - 1) + below }
}
