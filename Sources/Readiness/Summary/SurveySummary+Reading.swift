package import CSVReader
package import SurveyData

extension SurveySummary {
    /// Summarizes a survey file: what it says is read once, without a list of issues, and counted.
    ///
    /// - Throws: `Diagnostic`, `Diagnostic`.
    package static func read(
        _ file: consuming CSVFile, codebook: Codebook, registry: Registry?, sampling: Sampling?,
        months: MonthChoice, threads: Int, chunkSize: Int = 1 << 18
    ) throws -> SurveySummary {
        try SurveySummary(
            Survey.readToCount(
                file, codebook: codebook, registry: registry, sampling: sampling, months: months,
                wanted: TallyPlan.wanted, threads: threads, chunkSize: chunkSize),
            threads: threads)
    }
}
