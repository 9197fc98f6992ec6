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

            The counts hold no household's record, but a cell of few households is as private as the survey.
            """)

    @Argument(help: "A survey file (CSV); - reads standard input.")
    var survey: String

    @OptionGroup var description: SurveyDescription

    @Option(help: "Threads to use. The figures never depend on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard threads >= 1 else { throw ValidationError("--threads: found \(threads); expected 1 or more.") }
    }

    func run() throws {
        try reportingErrors {
            let bar = ProgressBar(isQuiet: description.quiet)
            defer { bar.end() }
            var settings = AnalysisSettings(
                surveys: [survey], month: description.month, codebook: description.codebook,
                groups: description.groups, sampling: description.sampling, encoding: description.encoding,
                threads: threads)
            settings.progress = bar.show
            let summary = try Pipeline.summarize(settings)
            bar.end()
            say(PartDocument(summary).text())
            if !description.quiet { note(description.sum(summary.counts)) }
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

            Households that stand in two parts are counted twice: parts hold no ids.
            """)

    @Argument(help: "Summaries that sansang summarize or merge wrote.")
    var parts: [String]

    @Option(help: "Folder to write summary-part.json to. Default: standard output.")
    var output: String?

    func run() throws {
        try reportingErrors {
            let text = PartDocument(try Pipeline.merge(parts)).text()
            guard let output else {
                say(text)
                return
            }
            try ReportFolder.write(
                [ReportFile(path: "summary-part.json", text: text, isPrivate: true)], to: output)
        }
    }
}
