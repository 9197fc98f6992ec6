internal import CSVReader
internal import SurveyData

/// What of `sansang summarize` is reading: every cell that it needs found, checked and turned into its code, every id
/// hashed, all of it thrown away. Benchmarks/survey times it beside the whole.
enum ReadingAlone {
    /// What `SummaryTally` asks for; a column more or less would be another comparison.
    private static let wanted: Set<Variable> = [
        .formerWard, .residentialGroup, .stratum, .psu, .weight, .population, .surveyDate,
        .smartphone, .computer, .internet, .eID, .skills, .knowsProcess, .proceduresTotal, .proceduresOnline,
        .channel, .whoFiled, .couldRepeat, .wantsHelp, .barriers, .womenHeaded, .children, .procedures,
        .householdSize, .people60Plus,
    ]

    /// - Throws: `CSVReadError`, `SurveyError`, `CodebookError`.
    static func printRows(path: String, threads: Int) throws {
        let survey = try CodedSurvey(CSVFile(path: path), codebook: Codebook.builtIn())
        let readers = try survey.readAll(
            threads: threads, chunkSize: 1 << 18, wanted: wanted, repeated: [], into: { $0 },
            { reader, block in
                reader.begin(block)
                while reader.next(block) {}
            })
        print("\(readers.reduce(0) { $0 + $1.rows }) rows")
    }
}
