internal import CSVReader

/// The households' ids, one a row, as they are compared and as they are written.
package struct IDColumn: Sendable {
    /// One below the other, none of them empty.
    private let lists: [IDList]
    /// By list: its first row. One more: the count of rows.
    private let starts: [Int]

    init(_ lists: [IDList]) {
        self.lists = lists.filter { $0.count > 0 }
        starts = self.lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    /// The ids of several files, one below the other.
    init(joining columns: [IDColumn]) { self.init(columns.flatMap(\.lists)) }

    /// Position of a row's list.
    private func list(of row: Int) -> Int {
        var (low, high) = (0, lists.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= row { low = middle } else { high = middle }
        }
        return low
    }

    /// The id of a row; empty where it has none.
    subscript(row: Int) -> HouseholdID {
        HouseholdID(read: String(decoding: written(row), as: UTF8.self))
    }

    /// The bytes of an id as written.
    func written(_ row: Int) -> ArraySlice<UInt8> {
        let list = list(of: row)
        return lists[list].written(row - starts[list])
    }

    /// Rows without an id that can be used, ascending.
    var missing: [Int] { zip(lists, starts).flatMap { list, start in list.missing.map { start + $0 } } }

    /// Gives `body` each of some rows (ascending), the hash of its id and the id's bytes as written.
    @inline(__always)
    func forEach(_ rows: ArraySlice<UInt32>, _ body: (UInt32, UInt64, UnsafeBufferPointer<UInt8>) -> Void) {
        var place = rows.startIndex
        while place < rows.endIndex {
            let list = list(of: Int(rows[place]))
            let (start, end) = (starts[list], starts[list + 1])
            lists[list].withHashes { hashes, ends, bytes in
                while place < rows.endIndex, Int(rows[place]) < end {
                    let row = Int(rows[place]) - start
                    let first = row == 0 ? 0 : Int(ends[row - 1])
                    body(
                        rows[place], hashes[row], UnsafeBufferPointer(rebasing: bytes[first..<Int(ends[row])])
                    )
                    place += 1
                }
            }
        }
    }
}

extension IDColumn {
    /// Reads the ids of a file.
    static func read(_ file: EncodedFile, codebook: Codebook) -> (IDColumn, CellNotes) {
        switch file.header.columns.source(.householdID) {
        case .column: single(file)
        case .key(let places): joined(places, file, codebook)
        case .row, .split, .anyYes, .sum: rows(of: file)
        case nil: rows(of: file)
        }
    }

    /// Each row is a household: it is called by its file and record.
    private static func rows(of file: EncodedFile) -> (IDColumn, CellNotes) {
        let name = file.header.file.split(separator: "/").last.map(String.init) ?? ""
        var ids = IDList()
        let positions = file.positions
        for row in 0..<file.rows { ids.append(HouseholdID("\(name):\(positions.record(of: row))")) }
        return (IDColumn([ids]), CellNotes())
    }

    private static func joined(
        _ places: [Int], _ file: EncodedFile, _ codebook: Codebook
    ) -> (IDColumn, CellNotes) {
        let reader = IDReader(codebook: codebook)
        let columns = places.map(file.column)
        let cells = columns.map { column in column.mapped(column.cells.indices.map { UInt32($0) }) }
        let read = columns.map { $0.cells.map(reader.part) }
        var ids = IDList()
        for row in 0..<file.rows {
            let parts = zip(read, cells).map { $0[Int($1[row])] }
            ids.append(parts.contains("") ? nil : HouseholdID(parts.joined(separator: "-")))
        }
        return (IDColumn([ids]), CellNotes())
    }

    /// The ids of a column were read with the blocks.
    private static func single(_ file: EncodedFile) -> (IDColumn, CellNotes) {
        var notes = CellNotes()
        var row = 0
        for (_, block) in file.blocks {
            notes += block.idNotes.moved(by: row)
            row += block.rows
        }
        return (IDColumn(file.blocks.map(\.block.ids)), notes)
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
