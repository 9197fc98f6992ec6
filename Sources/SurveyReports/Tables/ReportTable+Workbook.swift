internal import SurveyData

extension ReportTable {
    /// The table as a sheet: real numbers, an estimate's interval in columns of its own, a chart of the first
    /// estimates.
    func sheet(_ words: Words, notes: [String] = []) -> Workbook.Sheet {
        let lower = words.text(.columnLower)
        let upper = words.text(.columnUpper)
        var sheetColumns: [Workbook.Column] = []
        var chart: (values: Int, title: String)?
        for column in columns {
            if case .estimate(.share) = column.kind, chart == nil {
                chart = (sheetColumns.count, column.title)
            }
            sheetColumns += Self.columns(column, lower: lower, upper: upper, words)
        }
        let cells = rows.map { row in zip(row, columns).flatMap { Self.cells($0, $1, words) } }
        return Workbook.Sheet(
            name: title, title: title, notes: notes, columns: sheetColumns, rows: cells,
            chart: chart.flatMap { chart in
                (2...40).contains(rows.count)
                    ? Workbook.Chart(
                        title: chart.title, labels: 0, values: chart.values, lower: chart.values + 1,
                        upper: chart.values + 2) : nil
            })
    }

    private static func columns(
        _ column: Column, lower: String, upper: String, _ words: Words
    ) -> [Workbook.Column] {
        let title = column.title
        return switch column.kind {
        case .text: [.init(title)]
        case .integer: [.init(title, .integer)]
        case .decimal(let digits): [.init(title, .decimal(digits))]
        case .share: [.init(title, .percent)]
        case .chance: [.init(title, .wholePercent)]
        case .minutes: [.init("\(title) (\(words.text(.unitMinutes)))", .minutes)]
        case .base:
            [
                .init("\(title): \(words.text(.columnCount))", .integer),
                .init("\(title): \(words.text(.columnOf))", .integer),
            ]
        case .ranks: [.init("\(title), \(lower)", .integer), .init("\(title), \(upper)", .integer)]
        case .estimate(let unit):
            [title, "\(title), \(lower)", "\(title), \(upper)"].map { .init($0, format(unit)) }
        }
    }

    private static func format(_ unit: Unit) -> Workbook.Format {
        switch unit {
        case .share, .points: .percent
        case .amount: .decimal(1)
        case .households: .integer
        }
    }

    private static func cells(_ cell: Cell, _ column: Column, _ words: Words) -> [Workbook.Cell] {
        let width = columns(column, lower: "", upper: "", words).count
        func number(_ value: Double?) -> Workbook.Cell { value.map { .number($0) } ?? .empty }
        var cells: [Workbook.Cell] =
            switch cell {
            case .text(let text), .link(let text, _), .hidden(_, let text): [.text(text)]
            // A chance is never 0 or 100 %, here as on the page.
            case .number(let value) where column.kind == .chance && !(0.005..<0.995).contains(value):
                [.text(words.numbers.chance(value))]
            case .number(let value): [.number(value)]
            case .estimate(let value, let lower, let upper): [.number(value), number(lower), number(upper)]
            case .base(let count, let of): [number(count.map(Double.init)), .number(Double(of))]
            case .ranks(let low, let high): [.number(Double(low)), .number(Double(high))]
            case .empty: []
            }
        cells += Array(repeating: .empty, count: max(0, width - cells.count))
        return cells
    }
}
