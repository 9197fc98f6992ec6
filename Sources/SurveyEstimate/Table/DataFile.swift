package import CSVReader

/// A CSV of which the header is known: names can be looked up before the columns that are needed are read.
package struct DataFile: ~Copyable {
    package let name: String
    /// The first record, blanks around names removed.
    package let headers: [String]
    private var file: CSVFile

    /// Opens a file, or standard input for "-".
    ///
    /// - Throws: `CSVReadError` where it cannot be opened or is no text.
    package init(path: String, options: CSVOptions = CSVOptions()) throws(CSVReadError) {
        try self.init(CSVFile(path: path, options: options))
    }

    /// A file's bytes in memory.
    package init(bytes: [UInt8], name: String) throws(CSVReadError) {
        try self.init(CSVFile(bytes: bytes, name: name))
    }

    private init(_ file: consuming CSVFile) {
        name = file.name
        headers = (file.head.first ?? []).map(CellText.trimmed)
        self.file = file
    }

    /// The columns named, as codes.
    ///
    /// `missing`: cells that are no answer, beside the empty one and NA.
    ///
    /// Records with another number of fields than the header are left out and told, as lines where a quote never
    /// closes are.
    ///
    /// - Throws: `CSVReadError`.
    package consuming func read(_ names: Set<String>, missing: Set<String> = []) throws -> DataTable {
        let wanted = names.sorted().compactMap { name in
            headers.firstIndex(of: name).map { (name: name, position: $0) }
        }
        var coders = wanted.map { _ in CellCoder(most: .max) }
        var raw = wanted.map { _ in [UInt32]() }
        var lines: [Int] = []
        var leftOut: [EstimateError] = []
        while let block = try file.nextBlock() {
            let starts = starts(of: block, &lines, &leftOut)
            for (place, column) in wanted.enumerated() {
                let before = raw[place].count
                raw[place] += repeatElement(0, count: starts.count)
                coders[place].code(
                    block, at: starts, count: starts.count, column: column.position, into: &raw[place],
                    from: before)
            }
        }
        let columns = wanted.indices.map {
            DataColumn(name: wanted[$0].name, cells: coders[$0], raw: raw[$0], missing: missing)
        }
        return DataTable(file: name, lines: lines, leftOut: leftOut, columns: columns)
    }

    /// Position of each sound record's first field; the header is no record of data.
    private borrowing func starts(
        of block: RecordBlock, _ lines: inout [Int], _ leftOut: inout [EstimateError]
    ) -> [UInt32] {
        for issue in block.issues {
            leftOut.append(
                EstimateError(
                    "\(name):\(issue.line)", found: "a quote that opens here and never closes",
                    expected: "a closing quote", action: "Close or remove it."))
        }
        var starts: [UInt32] = []
        starts.reserveCapacity(block.count)
        for record in 0..<block.count where block.number(of: record) > 1 {
            let fields = block.fieldCount(of: record)
            // In a file of one column a blank line looks like a missing value: it is none.
            if fields == 1, block.bytes(of: 0, in: record).isEmpty { continue }
            if fields == headers.count {
                starts.append(UInt32(block.firstField(of: record)))
                lines.append(block.line(of: record))
            } else {
                leftOut.append(
                    EstimateError(
                        "\(name):\(block.line(of: record))", found: "\(fields) fields",
                        expected: "\(headers.count), as in the header", action: "Correct the line."))
            }
        }
        return starts
    }
}
