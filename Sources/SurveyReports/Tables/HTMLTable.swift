/// A table with a caption and heads that repeat in print.
struct HTMLTable {
    struct Column {
        let title: String
        let isNumber: Bool
    }

    let caption: String
    let columns: [Column]
    var rows: [[String]] = []

    init(_ caption: String, _ columns: [(String, Bool)]) {
        self.caption = caption
        self.columns = columns.map { Column(title: $0.0, isNumber: $0.1) }
    }

    /// Nothing where there are no rows.
    var html: HTML {
        if rows.isEmpty { return .empty }
        let head = columns.map { column in
            HTML.element(
                "th", column.isNumber ? [("scope", "col"), ("class", "number")] : [("scope", "col")],
                text: column.title)
        }
        let body = rows.map { row in
            HTML.element(
                "tr",
                [],
                zip(columns, row).enumerated().map { place, pair in
                    if place == 0 { return HTML.element("th", [("scope", "row")], text: pair.1) }
                    return HTML.element("td", pair.0.isNumber ? [("class", "number")] : [], text: pair.1)
                })
        }
        return .element(
            "div", [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption)],
            [
                .element(
                    "table", [],
                    [
                        .element("caption", text: caption), .element("thead", [], [.element("tr", [], head)]),
                        .element("tbody", [], body),
                    ])
            ])
    }
}
