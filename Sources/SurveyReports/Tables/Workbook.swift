/// What a spreadsheet file holds: sheets with a table, notes and a chart each.
package struct Workbook: Sendable, Equatable {
    /// The title of the document; it also stands at the top of every printed page.
    package let title: String
    /// In the order of their tabs.
    package let sheets: [Sheet]

    /// A workbook of the sheets; tabs get names that are safe and unique.
    package init(title: String, sheets: [Sheet]) {
        self.title = title
        self.sheets = sheets
    }

    /// One table with a heading above it, notes below it and at most one chart.
    package struct Sheet: Sendable, Equatable {
        /// The wish for the name on the tab.
        package let name: String
        /// The heading above the table.
        package let title: String
        /// Paragraphs below the table.
        package let notes: [String]
        /// From left to right.
        package let columns: [Column]
        /// From top to bottom; a row may end early, never after the last column.
        package let rows: [[Cell]]
        /// A picture of two or more columns.
        package let chart: Chart?

        /// A sheet; a row with more cells than columns, or a chart of a column that is not there, is a mistake of
        /// the caller.
        package init(
            name: String, title: String, notes: [String] = [], columns: [Column], rows: [[Cell]],
            chart: Chart? = nil
        ) {
            precondition(rows.allSatisfy { $0.count <= columns.count }, "a row is longer than the header")
            precondition(
                chart?.columns.allSatisfy(columns.indices.contains) ?? true, "a chart of no column")
            self.name = name
            self.title = title
            self.notes = notes
            self.columns = columns
            self.rows = rows
            self.chart = chart
        }

        /// The sheet under another heading.
        package func titled(_ title: String) -> Sheet {
            Sheet(name: name, title: title, notes: notes, columns: columns, rows: rows, chart: chart)
        }
    }

    /// The head of a column and how its numbers are shown.
    package struct Column: Sendable, Equatable {
        /// The text in the header row.
        package let title: String
        /// How numbers of this column are shown.
        package let format: Format

        /// A column.
        package init(_ title: String, _ format: Format = .text) {
            self.title = title
            self.format = format
        }
    }

    /// How numbers are shown; the separators are those of the reader's own locale.
    package enum Format: Sendable, Hashable {
        /// Text on the left; a number among it stays a number.
        case text
        /// Whole numbers, in groups of three digits.
        case integer
        /// A share 0...1, shown in per cent with one decimal.
        case percent
        /// A share 0...1, shown in whole per cent.
        case wholePercent
        /// A number of decimals, 0...15.
        case decimal(Int)
        /// Whole minutes; the column's title says so.
        case minutes
    }

    /// One cell of a table.
    package enum Cell: Sendable, Equatable {
        /// Text, never a formula or a link, whatever it looks like; cut at 32,767 UTF-16 units.
        case text(String)
        /// A number, kept to 16 significant digits; not finite is the same as `empty`.
        case number(Double)
        /// No data: a shaded cell.
        case empty
    }

    /// Horizontal bars, the first row on top.
    ///
    /// With limits each bar is dark up to the lower limit, lighter up to the value and pale up to the upper limit.
    package struct Chart: Sendable, Equatable {
        /// The heading of the chart.
        package let title: String
        /// Column with the names of the bars.
        package let labels: Int
        /// Column with the lengths of the bars; a column of `percent` gets an axis of 0–100 %.
        package let values: Int
        /// Column with the lower ends of the intervals.
        package let lower: Int?
        /// Column with the upper ends of the intervals.
        package let upper: Int?
        /// A dashed line across the bars.
        package let target: Target?

        /// A chart of columns of its own sheet, by index.
        package init(
            title: String, labels: Int, values: Int, lower: Int? = nil, upper: Int? = nil,
            target: Target? = nil
        ) {
            self.title = title
            self.labels = labels
            self.values = values
            self.lower = lower
            self.upper = upper
            self.target = target
        }

        var columns: [Int] { [labels, values] + [lower, upper].compactMap(\.self) }
    }

    /// What the values are to reach; the sheet shows it as its last column, as charts draw cells only.
    package struct Target: Sendable, Equatable {
        /// The title of the column and of the line.
        package let title: String
        /// In the unit of the chart's values.
        package let value: Double

        /// A target.
        package init(_ title: String, _ value: Double) {
            self.title = title
            self.value = value
        }
    }
}
