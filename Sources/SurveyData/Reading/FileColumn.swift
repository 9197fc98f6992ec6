internal import CSVReader

/// One column of a file: its different cells, and which of them stands in each row.
struct FileColumn: Sendable {
    /// Different cells in the order of their bytes; behind them cells that were kept one by one.
    let cells: [String]
    /// Whether each row has a cell of its own.
    let hardlyRepeats: Bool
    private let file: EncodedFile
    /// Position among the wanted columns.
    private let column: Int
    /// By thread, then code: position in `cells`.
    private let places: [[UInt32]]

    init(_ file: EncodedFile, _ column: Int) {
        self.file = file
        self.column = column
        hardlyRepeats = file.encoders.first?.columns[column].keepsEach ?? false
        var different: [ArraySlice<UInt8>: UInt32] = [:]
        for encoder in file.encoders {
            let coder = encoder.columns[column].coder
            for code in 1..<max(coder.count, 1) { different[coder.cell(code)] = 0 }
        }
        let sorted = different.keys.sorted { $0.lexicographicallyPrecedes($1) }
        for (place, cell) in sorted.enumerated() { different[cell] = UInt32(place) }
        var cells = sorted.map { String(decoding: $0, as: UTF8.self) }
        var places: [[UInt32]] = []
        for encoder in file.encoders {
            let own = encoder.columns[column]
            var codes = (0..<own.coder.count).map { code in
                code == 0 ? 0 : different[own.coder.cell(code)] ?? 0
            }
            if own.rest.count > 0 {
                if own.keepsEach {
                    codes = []
                } else {
                    codes += repeatElement(0, count: Int(CellColumn.firstOfRest) - codes.count)
                }
                for place in 0..<own.rest.count {
                    codes.append(UInt32(cells.count))
                    cells.append(String(decoding: own.rest[place], as: UTF8.self))
                }
            }
            places.append(codes)
        }
        self.cells = cells
        self.places = places
    }

    /// By row the value of its cell.
    ///
    /// - Parameter values: one for each of `cells`.
    func mapped<Value: FixedWidthInteger>(_ values: [Value]) -> [Value] {
        let byThread = places.map { places in places.map { values.isEmpty ? 0 : values[Int($0)] } }
        return Array(unsafeUninitializedCapacity: file.rows) { rows, count in
            for (thread, block) in file.blocks {
                byThread[thread].withUnsafeBufferPointer { values in
                    let place = rows.baseAddress.map { $0 + count }
                    guard let place else { return }
                    switch block.codes[column] {
                    case .bytes(let codes): Self.map(codes, values, to: place)
                    case .narrow(let codes): Self.map(codes, values, to: place)
                    case .wide(let codes): Self.map(codes, values, to: place)
                    case .each(let first):
                        for row in 0..<block.rows { (place + row).initialize(to: values[first + row]) }
                    }
                }
                count += block.rows
            }
        }
    }

    @inline(__always)
    private static func map<Code: FixedWidthInteger, Value: FixedWidthInteger>(
        _ codes: [Code], _ values: UnsafeBufferPointer<Value>, to place: UnsafeMutablePointer<Value>
    ) {
        codes.withUnsafeBufferPointer { codes in
            for row in codes.indices {
                let code = Int(codes[row])
                precondition(code < values.count)
                (place + row).initialize(to: values[code])
            }
        }
    }

    /// The rows whose cell is flagged, ascending, and the cell's position.
    func rows(where flags: [Bool]) -> [(row: Int, cell: Int)] {
        guard flags.contains(true) else { return [] }
        let byThread = places.map { places in places.map { flags[Int($0)] } }
        var found: [(row: Int, cell: Int)] = []
        var first = 0
        for (thread, block) in file.blocks {
            let places = places[thread]
            byThread[thread].withUnsafeBufferPointer { flags in
                switch block.codes[column] {
                case .bytes(let codes): Self.find(codes, flags, places, first, &found)
                case .narrow(let codes): Self.find(codes, flags, places, first, &found)
                case .wide(let codes): Self.find(codes, flags, places, first, &found)
                case .each(let start):
                    for row in 0..<block.rows where flags[start + row] {
                        found.append((first + row, Int(places[start + row])))
                    }
                }
            }
            first += block.rows
        }
        return found
    }

    @inline(__always)
    private static func find<Code: FixedWidthInteger>(
        _ codes: [Code], _ flags: UnsafeBufferPointer<Bool>, _ places: [UInt32], _ first: Int,
        _ found: inout [(row: Int, cell: Int)]
    ) {
        codes.withUnsafeBufferPointer { codes in
            for row in codes.indices {
                let code = Int(codes[row])
                precondition(code < flags.count)
                if flags[code] { found.append((first + row, Int(places[code]))) }
            }
        }
    }
}
