internal import CXlsxWriter
internal import SurveyReports

/// Writes a workbook as an XLSX file, over a file that is there; the same workbook gives the same bytes.
///
/// - Throws: `XLSXError`.
/// - Source: libxlsxwriter 1.1.4, xlsxwriter.h.
func writeXLSX(_ workbook: Workbook, to path: String) throws(XLSXError) {
    let layouts = workbook.sheets.map { SheetLayout($0) }
    let names = workbook.sheetNames
    for (layout, name) in zip(layouts, names) {
        let (rows, columns) = layout.size
        guard rows <= 1_048_576, columns <= 16_384 else {
            throw .tooLarge(sheet: name, rows: rows, columns: columns)
        }
    }
    guard let book = XLSXBook(path: path), let writer = XLSXWriter(book) else { throw .noMemory }
    writer.describe(workbook)
    for (layout, name) in zip(layouts, names) { try writer.add(layout, name: name, head: workbook.title) }
    try book.close()
}

/// A workbook of libxlsxwriter: made, filled and freed in one synchronous call.
@safe struct XLSXBook: ~Copyable {
    fileprivate let book: UnsafeMutablePointer<lxw_workbook>

    init?(path: String) {
        guard let book = unsafe workbook_new(path) else { return nil }
        unsafe self.book = unsafe book
    }

    deinit { unsafe lxw_workbook_free(book) }

    /// Writes the file.
    consuming func close() throws(XLSXError) {
        let book = unsafe book
        // workbook_close frees it, whatever it returns.
        discard self
        try XLSXWriter.check(unsafe workbook_close(book))
    }
}

/// Fills a workbook that stays open as long as this is used.
@safe struct XLSXWriter {
    let book: UnsafeMutablePointer<lxw_workbook>
    private let styles: XLSXStyles

    init?(_ workbook: borrowing XLSXBook) {
        unsafe book = unsafe workbook.book
        guard let styles = unsafe XLSXStyles(book) else { return nil }
        self.styles = styles
    }

    func describe(_ workbook: Workbook) {
        let title = CellText.cut(CellText.plain(workbook.title), to: 255)
        unsafe title.withCString { title in
            var properties = unsafe lxw_doc_properties()
            // libxlsxwriter copies it.
            unsafe properties.title = UnsafeMutablePointer(mutating: title)
            // The time of writing would make every file another: always 2000-01-01.
            unsafe properties.created = 946_684_800
            _ = unsafe workbook_set_properties(book, &properties)
        }
    }

    func add(_ layout: SheetLayout, name: String, head: String) throws(XLSXError) {
        guard let sheet = unsafe workbook_add_worksheet(book, name) else { throw .noMemory }
        try unsafe set(sheet, layout, head: head)
        try unsafe write(CellText.cell(layout.sheet.title), sheet, SheetLayout.titleRow, 0, styles.title)
        for (index, column) in layout.columns.enumerated() {
            try unsafe write(
                CellText.cell(column.title), sheet, SheetLayout.headerRow, index, styles.header)
        }
        for (row, cells) in layout.sheet.rows.enumerated() {
            if let height = layout.height(cells) {
                let row = UInt32(SheetLayout.firstRow + row)
                try Self.check(unsafe worksheet_set_row(sheet, row, height, nil))
            }
            for (column, cell) in layout.cells(cells).enumerated() {
                try unsafe write(
                    cell, layout.columns[column].format, sheet, SheetLayout.firstRow + row, column)
            }
        }
        for (index, note) in layout.sheet.notes.enumerated() {
            try unsafe write(note: note, sheet, layout, layout.notesRow + index)
        }
        if let chart = layout.sheet.chart, !layout.sheet.rows.isEmpty {
            try unsafe add(chart, layout, to: sheet, name: name)
        }
    }

    private func set(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ layout: SheetLayout, head: String
    ) throws(XLSXError) {
        for (column, width) in layout.widths.enumerated() {
            let column = UInt16(column)
            try Self.check(unsafe worksheet_set_column(sheet, column, column, width, nil))
        }
        let header = UInt32(SheetLayout.headerRow)
        try Self.check(unsafe worksheet_set_row(sheet, UInt32(SheetLayout.titleRow), 24, nil))
        try Self.check(unsafe worksheet_set_row(sheet, header, layout.headerHeight, nil))
        unsafe worksheet_freeze_panes(sheet, header + 1, layout.columns.count > 1 ? 1 : 0)
        if !layout.columns.isEmpty {
            let last = UInt32(max(layout.endRow - 1, SheetLayout.headerRow))
            try Self.check(
                unsafe worksheet_autofilter(sheet, header, 0, last, UInt16(layout.columns.count - 1)))
        }
        // Codes such as "001" are text on purpose.
        try Self.check(
            unsafe worksheet_ignore_errors(
                sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
        unsafe worksheet_set_landscape(sheet)
        // A4.
        unsafe worksheet_set_paper(sheet, 9)
        unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.7, 0.7)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        try Self.check(unsafe worksheet_repeat_rows(sheet, header, header))
        try Self.check(unsafe worksheet_set_header(sheet, "&L" + CellText.pageHead(head) + "&R&A"))
        try Self.check(unsafe worksheet_set_footer(sheet, "&C&P / &N"))
    }

    private func write(
        _ cell: Workbook.Cell, _ format: Workbook.Format, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ row: Int, _ column: Int
    ) throws(XLSXError) {
        switch cell {
        case .text(let text):
            try unsafe write(CellText.cell(text), sheet, row, column, styles.text)
        case .number(let number) where number.isFinite:
            let style = unsafe styles.number(format)
            try Self.check(unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), number, style))
        case .number, .empty:
            try Self.check(unsafe worksheet_write_blank(sheet, UInt32(row), UInt16(column), styles.noData))
        }
    }

    /// Never as a formula or a link, whatever the text starts with.
    private func write(
        _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
        _ style: UnsafeMutablePointer<lxw_format>
    ) throws(XLSXError) {
        try Self.check(unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text, style))
    }

    private func write(
        note: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ layout: SheetLayout, _ row: Int
    ) throws(XLSXError) {
        let text = CellText.cell(note)
        if layout.columns.count > 1 {
            let last = UInt16(layout.columns.count - 1)
            try Self.check(
                unsafe worksheet_merge_range(sheet, UInt32(row), 0, UInt32(row), last, text, styles.note))
        } else {
            try unsafe write(text, sheet, row, 0, styles.note)
        }
        try Self.check(unsafe worksheet_set_row(sheet, UInt32(row), layout.noteHeight(note), nil))
    }

    static func check(_ result: lxw_error) throws(XLSXError) {
        guard result != LXW_NO_ERROR else { return }
        if result == LXW_ERROR_MEMORY_MALLOC_FAILED { throw .noMemory }
        let message = unsafe lxw_strerror(result).map { unsafe String(cString: $0) } ?? ""
        throw .engine(code: Int(result.rawValue), message: message)
    }
}
