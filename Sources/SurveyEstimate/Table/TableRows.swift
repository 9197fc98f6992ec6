internal import Basics
internal import CSVReader

/// Collects the rows of a file: the cells of the wanted columns as numbers, and what is no row.
struct TableRows {
    /// By wanted column.
    private(set) var coders: [CellCoder]
    /// By wanted column and row the cell's number in `coders`.
    private(set) var raw: [[UInt32]]
    /// By row the line on which it starts.
    private(set) var lines: [Int] = []
    private(set) var notes: [String] = []

    /// Records that are no rows, with their lines.
    private var refused: [(line: Int, error: Diagnostic)] = []
    private let file: String
    private let headerRows: [[String]]
    private let columns: [Int]
    private var ends = RowEnds()
    /// Rows with fewer fields than the header, and how many they have.
    private var shortRows: [(row: Int, fields: Int)] = []
    private var repeatedHeaders: [Int] = []

    /// `columns`: positions of those that are wanted.
    init(file: String, headerRows: [[String]], columns: [Int]) {
        self.file = file
        self.headerRows = headerRows
        self.columns = columns
        coders = columns.map { _ in CellCoder(most: .max) }
        raw = columns.map { _ in [] }
    }

    /// Records that are no rows, and why, in the order of the file.
    var leftOut: [Diagnostic] { refused.map(\.error) }

    private var fieldCount: Int { headerRows.first?.count ?? 0 }

    mutating func add(_ block: RecordBlock) {
        for issue in block.issues {
            leaveOut(
                line: issue.line, found: "a quote that opens here and never closes",
                expected: "a closing quote",
                action: "Close or remove it.")
        }
        var starts: [UInt32] = []
        var counts: [Int] = []
        starts.reserveCapacity(block.count)
        counts.reserveCapacity(block.count)
        for record in 0..<block.count where block.number(of: record) > headerRows.count {
            let fields = block.fieldCount(of: record)
            let last = block.bytes(of: fields - 1, in: record)
            // In a file of one column a blank line looks like a missing value: it is none.
            if fields == 1, last.isEmpty { continue }
            if fields == fieldCount, isHeader(record, of: block) {
                repeatedHeaders.append(block.line(of: record))
                continue
            }
            ends.add(
                fields: fields, of: fieldCount, endsEmpty: last.allSatisfy { $0 == 0x20 || $0 == 0x09 })
            guard fields <= fieldCount else {
                leaveOut(line: block.line(of: record), fields: fields)
                continue
            }
            if fields < fieldCount { shortRows.append((lines.count, fields)) }
            starts.append(UInt32(block.firstField(of: record)))
            counts.append(fields)
            lines.append(block.line(of: record))
        }
        for place in columns.indices { code(place, block, starts, counts) }
    }

    /// Codes one column's cells; a record without the column has an empty cell there.
    private mutating func code(
        _ place: Int, _ block: RecordBlock, _ starts: [UInt32], _ counts: [Int]
    ) {
        let column = columns[place]
        let before = raw[place].count
        raw[place] += repeatElement(CellCoder.notKept, count: starts.count)
        let having = counts.indices.filter { counts[$0] > column }
        if having.count == starts.count {
            coders[place].code(
                block, at: starts, count: starts.count, column: column, into: &raw[place], from: before)
            return
        }
        var codes = Array(repeating: CellCoder.notKept, count: having.count)
        coders[place].code(
            block, at: having.map { starts[$0] }, count: having.count, column: column, into: &codes, from: 0)
        for (code, row) in zip(codes, having) { raw[place][before + row] = code }
    }

    /// Decides on short rows, once all are known, and puts what was done into words.
    mutating func close() {
        if headerRows.count > 1 {
            let rows = headerRows.count - 1
            notes.append(
                "\(file): \(rows == 1 ? "the row" : "\(rows) rows") under the header "
                    + "\(rows == 1 ? "is" : "are") header too, no \(rows == 1 ? "row" : "rows") of data")
        }
        if let line = repeatedHeaders.first {
            notes.append(
                "\(file):\(line): the header stands here again"
                    + (repeatedHeaders.count > 1
                        ? " (and \(repeatedHeaders.count - 1) more time\(repeatedHeaders.count == 2 ? "" : "s"))"
                        : "")
                    + "; it is no row of data")
        }
        if shortRows.isEmpty { return }
        if ends.areTrimmed {
            notes.append(
                "\(file): \(shortRows.count) rows have fewer fields than the header; as no row ends in an empty cell, "
                    + "the missing ones are read as empty")
            return
        }
        for short in shortRows { leaveOut(line: lines[short.row], fields: short.fields) }
        refused.sort { $0.line < $1.line }
        let isShort = Set(shortRows.map(\.row))
        lines = lines.enumerated().filter { !isShort.contains($0.offset) }.map(\.element)
        raw = raw.map { codes in codes.enumerated().filter { !isShort.contains($0.offset) }.map(\.element) }
    }

    private mutating func leaveOut(line: Int, fields: Int) {
        leaveOut(
            line: line, found: "\(fields) fields", expected: "\(fieldCount), as in the header",
            action: "Correct the line.")
    }

    private mutating func leaveOut(line: Int, found: String, expected: String, action: String) {
        refused.append(
            (
                line,
                Diagnostic(
                    .badEstimate, file: "\(file):\(line)", found: found, expected: expected, action: action)
            ))
    }

    /// Whether a record further down says one of the header rows again.
    private func isHeader(_ record: Int, of block: RecordBlock) -> Bool {
        let first = block.bytes(of: 0, in: record).first
        return headerRows.contains { header in
            // Nearly every record differs in its first letter.
            guard
                first == nil || first.map(Self.lowered) == header.first?.utf8.first.map(Self.lowered)
                    || first == 0x20
            else { return false }
            return HeaderRows.repeats(header, block.texts(of: record))
        }
    }

    private static func lowered(_ letter: UInt8) -> UInt8 {
        (0x41...0x5A).contains(letter) ? letter | 0x20 : letter
    }
}
