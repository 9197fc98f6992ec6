/// A table with a caption and heads that repeat in print; on a narrow screen each row is a block of named lines.
struct HTMLTable {
    struct Cell {
        let content: [HTML]
        let isMissing: Bool

        init(_ content: [HTML], isMissing: Bool = false) {
            self.content = content
            self.isMissing = isMissing
        }
    }

    let caption: String
    let id: String?
    let columns: [(title: String, isNumber: Bool)]
    var cells: [[Cell]] = []

    init(_ caption: String, id: String? = nil, _ columns: [(String, Bool)]) {
        self.caption = caption
        self.id = id
        self.columns = columns.map { (title: $0.0, isNumber: $0.1) }
    }

    /// Adds a row of words.
    mutating func append(_ row: [String]) { cells.append(row.map { Cell([.text($0)]) }) }

    /// Nothing where there are no rows.
    var html: HTML {
        if cells.isEmpty { return .empty }
        let head = columns.map { column in
            HTML.element(
                "th", [("scope", "col")] + (column.isNumber ? [("class", "number")] : []), text: column.title)
        }
        let body = cells.map { row in
            HTML.element(
                "tr", [], zip(columns, row).enumerated().map { place, pair in cell(pair.1, pair.0, place) })
        }
        return .element(
            "div", [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption)],
            [
                .element(
                    "table",
                    (id.map { [("id", $0)] } ?? []) + (columns.count > 2 ? [("class", "stacks")] : []),
                    [
                        .element("caption", text: caption), .element("thead", [], [.element("tr", [], head)]),
                        .element("tbody", [], body),
                    ])
            ])
    }

    private func cell(_ cell: Cell, _ column: (title: String, isNumber: Bool), _ place: Int) -> HTML {
        if place == 0 { return .element("th", [("scope", "row")], cell.content) }
        let style = [column.isNumber ? "number" : nil, cell.isMissing ? "nodata" : nil].compactMap(\.self)
        return .element(
            "td",
            (style.isEmpty ? [] : [("class", style.joined(separator: " "))]) + [("data-label", column.title)],
            cell.content)
    }
}
