internal import Basics
internal import CSVReader

/// What tells the households of a file from its other rows, and which columns are read.
struct RowLayout: Sendable {
    let header: SurveyHeader
    /// Positions of the wanted columns, ascending, and whether their cells hardly repeat.
    let columns: [(place: Int, keepsEach: Bool)]
    /// The one column of ids; nil where they are made of several.
    let idColumn: Int?
    let idReader: IDReader
    private let totalsRows: TotalsRows
    /// First cells of the header's rows, folded.
    private let headerStarts: Set<String>
    /// Columns of answers; where rows have no id, one without any answer is no household.
    private let answerColumns: [Int]?
    /// Whether the header itself could be taken for a household when it stands again.
    private let isFirstHeaderNumbered: Bool

    /// - Parameter wanted: the variables to read, beside the household's id; nil: all.
    init(_ header: SurveyHeader, codebook: Codebook, wanted: Set<Variable>?) {
        self.header = header
        totalsRows = codebook.totalsRows
        headerStarts = Set(header.rows.compactMap(\.first)).subtracting([""])
        isFirstHeaderNumbered = headerStarts.contains { $0.contains(where: \.isNumber) }
        let map = header.columns
        answerColumns = map.source(.householdID) == .row ? Self.answerColumns(map) : nil
        var each: Set<Int> = []
        var coded: Set<Int> = Set(map.groupings.compactMap(\.self))
        for variable in Variable.allCases where wanted?.contains(variable) ?? true || variable == .householdID
        {
            switch map.source(variable) {
            case .column(let column, let others):
                if variable == .householdID { continue }
                if Self.hardlyRepeats.contains(variable) {
                    each.insert(column)
                } else {
                    coded.insert(column)
                }
                coded.formUnion(others)
            case .split(let choices, let whole):
                coded.formUnion(choices.map(\.column))
                if let whole { coded.insert(whole) }
            case .key(let columns), .anyYes(let columns), .sum(let columns): coded.formUnion(columns)
            case .row, nil: break
            }
        }
        if case .column(let column, _) = map.source(.householdID) {
            idColumn = column
        } else {
            idColumn = nil
        }
        idReader = IDReader(codebook: codebook)
        columns = each.union(coded).sorted().map { ($0, each.contains($0) && !coded.contains($0)) }
    }

    /// Columns of questions that are asked of a respondent, ascending; nil where there is none.
    private static func answerColumns(_ map: ColumnMap) -> [Int]? {
        let columns = Set(Variable.allCases.filter(\.isQuestion).compactMap(map.source).flatMap(\.columns))
        return columns.isEmpty ? nil : columns.sorted()
    }

    private static let hardlyRepeats: Set<Variable> = [
        .address, .phone, .latitude, .longitude,
    ]

    /// Whether a row of the header begins with this cell, folded.
    func beginsHeader(_ cell: String) -> Bool { headerStarts.contains(cell) }

    var width: Int { header.columns.headers.count }

    /// Whether a digit in a row's first cell tells that it is a household.
    var headersTellHouseholds: Bool { !totalsRows.haveFigures && !isFirstHeaderNumbered }

    /// What a record is.
    enum Kind { case household, blank, totals, headerAgain }

    /// Whether a first cell alone tells that the row is a household: a code with a digit, which no sum begins with.
    func isSurelyHousehold(_ cell: ArraySlice<UInt8>) -> Bool {
        headersTellHouseholds && Self.isCode(cell)
    }

    func kind(_ record: Int, of block: RecordBlock) -> Kind {
        let fields = block.fieldCount(of: record)
        guard let first = (0..<fields).first(where: { !Self.isBlank(block.bytes(of: $0, in: record)) }) else {
            return .blank
        }
        if isTotals(record, of: block) { return .totals }
        // The names under the signatures, for one.
        if let answerColumns,
            answerColumns.allSatisfy({ $0 >= fields || Self.isBlank(block.bytes(of: $0, in: record)) })
        {
            return .blank
        }
        return isHeader(record, of: block, first) ? .headerAgain : .household
    }

    /// Whether the first cell that is not empty begins a row of sums.
    private func isTotals(_ record: Int, of block: RecordBlock) -> Bool {
        for field in 0..<block.fieldCount(of: record) {
            let cell = block.bytes(of: field, in: record)
            if cell.isEmpty { continue }
            // A code is a household; folding is left to the others.
            if !totalsRows.haveFigures, Self.isCode(cell) { return false }
            return totalsRows.has(String(decoding: cell, as: UTF8.self))
        }
        return false
    }

    /// Whether a row of the header stands here again, as where exports were joined.
    ///
    /// - Parameter first: the record's first cell that is not blank.
    private func isHeader(_ record: Int, of block: RecordBlock, _ first: Int) -> Bool {
        guard block.fieldCount(of: record) == width, width > 1 else { return false }
        return header.rows.contains { row in
            !row[first].isEmpty
                && (first..<width).allSatisfy {
                    fold(String(decoding: block.bytes(of: $0, in: record), as: UTF8.self)) == row[$0]
                }
        }
    }

    /// Whether a cell begins with a figure, or holds one and no blank: no sum does ("Cộng tổ 3").
    static func isCode(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.withUnsafeBufferPointer { isCode($0[...]) }
    }

    @inline(__always)
    static func isCode(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = cell.first else { return false }
        if first &- 0x30 <= 9 { return true }
        var hasFigure = false
        for byte in cell {
            if byte == 0x20 { return false }
            if byte &- 0x30 <= 9 { hasFigure = true }
        }
        return hasFigure
    }

    static func isBlank(_ cell: ArraySlice<UInt8>) -> Bool {
        if cell.isEmpty { return true }
        if cell.contains(where: { (0x21...0x7E).contains($0) }) { return false }
        return trimmed(String(decoding: cell, as: UTF8.self)).isEmpty
    }
}
