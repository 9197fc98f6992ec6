internal import ArgumentParser
internal import MonthlyAnalysis
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

    @Option(help: "Folder for rejected.csv.")
    var output: String?

    @Flag(help: "Print everything as one JSON document.")
    var json = false

    func run() throws {
        try reportingErrors {
            let settings = AnalysisSettings(
                surveys: survey.surveys, month: survey.description.month,
                codebook: survey.description.codebook,
                groups: survey.description.groups,
                sampling: survey.description.sampling, encoding: survey.description.encoding)
            let read = try Pipeline.read(settings)
            if let output {
                let file = ReportFile(path: "rejected.csv", text: IssueTable(read).text(), isPrivate: true)
                try ReportFolder.write([file], to: output)
            }
            say(json ? CheckDocument(read).text() : text(read))
            if read.households.isEmpty || survey.description.strict && read.counts.rejected > 0 {
                throw ExitCode(65)
            }
        }
    }

    /// A short report for a person: the sum, then each kind of issue with its first places.
    private func text(_ read: Survey) -> String {
        var lines = [survey.description.sum(read.counts)]
        for (repair, count) in read.repairs.sorted(by: { $0.key < $1.key }) {
            lines.append("repaired: \(repair) \(count)")
        }
        for code in DataIssue.Code.allCases {
            let issues = read.issues.filter { $0.code == code }
            guard let first = issues.first else { continue }
            lines.append("\(code.rawValue): \(issues.count)\(code.rejectsRecord ? " rejected" : "")")
            for issue in issues.prefix(3) {
                var place = issue.file
                if let line = issue.line { place += ":\(line)" }
                if let column = issue.column { place += ": \(column)" }
                lines.append("  \(place): expected \(issue.expected)")
            }
            if issues.count > 3 {
                lines.append("  … and \(issues.count - 3) more (--output writes rejected.csv)")
            }
            lines.append("  \(first.action)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
