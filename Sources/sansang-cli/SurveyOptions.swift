internal import ArgumentParser
internal import CSVReader
internal import MonthlyAnalysis
internal import SurveyData

/// What `analyze` and `check` ask alike.
struct SurveyOptions: ParsableArguments {
    @Argument(help: "Survey files (CSV or .xlsx); - reads standard input.")
    var surveys: [String]

    @OptionGroup var description: SurveyDescription
}

/// What all commands that read surveys ask alike.
struct SurveyDescription: ParsableArguments {
    @Option(
        help:
            "The month to analyze, as 2025-10, or a period of one survey, as 2025-08..2025-10. Needed if the files hold several."
    )
    var month: Period?

    @Option(help: "Codebook (YAML) that describes the survey's columns. Default: the ward's own.")
    var codebook: String?

    @Option(help: "The ward's residential groups (CSV).")
    var groups: String?

    @Option(help: "How households came in: probability, census or volunteer. Default: as the codebook says.")
    var sampling: Sampling?

    @OptionGroup var file: FileOptions

    @Flag(help: "Exit with 65 if any record is rejected.")
    var strict = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    /// - Throws: exit 65 where `--strict` forbids what was read.
    func checkStrict(_ counts: ReadingCounts) throws {
        guard strict, counts.rejected > 0 else { return }
        note("sansang: \(sum(counts)); --strict allows no rejected record. Run sansang check.")
        throw ExitCode(65)
    }

    /// What was found in the files, a line a kind, with its first place: what `check` lists at length.
    func issues(_ survey: Survey) -> [String] {
        DataIssue.Code.allCases.compactMap { code in
            let issues = survey.issues.filter { $0.code == code }
            guard let first = issues.first, code != .forbiddenColumn else { return nil }
            let line = first.line.map { "first in line \($0) of \(first.file)" } ?? first.file
            let place = first.cell == nil ? line : "first at \(first.place)"
            let column = first.column.map { ", column \($0)" } ?? ""
            return "found \(code.rawValue) \(issues.count) (\(place)\(column)); sansang check says more"
        }
    }

    /// The line that every report prints.
    func sum(_ counts: ReadingCounts) -> String {
        "read \(counts.read) = accepted \(counts.accepted) + rejected \(counts.rejected) + blank \(counts.blank)"
            + " + totals rows \(counts.totalsRows)"
            + (counts.withoutInterview > 0 ? " + without interview \(counts.withoutInterview)" : "")
    }
}

/// How a file of a survey is read.
struct FileOptions: ParsableArguments {
    @Option(
        help:
            "Character encoding of a survey's text files (\(TextEncoding.names)). Default: found by evidence."
    )
    var encoding: TextEncoding?

    @Option(help: "The sheet of a workbook (.xlsx) that holds the survey. Default: the first.")
    var sheet: String?

    var options: CSVOptions { CSVOptions(encoding: encoding, sheet: sheet) }
}

extension Period: ExpressibleByArgument {
    /// The period that a person names.
    public init?(argument: String) { self.init(argument) }
}
extension Sampling: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {
    /// The encoding that a person names.
    public init?(argument: String) { self.init(named: argument) }
}
