internal import Basics
internal import CSVReader
/// The households' ids, one a row, as they are compared and as they are written.
package struct IDColumn: Sendable {
    private let bytes: [UInt8]
    /// By row: position in `bytes` behind its id; a row without one adds nothing.
    private let ends: [UInt32]
    /// By row: of what ids are compared by. Equal ids have equal hashes.
    let hashes: [UInt64]

    init(bytes: [UInt8], ends: [UInt32], hashes: [UInt64]) {
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
        self.init(builders: parts.map { Builder(bytes: $0.bytes, ends: $0.ends, hashes: $0.hashes) })
    }

    /// Ids that were read apart, one list below the other.
    private init(builders: [Builder]) {
        var all = Builder()
        all.reserve(
            rows: builders.reduce(0) { $0 + $1.count }, bytes: builders.reduce(0) { $0 + $1.bytes.count })
        for part in builders { all.append(part) }
        self = all.column
    }

    private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

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
    static func read(_ file: EncodedFile, codebook: Codebook) -> (IDColumn, CellNotes) {
        switch file.header.columns.source(.householdID) {
        case .column: single(file)
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

    /// The ids of a column were read with the blocks.
    private static func single(_ file: EncodedFile) -> (IDColumn, CellNotes) {
        var notes = CellNotes()
        var row = 0
        for (_, block) in file.blocks {
            notes += block.idNotes.moved(by: row)
            row += block.rows
        }
        return (IDColumn(builders: file.blocks.map(\.block.ids)), notes)
    }

    /// Ids as they come.
    struct Builder: Sendable {
        fileprivate var bytes: [UInt8] = []
        fileprivate var ends: [UInt32] = []
        fileprivate var hashes: [UInt64] = []

        var count: Int { ends.count }

        var column: IDColumn { IDColumn(bytes: bytes, ends: ends, hashes: hashes) }

        /// nil: no id.
        mutating func append(_ id: HouseholdID?) {
            if let id { bytes += id.text.utf8 }
            ends.append(UInt32(bytes.count))
            hashes.append(id.map { IDReader.hash($0.key.utf8) } ?? 0)
        }

        mutating func reserve(rows: Int, bytes count: Int) {
            bytes.reserveCapacity(count)
            ends.reserveCapacity(rows)
            hashes.reserveCapacity(rows)
        }

        mutating func append(_ other: Builder) {
            let base = UInt32(bytes.count)
            bytes += other.bytes
            for end in other.ends { ends.append(base + end) }
            hashes += other.hashes
        }

        /// An id that is compared by its bytes in small letters.
        mutating func append(_ cell: UnsafeBufferPointer<UInt8>, hash: UInt64) {
            bytes += cell
            ends.append(UInt32(bytes.count))
            hashes.append(hash)
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
