internal import SurveyReports

/// Where the parts of a sheet stand and how large they are: heading, table, notes, chart.
///
/// Rows and columns count from 0, as libxlsxwriter does.
struct SheetLayout {
    static let titleRow = 0
    static let headerRow = 1
    static let firstRow = 2
    /// Points of a line of text.
    static let lineHeight = 15.0

    let sheet: Workbook.Sheet
    /// The sheet's columns; the chart's target is the last.
    let columns: [Workbook.Column]
    /// In digits.
    let widths: [Double]
    /// In points.
    let headerHeight: Double
    /// The chart stands right of the table; else below everything.
    private let isChartBeside: Bool

    init(_ sheet: Workbook.Sheet) {
        self.sheet = sheet
        var columns = sheet.columns
        if let chart = sheet.chart, let target = chart.target {
            columns.append(.init(target.title, sheet.columns[chart.values].format))
        }
        var widths = columns.indices.map { Self.width(columns[$0], $0, sheet) }
        // Notes are as wide as the table: they would be tall columns of words below a narrow one.
        let missing = Self.narrowestNotes - widths.reduce(0, +)
        if !sheet.notes.isEmpty, missing > 0, !widths.isEmpty {
            widths[0] = min(widths[0] + missing, Self.widestColumn)
        }
        self.columns = columns
        self.widths = widths
        let lines = zip(columns, widths).map { column, width in
            TextSize.lines(column.title, in: width / Self.bold)
        }
        headerHeight = min(Self.lineHeight * Double(lines.max() ?? 1) + 6, Self.tallestRow)
        let pixels = widths.reduce(0) { $0 + Self.pixels($1) }
        isChartBeside = pixels + Self.chartWidth + 2 * Self.gap <= Self.widestPage
    }

    /// The row after the last row of the table.
    var endRow: Int { Self.firstRow + sheet.rows.count }
    /// A row of the table with the target, filled up to the last column.
    func cells(_ row: [Workbook.Cell]) -> [Workbook.Cell] {
        let cells = row + Array(repeating: .empty, count: sheet.columns.count - row.count)
        return sheet.chart?.target.map { cells + [.number($0.value)] } ?? cells
    }

    /// In points; `nil` for one line.
    ///
    /// LibreOffice makes no row taller for wrapped text by itself when it opens a file.
    func height(_ row: [Workbook.Cell]) -> Double? {
        let lines = zip(row, widths).reduce(1) { most, cell in
            guard case .text(let text) = cell.0 else { return most }
            return max(most, TextSize.lines(text, in: cell.1 * Self.usable))
        }
        return lines > 1 ? min(Self.lineHeight * Double(lines), Self.tallestRow) : nil
    }

    /// An empty row separates them from the table.
    var notesRow: Int { endRow + 1 }
    /// In points.
    func noteHeight(_ note: String) -> Double {
        let room = widths.reduce(0, +) * Self.usable
        return min(Self.lineHeight * Double(TextSize.lines(note, in: room)), Self.tallestRow)
    }

    var chartRow: Int { isChartBeside ? Self.headerRow : notesRow + sheet.notes.count + 1 }
    var chartColumn: Int { isChartBeside ? columns.count : 0 }
    /// In pixels.
    var chartHeight: Double { min(190 + 24 * Double(sheet.rows.count), 1_400) }
    /// Between the table and the chart, in pixels.
    static let gap = 24.0
    /// In pixels.
    static let chartWidth = 640.0

    /// Rows and columns that are written to.
    var size: (rows: Int, columns: Int) { (notesRow + sheet.notes.count, columns.count) }

    private static let widestColumn = 45.0
    private static let narrowestColumn = 9.0
    private static let narrowestNotes = 56.0
    private static let tallestRow = 400.0
    /// Pixels across that print well on one A4 page.
    private static let widestPage = 1_400.0
    /// Room of the button that opens the filter, in digits.
    private static let filterButton = 3.0
    /// The share of a cell that lines of text fill.
    private static let usable = 0.97
    /// Bold text is wider.
    private static let bold = 1.12

    private static func width(_ column: Workbook.Column, _ index: Int, _ sheet: Workbook.Sheet) -> Double {
        let words = column.title.split(whereSeparator: \.isWhitespace).map { TextSize.width(String($0)) }
        let whole = TextSize.width(column.title)
        let title = max(words.max() ?? 0, min(whole, 12), whole / 3) * bold + filterButton
        let cells = sheet.rows.reduce(0.0) { widest, row in
            guard index < row.count else { return widest }
            switch row[index] {
            case .text(let text): return max(widest, TextSize.width(text) / usable + 1)
            case .number(let number): return max(widest, TextSize.width(number, column.format) + 1)
            case .empty: return widest
            }
        }
        return min(max(title, cells, narrowestColumn), widestColumn)
    }

    /// As libxlsxwriter and Excel count them for Calibri 11.
    private static func pixels(_ width: Double) -> Double { (width * 7 + 5).rounded(.down) }
}
