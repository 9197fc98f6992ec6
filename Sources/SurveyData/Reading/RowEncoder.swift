internal import CSVReader

/// Turns the records of a file into rows of codes: one thread's share of the blocks.
struct RowEncoder: Sendable {
    private let layout: RowLayout
    private(set) var columns: [CellColumn]
    private(set) var blocks: [EncodedBlock] = []
    /// Rows without a household that can be used, and lines without one at all.
    private(set) var counts = ReadingCounts()
    private(set) var faults: [RowFault] = []
    private(set) var repairs: [String: Int] = [:]
    private(set) var ends = RowEnds()

    /// A row that is no household's.
    struct RowFault: Sendable {
        enum Kind: Sendable { case unclosedQuote, fieldCount(Int) }

        let kind: Kind
        let line: Int
        let record: Int
    }

    /// Rows of a tile: what the columns read of it stays in the nearest cache.
    private static let tile = 64
    private var positions = Array(repeating: UInt32(0), count: RowEncoder.tile)
    private var waiting = 0
    /// First cells that were seen: whether the row is a household.
    private var firstCells: [ArraySlice<UInt8>: Bool] = [:]
    private static let mostFirstCells = 4096
    /// By wanted column: codes of the block's rows.
    private var codes: [[UInt32]]
    private var firstEach: [Int]

    init(_ layout: RowLayout) {
        self.layout = layout
        columns = layout.columns.map { CellColumn(place: $0.place, keepsEach: $0.keepsEach) }
        codes = columns.map { _ in [] }
        firstEach = columns.map { _ in 0 }
    }

    /// Reads a block.
    mutating func read(_ block: RecordBlock, number: Int) {
        counts.add(blank: block.blankLines, totalsRows: 0)
        if block.trimmedFields > 0 { repairs["blankAfterQuote", default: 0] += block.trimmedFields }
        for issue in block.issues {
            counts.addRejected()
            faults.append(RowFault(kind: .unclosedQuote, line: issue.line, record: issue.record))
        }
        var encoded = EncodedBlock(number: number)
        encoded.lines.reserveCapacity(block.count)
        encoded.records.reserveCapacity(block.count)
        for column in columns.indices {
            if codes[column].count < block.count, !columns[column].keepsEach {
                codes[column] = Array(repeating: 0, count: block.count)
            }
            firstEach[column] = columns[column].rest.count
        }
        for record in 0..<block.count where layout.header.isHousehold(record, of: block) {
            read(record, of: block, into: &encoded)
        }
        codeWaiting(block, before: encoded.rows)
        close(&encoded)
    }

    private mutating func read(_ record: Int, of block: RecordBlock, into encoded: inout EncodedBlock) {
        let width = layout.width
        var fields = block.fieldCount(of: record)
        guard fields > 0, isHousehold(record, of: block) else { return }
        while fields > width, RowLayout.isBlank(block.bytes(of: fields - 1, in: record)) {
            fields -= 1
            repairs["trailingEmptyFields", default: 0] += 1
        }
        guard fields <= width else {
            counts.addRejected()
            faults.append(
                RowFault(
                    kind: .fieldCount(block.fieldCount(of: record)), line: block.line(of: record),
                    record: block.number(of: record)))
            return
        }
        encoded.lines.append(UInt32(block.line(of: record)))
        encoded.records.append(UInt32(block.number(of: record)))
        if fields == width {
            let first = block.firstField(of: record)
            ends.add(
                fields: width, of: width, endsEmpty: block.bytes(ofField: first + width - 1).isEmpty)
            positions[waiting] = UInt32(first)
            waiting += 1
            if waiting == Self.tile { codeWaiting(block, before: encoded.rows) }
        } else {
            ends.add(
                fields: fields, of: width, endsEmpty: block.bytes(of: fields - 1, in: record).isEmpty)
            codeWaiting(block, before: encoded.rows - 1)
            codeShort(record, fields, of: block, row: encoded.rows - 1)
            encoded.short.append((encoded.rows - 1, fields))
        }
    }

    private mutating func isHousehold(_ record: Int, of block: RecordBlock) -> Bool {
        let first = block.bytes(of: 0, in: record)
        if layout.isSurelyHousehold(first) || firstCells[first] == true { return true }
        switch layout.kind(record, of: block) {
        case .household:
            if !RowLayout.isBlank(first), firstCells.count < Self.mostFirstCells,
                block.fieldCount(of: record) > 1,
                fold(String(decoding: first, as: UTF8.self)) != layout.firstHeader
            {
                firstCells[first.map(\.self)[...]] = true
            }
            return true
        case .blank: counts.add(blank: 1, totalsRows: 0)
        case .totals: counts.add(blank: 0, totalsRows: 1)
        case .headerAgain: repairs["repeatedHeader", default: 0] += 1
        }
        return false
    }

    /// Codes the rows that wait; they are the last before `end`.
    private mutating func codeWaiting(_ block: RecordBlock, before end: Int) {
        guard waiting > 0 else { return }
        for column in columns.indices {
            columns[column].code(
                block, at: positions, count: waiting, into: &codes[column], from: end - waiting)
        }
        waiting = 0
    }

    /// Cells that a short row lacks count as empty.
    private mutating func codeShort(_ record: Int, _ fields: Int, of block: RecordBlock, row: Int) {
        for column in columns.indices {
            let place = columns[column].place
            let code = columns[column].code(place < fields ? block.bytes(of: place, in: record) : [])
            if !columns[column].keepsEach { codes[column][row] = code }
        }
    }

    private mutating func close(_ encoded: inout EncodedBlock) {
        guard encoded.rows > 0 else { return }
        encoded.codes = columns.indices.map { column in
            if columns[column].keepsEach { return .each(first: firstEach[column]) }
            let own = codes[column].prefix(encoded.rows)
            return columns[column].isNarrow
                ? .narrow(own.map { UInt16(truncatingIfNeeded: $0) }) : .wide(Array(own))
        }
        blocks.append(encoded)
    }
}
