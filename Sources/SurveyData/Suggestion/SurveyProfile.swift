internal import Basics
internal import CSVReader

/// A survey file's columns, profiled in one pass: each different cell is looked at once.
struct SurveyProfile {
    let name: String
    let columns: [ColumnProfile]
    /// Households: rows that are no title, header, sum or blank line.
    let rows: Int

    /// - Throws: `Diagnostic` where the file cannot be read, `Diagnostic` where it has no header row.
    init(_ file: consuming CSVFile) throws {
        name = file.name
        let known = try Codebook.builtIn()
        guard let heading = HeaderSearch.likely(in: file.head, codebook: known) else {
            throw HeaderSearch.noHeader(file)
        }
        file.useHeader(record: heading.record + 1)
        let headers = heading.names.map { composed(trimmed($0)) }
        let first = heading.record + 1 + heading.further
        var reading = ProfileReading(headers: headers, firstRecord: first + 1, totalsRows: known.totalsRows)
        while let block = try file.nextBlock() { reading.add(block) }
        rows = reading.rows
        columns = reading.profiles()
    }
}

/// Takes the records of a file in.
private struct ProfileReading {
    private let headers: [String]
    private let folded: [String]
    private let firstRecord: Int
    private let totalsRows: TotalsRows
    private var coders: [CellCoder]
    /// By column, then code: rows.
    private var counts: [[Int]]
    /// By column: the codes of all rows where the column may be part of a key, else nothing.
    private var codes: [[UInt32]]
    private let isKept: [Bool]
    private(set) var rows = 0
    private var buffer: [UInt32] = []

    init(headers: [String], firstRecord: Int, totalsRows: TotalsRows) {
        self.headers = headers
        self.firstRecord = firstRecord
        self.totalsRows = totalsRows
        folded = headers.map(fold)
        isKept = headers.map { KeyWords.mayBePart(HeaderWords($0)) }
        coders = isKept.map { CellCoder(most: $0 ? 1 << 24 : 1 << 15) }
        counts = headers.map { _ in [0] }
        codes = headers.map { _ in [] }
    }

    mutating func add(_ block: RecordBlock) {
        var positions: [UInt32] = []
        var others: [Int] = []
        for record in 0..<block.count where block.number(of: record) >= firstRecord {
            if isUsual(record, of: block) {
                positions.append(UInt32(block.firstField(of: record)))
            } else if isHousehold(record, of: block) {
                others.append(record)
            }
        }
        if buffer.count < positions.count { buffer = Array(repeating: 0, count: positions.count) }
        for column in headers.indices {
            coders[column].code(
                block, at: positions, count: positions.count, column: column, into: &buffer, from: 0)
            count(column, buffer[..<positions.count])
            guard !others.isEmpty else { continue }
            let own = others.map { record in
                coders[column].code(
                    column < block.fieldCount(of: record) ? block.bytes(of: column, in: record) : [])
            }
            count(column, own[...])
        }
        rows += positions.count + others.count
    }

    private mutating func count(_ column: Int, _ new: ArraySlice<UInt32>) {
        let missing = coders[column].count - counts[column].count
        if missing > 0 { counts[column] += repeatElement(0, count: missing) }
        counts[column].withUnsafeMutableBufferPointer { counts in
            for code in new { counts[Int(code)] += 1 }
        }
        if isKept[column] { codes[column] += new }
    }

    /// Whether a row has the header's length and begins with a code: what most rows do.
    private func isUsual(_ record: Int, of block: RecordBlock) -> Bool {
        guard block.fieldCount(of: record) == headers.count else { return false }
        let first = block.bytes(of: 0, in: record)
        return RowLayout.isCode(first)
            || !first.isEmpty && isHousehold(record, of: block)
    }

    private func isHousehold(_ record: Int, of block: RecordBlock) -> Bool {
        let fields = block.fieldCount(of: record)
        let filled = (0..<fields).first { !RowLayout.isBlank(block.bytes(of: $0, in: record)) }
        guard let filled else { return false }
        let cell = String(decoding: block.bytes(of: filled, in: record), as: UTF8.self)
        if totalsRows.has(cell) { return false }
        let first = fold(cell)
        // One cell in a wide row is a name under a signature.
        if headers.count >= 5,
            (filled + 1..<fields).allSatisfy({ RowLayout.isBlank(block.bytes(of: $0, in: record)) })
        {
            return false
        }
        guard fields == headers.count, first == folded[filled] else { return true }
        return !(0..<fields).allSatisfy {
            fold(String(decoding: block.bytes(of: $0, in: record), as: UTF8.self)) == folded[$0]
        }
    }

    func profiles() -> [ColumnProfile] {
        let often = Dictionary(headers.map { ($0, 1) }, uniquingKeysWith: +)
        return headers.indices.map { column in
            ColumnProfile(
                place: column, header: headers[column], standsTwice: often[headers[column]] ?? 0 > 1,
                rows: rows, coder: coders[column], counts: counts[column], codes: codes[column])
        }
    }
}
