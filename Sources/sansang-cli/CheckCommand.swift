internal import ArgumentParser
internal import Basics
internal import Foundation
internal import MonthlyAnalysis
internal import Readiness
internal import SurveyData
internal import SurveyReports

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check survey files: what is read, what is rejected, what to correct.",
        discussion: """
            Example:
              sansang check 2025-11.csv --groups groups.csv --output check
            """)

    @OptionGroup var survey: SurveyOptions

    @Option(help: "Folder for quality.html, rejected.csv, revisits.csv and changes.csv.")
    var output: String?

    @Option(
        help:
            "Ledger of published cells (JSON): is it this ward's, and which of the months are published? Default: reports/published-cells.json, where there is one."
    )
    var ledger: String?

    @Option(help: "Language of quality.html and of the CSV files: vi or en.")
    var language: Language = .vi

    @Option(help: "Seed of the shuffles that near-duplicates are measured by.")
    var seed: UInt64 = 1

    @Flag(help: "Print how far the interviews of each residential group have come.")
    var progress = false

    @Flag(help: "Print everything as one JSON document.")
    var json = false

    func run() throws {
        try reportingErrors {
            let bar = ProgressBar(isQuiet: survey.description.quiet)
            defer { bar.end() }
            var settings = AnalysisSettings(
                surveys: survey.surveys, month: survey.description.month,
                codebook: survey.description.codebook,
                groups: survey.description.groups,
                sampling: survey.description.sampling, reading: survey.description.file.options)
            settings.progress = bar.show
            settings.threads = ThreadOption.processors
            let read = try Pipeline.check(settings)
            bar.end()
            let published = try publishedMonths(read)
            let report = QualityReport(read, seed: seed, threads: settings.threads)
            if let output {
                let outcome = try OutputFolder(output, inputs: settings.inputs).write(files(report))
                for line in outcome.notes { note(line) }
            }
            say(json ? CheckDocument(report).text() : inert(text(report) + published))
            if progress, !json { say(inert(progressText(report))) }
            if read.households.isEmpty || survey.description.strict && read.counts.rejected > 0 {
                throw ExitCode(65)
            }
        }
    }

    /// A line for each month of the survey that was published: a new analysis prints its page as it was.
    ///
    /// - Throws: as `LedgerFile`, for a ledger that was named.
    private func publishedMonths(_ read: Survey) throws -> String {
        let file = try LedgerFile(path: ledger ?? "reports/\(LedgerFile.usualName)")
        do {
            try file.check(read)
        } catch {
            // Nobody said that the usual ledger is about this survey.
            if ledger == nil { return "" }
            throw error
        }
        let months = (file.ledger(of: read)?.months ?? []).filter { published in
            published.month == read.month || read.months.contains { $0.month == published.month }
        }
        return months.map { published in
            let page = published.page
            let shown = page.isStopped ? 0 : page.cells.count { $0.isShown }
            return
                "published: \(published.month) on \(page.day), \(shown) of \(page.cells.count) cells shown; analyze "
                + "prints the public page as published\n"
        }.joined()
    }

    private func files(_ report: QualityReport) -> [ReportFile] {
        let survey = report.survey
        let isSynthetic = survey.isSynthetic
        return [
            ("quality.html", QualityPage(report, isSynthetic: isSynthetic, language: language).page()),
            ("rejected.csv", IssueTable(survey, isSynthetic: isSynthetic, language: language).text()),
            ("revisits.csv", RevisitTable(report, isSynthetic: isSynthetic, language: language).text()),
            ("changes.csv", ChangesTable(survey, isSynthetic: isSynthetic, language: language).text()),
        ].map { ReportFile(path: $0.0, text: $0.1, isPrivate: true) }
    }

    /// A line for each group that is behind, then the sum.
    private func progressText(_ report: QualityReport) -> String {
        let rows = report.progress
        let behind = rows.filter(\.isBehind).map { row in
            let expected = row.expected.map { ", expected about \(Int($0.rounded()))" } ?? ""
            let last = row.lastDay.map { ", last on \($0.text)" } ?? ""
            return "behind: \(row.group.id.text) \(row.interviews) interviews\(expected)\(last)\n"
        }
        return behind.joined()
            + "\(rows.count { !$0.isBehind }) of \(rows.count) residential groups have at least half the interviews "
            + "expected\n"
    }

    /// A short report for a person: the sum, then each kind of issue with its first places.
    private func text(_ report: QualityReport) -> String {
        let read = report.survey
        var lines = read.isSynthetic ? [syntheticNote] : []
        lines.append(survey.description.sum(read.counts))
        for (repair, count) in read.repairs.sorted(by: { $0.key < $1.key }) {
            lines.append("repaired: \(repair) \(count)")
        }
        for code in DataIssue.Code.allCases {
            let issues = read.issues.filter { $0.code == code }
            guard let first = issues.first else { continue }
            lines.append("\(code.rawValue): \(issues.count)\(code.rejectsRecord ? " rejected" : "")")
            for issue in issues.prefix(3) {
                var place = issue.place
                if let column = issue.column { place += ": \(column)" }
                lines.append("  \(place): expected \(issue.expected)")
            }
            if issues.count > 3 {
                lines.append("  … and \(issues.count - 3) more (--output writes rejected.csv)")
            }
            lines.append("  \(first.action)")
        }
        lines += lookAgain(report)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is no error, but asks for another look.
    private func lookAgain(_ report: QualityReport) -> [String] {
        let contradictions = report.contradictions.filter { !$0.rows.isEmpty }
        var lines = contradictions.map { "look again: \($0.rule.rawValue) \($0.rows.count)" }
        if !report.nearDuplicates.isEmpty {
            lines.append("look again: near-duplicates \(report.nearDuplicates.count)")
        }
        if !report.outliers.isEmpty { lines.append("look again: outliers \(report.outliers.count)") }
        for check in report.interviewers where !check.reasons.isEmpty {
            let reasons = check.reasons.map(\.rawValue).joined(separator: ", ")
            lines.append("look again: interviewer \(check.interviewer): \(reasons)")
        }
        if !report.revisits.isEmpty {
            lines.append("  \(report.revisits.count) households to ask again (--output writes revisits.csv)")
        }
        return lines
    }
}
