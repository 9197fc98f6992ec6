extension ReportTable {
    /// The table for people with a spreadsheet and for machines: whole numbers and decimals with a point, shares 0…1,
    /// an estimate's interval in columns of its own, and why nothing is shown.
    func csv(isSynthetic: Bool) -> String {
        var csv = CSVText(headers: columns.flatMap(Self.headers), isSynthetic: isSynthetic)
        for row in rows {
            csv.add(zip(row, columns).flatMap { Self.cells($0, $1) })
        }
        return csv.text
    }

    private static func headers(_ column: Column) -> [String] {
        let key = column.key
        return switch column.kind {
        case .estimate: [key, key + "_lower", key + "_upper", key + "_hidden"]
        case .base: [key + "_count", key + "_of"]
        case .ranks: [key + "_lower", key + "_upper"]
        default: [key]
        }
    }

    private static func cells(_ cell: Cell, _ column: Column) -> [String] {
        let width = headers(column).count
        var cells: [String] =
            switch cell {
            case .text(let text), .link(let text, _): [text]
            case .number(let number): [JSONValue.number(number).written()]
            case .estimate(let value, let lower, let upper):
                [value, lower, upper].map { $0.map { JSONValue.number($0).written() } ?? "" }
            case .base(let count, let of): [count.map(String.init) ?? "", String(of)]
            case .ranks(let low, let high): [String(low), String(high)]
            case .hidden(let code, _): Array(repeating: "", count: max(0, width - 1)) + [code]
            case .empty: []
            }
        cells += Array(repeating: "", count: max(0, width - cells.count))
        return cells
    }
}
