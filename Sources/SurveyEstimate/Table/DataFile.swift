package import Basics
package import CSVReader

/// A CSV of which the header is known: names can be looked up before the columns that are needed are read.
package struct DataFile: ~Copyable {
    package let name: String
    /// The header's names, blanks around them removed; where it has several rows, "upper/lower".
    package let headers: [String]
    /// Other names of columns, and the column that each means.
    let otherNames: [String: Int]
    /// The header and the rows under it that are header too.
    private let headerRows: [[String]]
    private let decimal: NumberMarks.Decimal?
    private var file: CSVFile

    /// Opens a file, or standard input for "-". `decimal`: the decimal mark of all its numbers; nil: by evidence.
    ///
    /// - Throws: `Diagnostic` where it cannot be opened or is no text.
    package init(
        path: String, options: CSVOptions = CSVOptions(), decimal: NumberMarks.Decimal? = nil
    ) throws(Diagnostic) {
        try self.init(CSVFile(path: path, options: options), decimal)
    }

    /// A file's bytes in memory.
    package init(
        bytes: [UInt8], name: String, decimal: NumberMarks.Decimal? = nil
    ) throws(Diagnostic) {
        try self.init(CSVFile(bytes: bytes, name: name), decimal)
    }

    private init(_ file: consuming CSVFile, _ decimal: NumberMarks.Decimal?) {
        name = file.name
        let heading = Heading(in: file.head, at: 0)
        headerRows = file.head.prefix(1 + heading.further).map { $0.map(trimmed) }
        let names = HeaderNames(heading)
        headers = names.names
        otherNames = names.others
        self.decimal = decimal
        self.file = file
    }

    /// The columns named, as codes.
    ///
    /// `numbers`: those of which numbers are taken: a decimal mark that the user names is theirs, other columns say by
    /// themselves how they are written. `missing`: cells that are no answer, beside the empty one and NA.
    ///
    /// Header rows under the header, and a header that stands again further down, are no rows. Records with another number
    /// of fields than the header are left out and told, as lines where a quote never closes are; but where the file leaves
    /// away empty cells at the ends of its rows, short records are rows.
    ///
    /// - Throws: `Diagnostic`.
    package consuming func read(
        _ names: Set<String>, numbers: Set<String> = [], missing: Set<String> = []
    ) throws -> DataTable {
        let wanted = names.sorted().compactMap { name in
            headers.firstIndex(of: name).map { (name: name, position: $0) }
        }
        let sheet = file.sheetName
        var rows = TableRows(file: name, headerRows: headerRows, columns: wanted.map(\.position))
        while let block = try file.nextBlock() { rows.add(block) }
        rows.close()
        let columns = wanted.indices.map {
            DataColumn(
                name: wanted[$0].name, cells: rows.coders[$0], raw: rows.raw[$0], missing: missing,
                decimal: numbers.contains(wanted[$0].name) ? decimal : nil)
        }
        return DataTable(
            file: name, lines: rows.lines, leftOut: rows.leftOut, notes: rows.notes, columns: columns,
            sheet: sheet.map { ($0, Dictionary(wanted.map { ($0.name, $0.position) }) { first, _ in first }) }
        )
    }
}
