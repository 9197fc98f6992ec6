internal import Basics

/// Reads the cells of a sheet.
final class SheetReader: XMLHandler {
    private let styles: [NumberFormat]
    private let strings: TextList
    private let is1904: Bool
    private let form: CellForm
    private let file: String
    private let sheet: String

    private var cells: [SheetCells.Cell] = []
    private var text: [UInt8] = []
    private var hiddenRows = 0
    private var formulasWithoutResult = 0
    private var failure: Diagnostic?
    private(set) var isDone = false

    /// Where reading stands: row from 1, column from 0 of the next cell.
    private var isInside = false
    private var row = 0
    private var column = 0
    private var isHidden = false
    private var kind = Kind.number
    private var style = 0
    private var hasValue = false
    private var hasFormula = false
    /// Inside what other programs add to a cell.
    private var isExtension = false
    private var takesText = false
    private var isReading = false
    private var value: [UInt8] = []

    private enum Kind {
        case number, shared, inline, result, truth, asWritten
    }

    init(
        styles: [NumberFormat], strings: TextList, is1904: Bool, form: CellForm, file: String, sheet: String
    ) {
        self.styles = styles
        self.strings = strings
        self.is1904 = is1904
        self.form = form
        self.file = file
        self.sheet = sheet
    }

    /// - Throws: `Diagnostic` `.unusableData` where a cell cannot be read.
    func result() throws(Diagnostic) -> SheetCells {
        if let failure { throw failure }
        return try SheetCells(
            name: sheet, cells: cells, text: text, hiddenRows: hiddenRows,
            formulasWithoutResult: formulasWithoutResult, file: file)
    }

    func start(_ element: XMLName, _ attributes: XMLAttributes) {
        guard isInside else {
            isInside = element == "sheetData"
            return
        }
        if element == "c" {
            startCell(attributes)
        } else if element == "row" {
            startRow(attributes)
        } else if element == "extLst" {
            isExtension = true
        } else if isExtension {
            return
        } else if element == "v" || element == "t" {
            (takesText, hasValue) = (true, true)
        } else if element == "f" {
            hasFormula = true
        } else if element == "rPh" {
            isReading = true
        }
    }

    func end(_ element: XMLName) {
        guard isInside else { return }
        if element == "extLst" {
            isExtension = false
        } else if element == "v" || element == "t" {
            takesText = false
        } else if element == "c" {
            endCell()
        } else if element == "rPh" {
            isReading = false
        } else if element == "sheetData" {
            isDone = true
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer) {
        if takesText, !isReading { unsafe value.append(contentsOf: bytes) }
    }

    private func startRow(_ attributes: XMLAttributes) {
        row = attributes["r"].flatMap { Int($0) } ?? row + 1
        column = 0
        isHidden = attributes["hidden"].map { $0 == "1" || $0 == "true" } ?? false
        if row < 1 || row > Self.mostRows { fail("a row that no sheet has") }
    }

    private func startCell(_ attributes: XMLAttributes) {
        if let place = unsafe attributes.bytes("r") { unsafe goTo(place) }
        kind = attributes["t"].map(Self.kind) ?? .number
        style = attributes["s"].flatMap { Int($0) } ?? 0
        (hasValue, hasFormula) = (false, false)
        value.removeAll(keepingCapacity: true)
        if column >= Self.mostColumns { fail("a column that no sheet has") }
    }

    private static func kind(_ name: String) -> Kind {
        switch name {
        case "s": .shared
        case "inlineStr": .inline
        case "str": .result
        case "b": .truth
        case "n": .number
        default: .asWritten
        }
    }

    /// Goes to a place that is written as B12.
    private func goTo(_ place: UnsafePointer<CChar>) {
        var (letters, digits, next) = unsafe (0, 0, place)
        while unsafe next.pointee != 0 {
            let byte = unsafe UInt8(bitPattern: next.pointee)
            if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z"), letters < Self.mostColumns
            {
                letters = letters * 26 + Int(byte | 0x20) - 0x60
            } else if (0x30...0x39).contains(byte), digits <= Self.mostRows {
                digits = digits * 10 + Int(byte) - 0x30
            } else {
                return fail("a cell whose place cannot be read")
            }
            unsafe next += 1
        }
        column = letters - 1
        if digits > 0 { row = digits }
        if column < 0 || row < 1 || row > Self.mostRows { fail("a cell whose place cannot be read") }
    }

    private static let mostRows = 1 << 20
    private static let mostColumns = 1 << 14
    /// Bytes of all cells' texts together.
    private static let mostText = 256 << 20
    private static let longestNumber = 400

    private func fail(_ found: String) {
        guard failure == nil else { return }
        failure = Diagnostic(
            .unusableData, file: file,
            cell: SheetPlace(sheet: sheet, row: max(1, row), column: max(0, column)).text,
            found: found, expected: "a sheet as Excel writes it",
            action: "Open it in Excel and save it again as .xlsx.")
        isDone = true
    }

    private func endCell() {
        defer { column += 1 }
        if hasFormula, !hasValue { formulasWithoutResult += 1 }
        guard hasValue, failure == nil else { return }
        if kind != .inline, kind != .result { trimValue() }
        let start = text.count
        addText()
        // A text of no letters is no cell; a formula's may be.
        if text.count == start, kind == .shared || kind == .inline { return }
        guard text.count <= Self.mostText else {
            return fail("a sheet with over \(Self.mostText >> 20) megabytes of text up to here")
        }
        if isHidden {
            hiddenRows += 1
            isHidden = false
        }
        cells.append(
            SheetCells.Cell(
                row: UInt32(row), column: UInt32(column), start: UInt32(start), end: UInt32(text.count)))
    }

    private func addText() {
        switch kind {
        case .shared:
            guard let place = Int(String(decoding: value, as: UTF8.self)), strings.count > place, place >= 0
            else {
                return fail("a cell whose text is missing in the workbook")
            }
            text += strings[place]
        case .inline, .result:
            XMLEscapes.undo(&value, from: 0)
            text += value
        case .truth: text += Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)
        case .asWritten: text += value
        case .number: addNumber()
        }
    }

    /// Blanks that an editor of XML put around a value.
    private func trimValue() {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard value.first.map(isBlank) == true || value.last.map(isBlank) == true else { return }
        value = Array(value.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    private func addNumber() {
        guard value.count <= Self.longestNumber else {
            return fail("a number of over \(Self.longestNumber) figures")
        }
        let format = styles.indices.contains(style) ? styles[style] : .general
        let isPlain =
            format == .general || form == .values && (format.kind == .number || format.kind == .text)
        if isPlain, Self.isShort(value) {
            text += value
            return
        }
        guard let number = DecimalDigits(value) else {
            text += value
            return
        }
        let serial = Double(String(decoding: value, as: UTF8.self)) ?? .nan
        let written =
            form == .shown
            ? format.shown(number, serial: serial, is1904: is1904)
            : format.value(number, serial: serial, is1904: is1904)
        text += Array(written.utf8)
    }

    /// Whether a number is written in at most fifteen digits, as people would write it.
    private static func isShort(_ value: [UInt8]) -> Bool {
        var (digits, hasPoint) = (0, false)
        for (place, byte) in value.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: ".") where !hasPoint && digits > 0: hasPoint = true
            case UInt8(ascii: "-") where place == 0: continue
            default: return false
            }
        }
        let isLeading = value.first == 0x30 && value.count > 1 && value[1] != UInt8(ascii: ".")
        return (1...15).contains(digits) && !isLeading
            && !(hasPoint && (value.last == 0x30 || value.last == UInt8(ascii: ".")))
            && !(value.starts(with: [UInt8(ascii: "-"), 0x30]) && !hasPoint)
            && !(hasPoint && value.starts(with: Self.tiny))
    }

    /// Numbers that begin so may be shown with a power of ten.
    private static let tiny = Array("0.000".utf8)
}

extension NumberFormat {
    /// What a number means: a day, a share, or itself with all its digits.
    ///
    /// - Parameter serial: the same number, for dates.
    func value(_ number: DecimalDigits, serial: Double, is1904: Bool) -> String {
        switch kind {
        case .number, .text: return number.held.plain
        case .percent: return number.held.scaled(byTens: 2).plain + "%"
        case .elapsed: return shown(number, serial: serial, is1904: is1904)
        case .date(let hasTime):
            guard let date = WorkbookDate(serial, is1904: is1904) else { return number.held.plain }
            return hasTime ? "\(date.dayText)T\(date.timeText)" : date.dayText
        case .time:
            guard let date = WorkbookDate(serial, is1904: is1904), serial >= 0, serial < 1 else {
                return number.held.plain
            }
            return date.timeText
        }
    }
}
