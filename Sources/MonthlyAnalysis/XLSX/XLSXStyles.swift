internal import CXlsxWriter
internal import SurveyReports

/// The formats of cells in one workbook, which owns and frees them.
@safe struct XLSXStyles {
    let title: UnsafeMutablePointer<lxw_format>
    let header: UnsafeMutablePointer<lxw_format>
    let text: UnsafeMutablePointer<lxw_format>
    let note: UnsafeMutablePointer<lxw_format>
    let noData: UnsafeMutablePointer<lxw_format>
    private let plainNumber: UnsafeMutablePointer<lxw_format>
    /// By pattern.
    private let numbers: [String: UnsafeMutablePointer<lxw_format>]

    init?(_ book: UnsafeMutablePointer<lxw_workbook>) {
        guard let title = unsafe workbook_add_format(book), let header = unsafe workbook_add_format(book),
            let text = unsafe workbook_add_format(book), let note = unsafe workbook_add_format(book),
            let noData = unsafe workbook_add_format(book),
            let plainNumber = unsafe Self.number(nil, in: book)
        else { return nil }
        unsafe format_set_bold(title)
        unsafe format_set_font_size(title, 14)
        unsafe format_set_font_color(title, XLSXColor.dark)
        unsafe Self.align(title, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER)
        unsafe format_set_bold(header)
        unsafe format_set_text_wrap(header)
        unsafe format_set_bg_color(header, XLSXColor.head)
        unsafe Self.align(header, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER)
        unsafe Self.frame(header)
        unsafe format_set_text_wrap(text)
        unsafe Self.align(text, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP)
        unsafe Self.frame(text)
        unsafe format_set_text_wrap(note)
        unsafe format_set_font_color(note, XLSXColor.soft)
        unsafe Self.align(note, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP)
        unsafe format_set_bg_color(noData, XLSXColor.noData)
        unsafe Self.frame(noData)
        var numbers = unsafe [String: UnsafeMutablePointer<lxw_format>]()
        for pattern in Workbook.Format.patterns {
            guard let style = unsafe Self.number(pattern, in: book) else { return nil }
            unsafe numbers[pattern] = unsafe style
        }
        unsafe self.title = unsafe title
        unsafe self.header = unsafe header
        unsafe self.text = unsafe text
        unsafe self.note = unsafe note
        unsafe self.noData = unsafe noData
        unsafe self.plainNumber = unsafe plainNumber
        unsafe self.numbers = unsafe numbers
    }

    func number(_ format: Workbook.Format) -> UnsafeMutablePointer<lxw_format> {
        guard let pattern = format.pattern, let style = unsafe numbers[pattern] else {
            return unsafe plainNumber
        }
        return unsafe style
    }

    private static func number(
        _ pattern: String?, in book: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        guard let style = unsafe workbook_add_format(book) else { return nil }
        if let pattern { unsafe format_set_num_format(style, pattern) }
        unsafe align(style, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_TOP)
        unsafe frame(style)
        return unsafe style
    }

    private static func align(
        _ style: UnsafeMutablePointer<lxw_format>, _ across: lxw_format_alignments,
        _ down: lxw_format_alignments
    ) {
        unsafe format_set_align(style, UInt8(across.rawValue))
        unsafe format_set_align(style, UInt8(down.rawValue))
    }

    private static func frame(_ style: UnsafeMutablePointer<lxw_format>) {
        unsafe format_set_border(style, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe format_set_border_color(style, XLSXColor.line)
    }
}

/// The colours of the report's pages, as 0xRRGGBB.
enum XLSXColor {
    static let dark: UInt32 = 0x0B5394
    static let middle: UInt32 = 0x3F87C9
    static let pale: UInt32 = 0xC3DCF3
    static let warm: UInt32 = 0xB35900
    static let head: UInt32 = 0xC3DCF3
    static let noData: UInt32 = 0xEEEEEE
    static let line: UInt32 = 0xD0D7DE
    static let soft: UInt32 = 0x57606A
}

extension Workbook.Format {
    /// The number format in the invariant spelling of the file: "," and "." become the reader's own separators.
    ///
    /// `nil` is Excel's general format.
    var pattern: String? {
        switch self {
        case .text: nil
        case .integer, .minutes: "#,##0"
        case .percent: "0.0%"
        case .wholePercent: "0%"
        case .decimal(let digits):
            digits > 0 ? "#,##0." + String(repeating: "0", count: min(digits, 15)) : "#,##0"
        }
    }

    fileprivate static var patterns: [String] {
        let formats: [Self] = [.integer, .percent, .wholePercent] + (1...15).map { Self.decimal($0) }
        return formats.compactMap(\.pattern)
    }
}
