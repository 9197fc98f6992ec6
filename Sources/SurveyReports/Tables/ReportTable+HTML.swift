extension ReportTable {
    /// The table in a page; nothing where it has no rows.
    func html(_ words: Words) -> HTML {
        var table = HTMLTable(title, id: "table-" + id, columns.map { ($0.title, $0.kind != .text) })
        table.cells = rows.map { row in
            zip(row, columns).map { cell, column in
                let (main, beside) = text(cell, in: column, words)
                if case .link(_, let place) = cell {
                    return .init([.element("a", [("href", place)], text: main)])
                }
                if case .hidden = cell { return .init([.text(main)], isMissing: true) }
                return .init(
                    beside.isEmpty
                        ? [.text(main)]
                        : [.text(main + " "), .element("span", [("class", "beside")], text: beside)])
            }
        }
        return table.html
    }
}
