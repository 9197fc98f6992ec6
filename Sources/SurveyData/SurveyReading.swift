package import CSVReader

extension Survey {
    /// Reads survey files into one month's households.
    ///
    /// - Throws: `CSVReadError` where a file cannot be read, `SurveyError` where it is no survey that the codebook
    ///   describes.
    package static func read(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?, month: String?,
        encoding: TextEncoding? = nil
    ) throws -> Survey {
        var assembly = SurveyAssembly(codebook: codebook, registry: registry, sampling: sampling)
        for (index, path) in paths.enumerated() {
            var file = try CSVFile(path: path, options: CSVOptions(encoding: encoding))
            try assembly.add(&file, index: index, codebook: codebook)
        }
        return try assembly.survey(month: month)
    }

    /// A survey file's bytes in memory: for tests.
    package static func read(
        text: String, codebook: Codebook, registry: Registry? = nil, sampling: Sampling? = nil,
        month: String? = nil
    ) throws -> Survey {
        try read(
            bytes: Array(text.utf8), codebook: codebook, registry: registry, sampling: sampling, month: month)
    }

    /// A survey file's bytes in memory, in any encoding: for tests.
    package static func read(
        bytes: [UInt8], codebook: Codebook, registry: Registry? = nil, sampling: Sampling? = nil,
        month: String? = nil, encoding: TextEncoding? = nil
    ) throws -> Survey {
        var assembly = SurveyAssembly(codebook: codebook, registry: registry, sampling: sampling)
        var file = try CSVFile(bytes: bytes, name: "survey.csv", options: CSVOptions(encoding: encoding))
        try assembly.add(&file, index: 0, codebook: codebook)
        return try assembly.survey(month: month)
    }
}

extension SurveyAssembly {
    fileprivate mutating func add(_ file: inout CSVFile, index: Int, codebook: Codebook) throws {
        if !file.decoding.isPlain { noteRepair("decoded from \(file.decoding.name)") }
        let header = HeaderRow(in: file.head, codebook: codebook)
        file.useHeader(record: header.record)
        var reader: HouseholdReader?
        var map: ColumnMap?
        while let block = try file.nextBlock() {
            for record in 0..<block.count {
                let number = block.number(of: record)
                let line = block.line(of: record)
                if number < header.record { continue }
                if number == header.record {
                    let columns = try ColumnMap(
                        headers: block.texts(of: record).map { trimmed($0) }, codebook: codebook,
                        file: file.name,
                        line: line)
                    map = columns
                    reader = HouseholdReader(
                        columns: columns, codebook: codebook, file: file.name, fileIndex: index)
                } else if number == header.record + 1, isTagRow(block.texts(of: record)) {
                    noteRepair("hxlTagRow")
                } else {
                    reader?.read(record, of: block)
                }
            }
            reader?.countBlank(block.blankLines)
            for issue in block.issues {
                reader?.reject(
                    .unclosedQuote, line: issue.line, record: issue.record, found: nil,
                    expected: "a closing quote", action: "Close or remove the quote that opens on this line.")
            }
        }
        guard let reader, let map else {
            throw SurveyError(
                .noHeader, file: file.name, found: "no header row", expected: "the names of the columns",
                action: "Add the header row.")
        }
        add(reader, columns: map, file: file.name)
    }
}

/// Whether a record is the row of HXL tags ("#adm3 +name") that humanitarian tools put under the header.
///
/// - Source: HXL standard 1.1, hxlstandard.org.
private func isTagRow(_ cells: [String]) -> Bool {
    let tags = cells.map { trimmed($0) }.filter { !$0.isEmpty }
    return !tags.isEmpty && tags.allSatisfy { $0.first == "#" && $0.dropFirst().first?.isLetter == true }
}

/// Which of the first records is the header: the first, unless a later one matches the codebook better (a
/// title row stands above it).
struct HeaderRow {
    /// From 1.
    let record: Int

    init(in head: [[String]], codebook: Codebook) {
        let scores = head.prefix(6).map { ColumnMap.matches($0, codebook: codebook) }
        let best = scores.max() ?? 0
        record = best == 0 ? 1 : (scores.firstIndex(of: best) ?? 0) + 1
    }
}

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
        self.init(file: file.name, headers: headers, headerLine: headerLine, rows: rows)
    }
}
