internal import Basics
internal import CSVReader
/// The households' ids, one a row, as they are compared and as they are written.
package struct IDColumn: Sendable {
    private let bytes: [UInt8]
    /// By row: position in `bytes` behind its id; a row without one adds nothing.
    private let ends: [Int]
    /// By row: of what ids are compared by. Equal ids have equal hashes.
    let hashes: [UInt64]

    init(bytes: [UInt8], ends: [Int], hashes: [UInt64]) {
        self.bytes = bytes
        self.ends = ends
        self.hashes = hashes
    }

    /// The ids of several files, one below the other.
    init(parts: [IDColumn]) {
        if parts.count == 1 {
            self = parts[0]
            return
        }
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for part in parts {
            ends += part.ends.map { $0 + bytes.count }
            bytes += part.bytes
        }
        self.init(bytes: bytes, ends: ends, hashes: parts.flatMap(\.hashes))
    }

    private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

    /// Whether a row has an id that can be used.
    func isGiven(_ row: Int) -> Bool { !range(row).isEmpty }

    /// The id of a row; empty where it has none.
    subscript(row: Int) -> HouseholdID {
        HouseholdID(read: String(decoding: bytes[range(row)], as: UTF8.self))
    }

    /// The bytes of an id as written.
    func written(_ row: Int) -> ArraySlice<UInt8> { bytes[range(row)] }
}

extension IDColumn {
    /// Reads the ids of a file.
    static func read(_ file: EncodedFile, codebook: Codebook, threads: Int) -> (IDColumn, CellNotes) {
        switch file.header.columns.source(.householdID) {
        case .column(let place, _): single(place, file, codebook, threads)
        case .key(let places): joined(places, file, codebook)
        case .row, .split, .anyYes: rows(of: file)
        case nil: rows(of: file)
        }
    }

    /// Each row is a household: it is called by its file and record.
    private static func rows(of file: EncodedFile) -> (IDColumn, CellNotes) {
        let name = file.header.file.split(separator: "/").last.map(String.init) ?? ""
        var builder = Builder()
        for record in file.records { builder.append(HouseholdID("\(name):\(record)")) }
        return (builder.column, CellNotes())
    }

    private static func joined(
        _ places: [Int], _ file: EncodedFile, _ codebook: Codebook
    ) -> (IDColumn, CellNotes) {
        let reader = IDReader(codebook: codebook)
        let columns = places.map(file.column)
        let cells = columns.map { column in column.mapped(column.cells.indices.map { UInt32($0) }) }
        let read = columns.map { $0.cells.map(reader.part) }
        var builder = Builder()
        for row in 0..<file.rows {
            let parts = zip(read, cells).map { $0[Int($1[row])] }
            builder.append(parts.contains("") ? nil : HouseholdID(parts.joined(separator: "-")))
        }
        return (builder.column, CellNotes())
    }

    /// Rows that one task reads.
    private static let share = 64

    private static func single(
        _ place: Int, _ file: EncodedFile, _ codebook: Codebook, _ threads: Int
    ) -> (IDColumn, CellNotes) {
        let reader = IDReader(codebook: codebook)
        guard let column = file.encoders.first?.columns.firstIndex(where: { $0.place == place }) else {
            return (Builder().column, CellNotes())
        }
        let shares = (file.blocks.count + share - 1) / share
        let read = parallelMap(shares, threads: threads) { number -> (Builder, CellNotes) in
            var builder = Builder()
            var notes = CellNotes()
            for (thread, block) in file.blocks.dropFirst(number * share).prefix(share) {
                let cells = file.encoders[thread].columns[column]
                block.forEachCell(column, cells) { cell in reader.read(cell, place, &builder, &notes) }
            }
            return (builder, notes)
        }
        var notes = CellNotes()
        var row = 0
        for (builder, own) in read {
            notes += own.moved(by: row)
            row += builder.count
        }
        return (IDColumn(parts: read.map(\.0.column)), notes)
    }

    /// Ids as they come.
    struct Builder: Sendable {
        private var bytes: [UInt8] = []
        private var ends: [Int] = []
        private var hashes: [UInt64] = []

        var count: Int { ends.count }

        var column: IDColumn { IDColumn(bytes: bytes, ends: ends, hashes: hashes) }

        /// nil: no id.
        mutating func append(_ id: HouseholdID?) {
            if let id { bytes += id.text.utf8 }
            ends.append(bytes.count)
            hashes.append(id.map { IDReader.hash($0.key.utf8) } ?? 0)
        }

        /// An id that is compared by its bytes in small letters.
        mutating func append(_ cell: ArraySlice<UInt8>, hash: UInt64) {
            bytes += cell
            ends.append(bytes.count)
            hashes.append(hash)
        }
    }
}

extension EncodedBlock {
    /// Calls for the cell of each row.
    func forEachCell(_ column: Int, _ cells: CellColumn, _ body: (ArraySlice<UInt8>) -> Void) {
        func cell(_ code: Int) -> ArraySlice<UInt8> {
            code < Int(CellColumn.firstOfRest)
                ? cells.coder.cell(code) : cells.rest[code - Int(CellColumn.firstOfRest)]
        }
        switch codes[column] {
        case .narrow(let codes): for code in codes { body(cell(Int(code))) }
        case .wide(let codes): for code in codes { body(cell(Int(code))) }
        case .each(let first): for row in 0..<rows { body(cells.rest[first + row]) }
        }
    }
}

extension CellNotes {
    /// The notes of rows further down.
    func moved(by rows: Int) -> CellNotes {
        var moved = self
        moved.issues = issues.map {
            CellIssue(
                row: $0.row + rows, column: $0.column, code: $0.code, found: $0.found, expected: $0.expected)
        }
        return moved
    }
}
