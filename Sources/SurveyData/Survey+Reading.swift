package import CSVReader

extension Survey {
    /// Reads survey files into the households of the months chosen.
    ///
    /// - Throws: `Diagnostic` where a file cannot be read, `Diagnostic` where it is no survey that the codebook
    ///   describes.
    package static func read(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?, months: MonthChoice,
        options: CSVOptions = CSVOptions(), threads: Int = 1,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> Survey {
        try reading(
            paths, codebook: codebook, registry: registry, sampling: sampling, options: options,
            threads: threads, progress: progress
        ).survey(months)
    }

    /// Reads survey files into a month's households and, where some hold an earlier month, that month's.
    ///
    /// - Throws: as `read`.
    package static func readMonths(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?, months: MonthChoice,
        options: CSVOptions = CSVOptions(), threads: Int = 1,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> SurveyMonths {
        try reading(
            paths, codebook: codebook, registry: registry, sampling: sampling, options: options,
            threads: threads, progress: progress
        ).months(months)
    }

    /// Reads of a survey file what counting needs: the variables wanted, no list of issues.
    ///
    /// - Throws: as `read`.
    package static func readToCount(
        _ file: consuming CSVFile, codebook: Codebook, registry: Registry?, sampling: Sampling?,
        months: MonthChoice, wanted: Set<Variable>, threads: Int, chunkSize: Int = 1 << 18
    ) throws -> Survey {
        var reading = SurveyReading(
            codebook: codebook, registry: registry, sampling: sampling, wanted: wanted, threads: threads)
        try reading.add(file, chunkSize: chunkSize)
        return try reading.survey(months, listsIssues: false)
    }

    private static func reading(
        _ paths: [String], codebook: Codebook, registry: Registry?, sampling: Sampling?,
        options: CSVOptions, threads: Int, progress: (@Sendable (Double) -> Void)?
    ) throws -> SurveyReading {
        var reading = SurveyReading(
            codebook: codebook, registry: registry, sampling: sampling, threads: threads)
        for path in paths {
            var file = try CSVFile(path: path, options: options)
            file.progress = progress
            try reading.add(file)
        }
        return reading
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
        month: String? = nil, encoding: TextEncoding? = nil, threads: Int = 1, chunkSize: Int = 1 << 18
    ) throws -> Survey {
        var reading = SurveyReading(
            codebook: codebook, registry: registry, sampling: sampling, threads: threads)
        let file = try CSVFile(bytes: bytes, name: "survey.csv", options: CSVOptions(encoding: encoding))
        try reading.add(file, chunkSize: chunkSize)
        return try reading.survey(MonthChoice(month.flatMap { Period($0) }))
    }
}

extension SurveyReading {
    /// A file's text in memory: for tests.
    package mutating func add(text: String, name: String) throws {
        try add(try CSVFile(bytes: Array(text.utf8), name: name))
    }
}
