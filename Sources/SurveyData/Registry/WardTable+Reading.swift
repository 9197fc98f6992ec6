internal import CSVReader

extension WardTable {
    /// Reads a small file of the ward whole.
    ///
    /// - Throws: `CSVReadError`, or `SurveyError` where a row has another number of fields than the header.
    package init(path: String) throws {
        var file = try CSVFile(path: path)
        try self.init(&file)
    }

    /// A ward file's bytes in memory: for tests.
    package init(text: String, name: String) throws {
        var file = try CSVFile(bytes: Array(text.utf8), name: name)
        try self.init(&file)
    }

    private init(_ file: inout CSVFile) throws {
        var headers: [String] = []
        var headerLine = 1
        var rows: [Row] = []
        while let block = try file.nextBlock() {
            if let issue = block.issues.first {
                throw SurveyError(
                    .badTable, file: file.name, line: issue.line, found: "a quote that never closes",
                    expected: "a closing quote", action: "Close or remove the quote.")
            }
            for record in 0..<block.count {
                let cells = block.texts(of: record)
                if block.number(of: record) == 1 {
                    headers = cells.map { trimmed($0) }
                    headerLine = block.line(of: record)
                } else if cells.contains(where: { !trimmed($0).isEmpty }) {
                    guard cells.count == headers.count else {
                        throw SurveyError(
                            .badTable, file: file.name, line: block.line(of: record),
                            found: "\(cells.count) fields",
                            expected: "\(headers.count) fields as in the header",
                            action: "Look for a missing or stray separator.")
                    }
                    rows.append(Row(line: block.line(of: record), cells: cells))
                }
            }
        }
        try self.init(file: file.name, headers: headers, headerLine: headerLine, rows: rows)
    }
}
