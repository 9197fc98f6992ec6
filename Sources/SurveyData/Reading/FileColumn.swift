internal import CSVReader

/// One column of a file: its different cells, and which of them stands in each row.
struct FileColumn: Sendable {
    /// Different cells in the order of their bytes; behind them cells that were kept one by one.
    let cells: [String]
    private let file: EncodedFile
    /// Position among the wanted columns.
    private let column: Int
    /// By thread, then code: position in `cells`.
    private let places: [[UInt32]]

    init(_ file: EncodedFile, _ column: Int) {
        self.file = file
        self.column = column
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
                    switch block.codes[column] {
                    case .narrow(let codes):
                        for code in codes {
                            precondition(Int(code) < values.count)
                            rows[count] = values[Int(code)]
                            count &+= 1
                        }
                    case .wide(let codes):
                        for code in codes {
                            precondition(Int(code) < values.count)
                            rows[count] = values[Int(code)]
                            count &+= 1
                        }
                    case .each(let first):
                        for row in 0..<block.rows {
                            rows[count] = values[first + row]
                            count &+= 1
                        }
                    }
                }
            }
        }
    }

    /// The rows whose cell is flagged, ascending, and the cell's position.
    func rows(where flags: [Bool]) -> [(row: Int, cell: Int)] {
        guard flags.contains(true) else { return [] }
        var found: [(row: Int, cell: Int)] = []
        var first = 0
        for (thread, block) in file.blocks {
            let places = places[thread]
            func check(_ row: Int, _ code: Int) {
                let cell = Int(places[code])
                if flags[cell] { found.append((first + row, cell)) }
            }
            switch block.codes[column] {
            case .narrow(let codes): for (row, code) in codes.enumerated() { check(row, Int(code)) }
            case .wide(let codes): for (row, code) in codes.enumerated() { check(row, Int(code)) }
            case .each(let start): for row in 0..<block.rows { check(row, start + row) }
            }
            first += block.rows
        }
        return found
    }
}
