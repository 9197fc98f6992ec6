package import CSVReader

extension Survey {
    /// Reads survey files into one month's households.
    ///
    /// - Throws: `CSVReadError` where a file cannot be read, `SurveyError` where it is no survey that the codebook
    ///   describes.
    package static func read(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?, month: String?,
        encoding: TextEncoding? = nil, threads: Int = 1, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> Survey {
        try assembly(
            paths, codebook: codebook, registry: registry, sampling: sampling, encoding: encoding,
            threads: threads, progress: progress
        ).survey(month: month)
    }

    /// Reads survey files into a month's households and, where some hold an earlier month, that month's.
    ///
    /// - Throws: as `read`.
    package static func readMonths(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?, month: String?,
        encoding: TextEncoding? = nil, threads: Int = 1, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> SurveyMonths {
        try assembly(
            paths, codebook: codebook, registry: registry, sampling: sampling, encoding: encoding,
            threads: threads, progress: progress
        ).months(month)
    }

    private static func assembly(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?,
        encoding: TextEncoding?, threads: Int, progress: (@Sendable (Double) -> Void)?
    ) throws -> SurveyAssembly {
        var assembly = SurveyAssembly(codebook: codebook, registry: registry, sampling: sampling)
        for (index, path) in paths.enumerated() {
            var file = try CSVFile(path: path, options: CSVOptions(encoding: encoding))
            file.progress = progress
            try assembly.add(file, index: index, codebook: codebook, threads: threads)
        }
        return assembly
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
        month: String? = nil, encoding: TextEncoding? = nil, threads: Int = 1
    ) throws -> Survey {
        var assembly = SurveyAssembly(codebook: codebook, registry: registry, sampling: sampling)
        let file = try CSVFile(bytes: bytes, name: "survey.csv", options: CSVOptions(encoding: encoding))
        try assembly.add(file, index: 0, codebook: codebook, threads: threads)
        return try assembly.survey(month: month)
    }
}

extension SurveyAssembly {
    /// A file's text in memory: for tests.
    package mutating func add(text: String, name: String, index: Int) throws {
        let file = try CSVFile(bytes: Array(text.utf8), name: name)
        try add(file, index: index, codebook: codebook, threads: 1)
    }

    fileprivate mutating func add(
        _ file: consuming CSVFile, index: Int, codebook: Codebook, threads: Int
    ) throws {
        if !file.decoding.isPlain { noteRepair("decoded from \(file.decoding.name)") }
        let header = try SurveyHeader(file, codebook: codebook)
        file.useHeader(record: header.record)
        let readers = try file.readAll(
            threads: threads,
            into: { HouseholdReader(header: header, codebook: codebook, fileIndex: index) },
            { reader, block, _ in
                reader.note(blankLines: block.blankLines, issues: block.issues)
                for record in 0..<block.count where header.isHousehold(record, of: block) {
                    reader.read(record, of: block)
                }
            })
        add(readers, header: header)
    }
}
