internal import CSVReader

/// The names of a file's columns.
struct HeaderNames: Sendable {
    /// By column. A column under a label over several is "Label/own".
    let names: [String]
    /// Other names of columns: a label over several is the first of them.
    let others: [String: Int]

    init(_ heading: Heading) {
        names = heading.names
        let labels = heading.rows.dropLast().flatMap { row in row.indices.map { (row[$0], $0) } }
        others = Dictionary(
            labels.filter { !$0.0.isEmpty && !heading.names.contains($0.0) },
            uniquingKeysWith: { first, _ in first })
    }
}
