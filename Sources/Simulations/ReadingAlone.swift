internal import CSVReader
internal import Readiness
internal import SurveyData

/// What of `sansang summarize` is reading: every cell that it needs found, checked and turned into its code, every id
/// compared. Benchmarks/survey times it beside the whole.
enum ReadingAlone {
    /// What a summary asks for; a column more or less would be another comparison.
    private static let wanted: Set<Variable> = [
        .formerWard, .residentialGroup, .stratum, .psu, .weight, .population, .surveyDate,
        .smartphone, .computer, .internet, .eID, .skills, .knowsProcess, .proceduresTotal, .proceduresOnline,
        .channel, .whoFiled, .couldRepeat, .wantsHelp, .barriers, .womenHeaded, .children, .procedures,
        .householdSize, .people60Plus,
    ]

    /// - Throws: `Diagnostic`, `Diagnostic`, `Diagnostic`.
    static func printRows(path: String, threads: Int) throws {
        let survey = try Survey.readToCount(
            CSVFile(path: path), codebook: Codebook.builtIn(), registry: nil, sampling: nil, months: .only,
            wanted: wanted, threads: threads)
        print("\(survey.rows.count) rows")
    }
}
