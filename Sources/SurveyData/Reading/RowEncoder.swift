internal import Basics
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
        for column in columns.indices {
            if codes[column].count < block.count, !columns[column].keepsEach {
                codes[column] = Array(repeating: 0, count: block.count)
            }
            firstEach[column] = columns[column].rest.count
        }
        encoded.ids.reserve(rows: block.count, bytes: block.count * 10)
        for record in 0..<block.count where layout.header.isHousehold(record, of: block) {
            if isUsual(record, of: block) {
                add(record, of: block, to: &encoded)
            } else {
                read(record, of: block, into: &encoded)
            }
        }
        codeWaiting(block, &encoded)
        close(&encoded)
    }

    /// Whether a row has the header's length and surely holds a household: what most rows are.
    @inline(__always)
    private func isUsual(_ record: Int, of block: RecordBlock) -> Bool {
        let first = block.firstField(of: record)
        guard layout.headersTellHouseholds, Int(block.recordEnds[record]) - first == layout.width else {
            return false
        }
        let (start, end) = (Int(block.fieldStarts[first]), Int(block.fieldEnds[first]))
        return block.bytes.withUnsafeBufferPointer { RowLayout.isCode($0[start..<end]) }
    }

    /// Adds a row of the header's length.
    @inline(__always)
    private mutating func add(_ record: Int, of block: RecordBlock, to encoded: inout EncodedBlock) {
        let first = block.firstField(of: record)
        let last = first + layout.width - 1
        encoded.positions.append(line: block.line(of: record), record: block.number(of: record))
        ends.add(
            fields: layout.width, of: layout.width,
            endsEmpty: block.fieldStarts[last] == block.fieldEnds[last])
        positions[waiting] = UInt32(first)
        waiting += 1
        if waiting == Self.tile { codeWaiting(block, &encoded) }
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
        if fields == width {
            add(record, of: block, to: &encoded)
            return
        }
        codeWaiting(block, &encoded)
        encoded.positions.append(line: block.line(of: record), record: block.number(of: record))
        ends.add(fields: fields, of: width, endsEmpty: block.bytes(of: fields - 1, in: record).isEmpty)
        codeShort(record, fields, of: block, into: &encoded)
        encoded.short.append((encoded.rows - 1, fields))
    }

    private mutating func isHousehold(_ record: Int, of block: RecordBlock) -> Bool {
        let first = block.bytes(of: 0, in: record)
        if layout.isSurelyHousehold(first) || firstCells[first] == true { return true }
        switch layout.kind(record, of: block) {
        case .household:
            if !RowLayout.isBlank(first), firstCells.count < Self.mostFirstCells,
                block.fieldCount(of: record) > 1,
                !layout.beginsHeader(fold(String(decoding: first, as: UTF8.self)))
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

    /// Codes the rows that wait, which are the last so far.
    private mutating func codeWaiting(_ block: RecordBlock, _ encoded: inout EncodedBlock) {
        guard waiting > 0 else { return }
        let first = encoded.rows - waiting
        for column in columns.indices {
            columns[column].code(block, at: positions, count: waiting, into: &codes[column], from: first)
        }
        if let column = layout.idColumn { readIDs(column, of: block, into: &encoded) }
        waiting = 0
    }

    private func readIDs(_ column: Int, of block: RecordBlock, into encoded: inout EncodedBlock) {
        let reader = layout.idReader
        block.bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<waiting {
                let field = Int(positions[row]) + column
                let cell = UnsafeBufferPointer(
                    rebasing: bytes[Int(block.fieldStarts[field])..<Int(block.fieldEnds[field])])
                reader.read(cell, column, &encoded.ids, &encoded.idNotes)
            }
        }
    }

    /// Cells that a short row lacks count as empty.
    private mutating func codeShort(
        _ record: Int, _ fields: Int, of block: RecordBlock, into encoded: inout EncodedBlock
    ) {
        for column in columns.indices {
            let place = columns[column].place
            let code = columns[column].code(place < fields ? block.bytes(of: place, in: record) : [])
            if !columns[column].keepsEach { codes[column][encoded.rows - 1] = code }
        }
        guard let column = layout.idColumn else { return }
        let cell = column < fields ? block.bytes(of: column, in: record) : []
        cell.withUnsafeBufferPointer { layout.idReader.read($0, column, &encoded.ids, &encoded.idNotes) }
    }

    private mutating func close(_ encoded: inout EncodedBlock) {
        guard encoded.rows > 0 else { return }
        encoded.codes = columns.indices.map { column in
            if columns[column].keepsEach { return .each(first: firstEach[column]) }
            let own = codes[column]
            if columns[column].coder.count <= Int(UInt8.max) { return .bytes(Self.packed(own, encoded.rows)) }
            return columns[column].isNarrow
                ? .narrow(Self.packed(own, encoded.rows)) : .wide(Array(own.prefix(encoded.rows)))
        }
        blocks.append(encoded)
    }

    private static func packed<Code: FixedWidthInteger>(_ codes: [UInt32], _ count: Int) -> [Code] {
        precondition(count <= codes.count)
        return codes.withUnsafeBufferPointer { codes in
            Array(unsafeUninitializedCapacity: count) { packed, filled in
                for row in 0..<count {
                    packed.initializeElement(at: row, to: Code(truncatingIfNeeded: codes[row]))
                }
                filled = count
            }
        }
    }
}
