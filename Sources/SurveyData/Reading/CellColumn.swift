internal import CSVReader

/// One column of a file as a thread reads it: each different cell is kept once and numbered.
struct CellColumn: Sendable {
    /// Position among the file's columns.
    let place: Int
    /// Whether cells hardly repeat (ids, addresses): each is kept, none is looked for.
    let keepsEach: Bool
    private(set) var coder = CellCoder(most: Int(Self.firstOfRest) - 1)
    /// Cells that the coder does not keep, one for each row.
    private(set) var rest = CellList()

    /// The code of the first cell of `rest`; the coder's are lower.
    static let firstOfRest: UInt32 = 1 << 15

    init(place: Int, keepsEach: Bool) {
        self.place = place
        self.keepsEach = keepsEach
    }

    /// Codes of the fields at some positions of a block into `codes` from `from` on; nothing where each cell is kept.
    mutating func code(
        _ block: RecordBlock, at positions: [UInt32], count: Int, into codes: inout [UInt32], from: Int
    ) {
        if keepsEach {
            for row in 0..<count { rest.append(block.bytes(ofField: Int(positions[row]) + place)) }
            return
        }
        coder.code(block, at: positions, count: count, column: place, into: &codes, from: from)
        guard coder.isFull else { return }
        for row in 0..<count where codes[from + row] == CellCoder.notKept {
            codes[from + row] = Self.firstOfRest + UInt32(rest.count)
            rest.append(block.bytes(ofField: Int(positions[row]) + place))
        }
    }

    /// The code of one cell; 0 where each cell is kept.
    mutating func code(_ cell: ArraySlice<UInt8>) -> UInt32 {
        if !keepsEach {
            let code = coder.code(cell)
            if code != CellCoder.notKept { return code }
        }
        rest.append(cell)
        return keepsEach ? 0 : Self.firstOfRest + UInt32(rest.count - 1)
    }

    /// Whether all codes so far fit into two bytes.
    var isNarrow: Bool { Int(Self.firstOfRest) + rest.count <= Int(UInt16.max) }
}

/// Cells one behind the other.
struct CellList: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    var count: Int { ends.count - 1 }

    subscript(place: Int) -> ArraySlice<UInt8> { bytes[ends[place]..<ends[place + 1]] }

    mutating func append(_ cell: ArraySlice<UInt8>) {
        bytes += cell
        ends.append(bytes.count)
    }
}
