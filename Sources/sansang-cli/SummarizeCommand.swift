internal import ArgumentParser
internal import CSVReader
internal import Foundation
internal import MonthlyAnalysis
internal import Readiness
internal import SurveyData
internal import SurveyReports

struct SummarizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "Turn a survey file into a small table of counts that adds exactly to others.",
        discussion: """
            Example:
              sansang summarize ward-01.csv --groups groups-01.csv > ward-01.json
              sansang merge ward-*.json > province.json

            With --output a folder gets the counts (summary-part.json) and every estimate with its interval
            (figures.json). The counts hold no household's record, but a cell of few households is as private as the survey.
            """)

    @Argument(help: "A survey file (CSV or .xlsx); - reads standard input.")
    var survey: String

    @OptionGroup var description: SurveyDescription

    @OptionGroup var figures: FigureOptions

    func run() throws {
        try reportingErrors {
            let bar = ProgressBar(isQuiet: description.quiet)
            defer { bar.end() }
            var settings = AnalysisSettings(
                surveys: [survey], month: description.month, codebook: description.codebook,
                groups: description.groups, sampling: description.sampling, reading: description.file.options,
                threads: figures.threads)
            settings.progress = bar.show
            let summary = try Pipeline.summarize(settings)
            bar.end()
            try figures.write(summary, inputs: settings.inputs)
            if !description.quiet {
                if summary.isSynthetic { note(syntheticNote) }
                note(description.sum(summary.counts))
            }
            try description.checkStrict(summary.counts)
        }
    }
}

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Add the summaries of several surveys of one month, exactly.",
        discussion: """
            Example:
              sansang merge ward-*.json --output province

            Households that stand in two parts are counted twice: parts hold no ids. Means, shares, ratios, totals and
            their variances come out of parts; quantiles, raking, replicates and the change between months need the
            records (sansang estimate, sansang analyze).
            """)

    @Argument(help: "Summaries that sansang summarize or merge wrote.")
    var parts: [String]

    @OptionGroup var figures: FigureOptions

    func run() throws {
        try reportingErrors {
            let sum = try Pipeline.merge(parts)
            try figures.write(sum, inputs: parts)
            if sum.isSynthetic { note(syntheticNote) }
        }
    }
}

/// What becomes of counts: alike for `summarize` and `merge`.
struct FigureOptions: ParsableArguments {
    @Option(
        help: "Folder to write summary-part.json and figures.json to. Default: the counts to standard output."
    )
    var output: String?

    @Option(help: "Share of dossiers online that is aimed at, 0 to 1.")
    var target: Double = 0.8

    @Option(help: "Language of names in figures.json: vi or en.")
    var language: Language = .vi

    @OptionGroup private var threading: ThreadOption

    var threads: Int { threading.count }

    func validate() throws {
        guard (0...1).contains(target) else {
            throw ValidationError("--target: found \(target); expected a share from 0 to 1, as 0.8.")
        }
    }

    func write(_ summary: SurveySummary, inputs: [String]) throws {
        guard let output else {
            say(PartDocument(summary).text(threads: threads))
            return
        }
        let files = try Pipeline.files(summary, target: target, language: language, threads: threads)
        for line in try OutputFolder(output, inputs: inputs).write(files).notes { note(line) }
    }
}
