internal import VolunteerDeployment
internal import ArgumentParser
internal import Basics
internal import Foundation
internal import MonthlyAnalysis
internal import Readiness
internal import SurveyData
internal import SurveyReports

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Analyze one month: reports for leaders, groups and residents, volunteers' lists, tables.",
        discussion: """
            Example:
              sansang analyze 2025-11.csv --groups groups.csv --volunteers volunteers.csv --sampling probability

            Writes one folder, reports/<month> unless --output names another: leader/ (page, workbook, PDF,
            message), public/, groups/, volunteers/ (a list each, booklets, assignments.csv), officer/ (quality,
            tables, rejected rows) and summary.json. The cells of the public page are recorded in a ledger beside it
            (--ledger): later runs of the month print the page as it was published.
            """)

    @OptionGroup var survey: SurveyOptions

    @OptionGroup var deployment: DeploymentOptions

    @Option(
        help:
            "The ward's official counts (CSV: month, procedure, dossiers, online), shown beside the survey's rate."
    )
    var official: String?

    @Option(help: "Map of the residential groups (GeoJSON with group_id). Without it tiles are drawn.")
    var map: String?

    @OptionGroup var sender: SenderOptions

    @Option(help: "Folder to write. Default: reports/<month>.")
    var output: String?

    @Option(
        help:
            "Ledger of published cells (JSON), read and written: what every month's public page showed. One ledger a ward. Default: published-cells.json beside the report folder."
    )
    var ledger: String?

    @Flag(
        help:
            "Replace the month's published page by the new one, if both together tell nobody's answers; else 65."
    )
    var republish = false

    @Option(help: "Language of lists and of leader.html: vi or en.")
    var language: Language = .vi

    @Option(help: "Share of dossiers online that the ward aims at, 0 to 1.")
    var target: Double = 0.8

    @Option(help: "Least change between months that is worth a claim, in percentage points.")
    var relevance: Double = MonthlyChange.usualRelevance * 100

    @Flag(help: "Make no PDF files.")
    var noPdf = false

    @OptionGroup private var threading: ThreadOption

    private var threads: Int { threading.count }

    func validate() throws {
        guard (0...1).contains(target) else {
            throw ValidationError("--target: found \(target); expected a share from 0 to 1, as 0.8.")
        }
        guard (0...100).contains(relevance) else {
            throw ValidationError(
                "--relevance: found \(relevance); expected percentage points from 0 to 100, as 1.")
        }
    }

    func run() throws {
        try reportingErrors {
            let bar = ProgressBar(isQuiet: survey.description.quiet)
            defer { bar.end() }
            var settings = AnalysisSettings(
                surveys: survey.surveys, month: survey.description.month,
                codebook: survey.description.codebook,
                groups: survey.description.groups,
                official: official, map: map,
                sampling: survey.description.sampling,
                reading: survey.description.file.options, target: target, relevance: relevance / 100,
                language: language, threads: threads)
            deployment.apply(to: &settings)
            settings.senders = sender.senders
            settings.progress = bar.show
            let read = try Pipeline.readMonths(settings)
            bar.end()
            try survey.description.checkStrict(read.survey.counts)
            let folder = output ?? "reports/\(read.survey.month ?? ReportContent.undated)"
            // What may not be replaced is said before the work.
            _ = try OutputFolder(folder, inputs: settings.inputs)
            let ledgerFile = try ledgerFile(beside: folder)
            (settings.ledger, settings.isRepublishing, settings.day) = (ledgerFile, republish, today())
            let content = try Pipeline.analyze(read, settings)
            let (staged, files) = try alongside(threads: threads) {
                try Pipeline.ledger(content, after: ledgerFile).map(ledgerFile.staged)
            } _: {
                content.files(language: language, threads: threads)
            }
            let printed = noPdf ? nil : content.printed(language: language)
            if let printed, !survey.description.quiet {
                note("printing \(printed.sheets.count) pages and lists as PDF (--no-pdf leaves them out)")
            }
            let outcome = try OutputFolder(folder, inputs: settings.inputs).write(
                files, printed: printed, threads: threads)
            try staged?.commit()
            if let failure = outcome.printingFailure { note(failure) }
            for line in outcome.notes { note(line) }
            if !survey.description.quiet { explain(content, read) }
            say("\(folder)/leader/leader.html\n")
        }
    }

    /// - Throws: as `LedgerFile`; exit 64 where the ledger would lie in the folder that the report replaces.
    private func ledgerFile(beside folder: String) throws -> LedgerFile {
        let file = try LedgerFile(path: ledger ?? LedgerFile.usualPath(beside: folder))
        guard !file.isInside(folder) else {
            note(
                "sansang: --ledger: found a file inside the report folder \(folder), which every run replaces; expected one "
                    + "outside. Name a file beside the folder.")
            throw ExitCode(64)
        }
        return file
    }

    /// Households asked in both months.
    private static func common(_ earlier: Survey, _ later: Survey) -> Int {
        let ids = Set(earlier.households.map(\.id))
        return later.households.count { ids.contains($0.id) }
    }

    private func explain(_ content: ReportContent, _ read: SurveyMonths) {
        if content.isSynthetic { note(syntheticNote) }
        if content.publication.now != nil {
            note(
                "public page: as published on \(content.publication.page.day); the leader's page shows what differs now "
                    + "(--republish replaces the page where that tells nobody's answers)")
        }
        if content.publication.page.isStopped {
            note("public page: without tables, as small cells cannot be protected")
        }
        note(survey.description.sum(content.survey.counts))
        for earlier in read.earlier {
            note(
                "compared with \(earlier.month ?? "the other files"): \(earlier.households.count) households, "
                    + "\(Self.common(earlier, read.survey)) in both months")
        }
        if let overlap = content.report.change?.overlaps.first {
            let from = overlap.comparableFrom.map { "; from \($0) on it can be" } ?? ""
            note(
                "what was filed is not compared: the form asks for \(overlap.referenceMonths) months, which the "
                    + "earlier months' answers cover too\(from)")
        }
        for file in read.unused { note("not used: \(file) holds another month") }
        for issue in content.survey.issues where issue.code == .forbiddenColumn {
            note("NOTICE: column \"\(issue.column ?? "")\" must not be held: dropped unread.")
        }
        for line in survey.description.issues(content.survey) { note(line) }
        if let line = content.deployment.flatMap({ unaskedNote($0.problem) }) { note(line) }
        if let plan = content.deployment?.plan {
            let english = NumberStyle(.en)
            note(
                "plan: value \(english.decimal(plan.objective, digits: 2)), bound "
                    + "\(english.decimal(plan.bound, digits: 2)), gap "
                    + (plan.gap.map { "\(english.decimal($0 * 100, digits: 2))%" } ?? "unknown")
            )
            if let stability = plan.stability { note(stability.sentence) }
        }
        note("report:")
    }
}
