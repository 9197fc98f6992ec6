internal import ArgumentParser
internal import Basics
internal import CSVReader
internal import MonthlyAnalysis
internal import SurveyData

struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook", abstract: "Codebooks: how a survey's columns become variables.",
        subcommands: [Check.self, Suggest.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Read a codebook and say what is in it, or what is wrong with it.",
            discussion: """
                Example:
                  sansang codebook check export.yaml --against export.csv
                """)

        @Argument(help: "The codebook (YAML).")
        var file: String

        @Option(help: "A survey file (CSV or .xlsx): does it have the columns that the codebook names?")
        var against: String?

        @OptionGroup var reading: FileOptions

        func run() throws {
            try reportingErrors {
                let codebook = try Codebook(path: file)
                let mapped = Variable.allCases.filter { codebook.variables[$0] != nil }
                let absent = Variable.allCases.filter { codebook.variables[$0] == nil }
                say(inert("codebook \(codebook.name): sampling \(codebook.sampling.rawValue)\n"))
                say("variables: \(mapped.map(\.name).joined(separator: ", "))\n")
                if !absent.isEmpty { say("not asked: \(absent.map(\.name).joined(separator: ", "))\n") }
                if !codebook.groupings.isEmpty {
                    say(inert("groupings: \(codebook.groupings.map(\.name).joined(separator: ", "))\n"))
                }
                if let against {
                    try compare(CodebookFit(codebook, path: against, options: reading.options))
                }
            }
        }

        /// Says what the codebook and the file do not have in common.
        ///
        /// - Throws: exit 65 where the codebook cannot read the file.
        private func compare(_ fit: CodebookFit) throws {
            var lines = fit.absent.map { absent in
                "no column \(quoted(absent.header)), which \(absent.reader) is read from"
                    + (absent.nearest.map { "; nearest: \(quoted($0))" } ?? "")
            }
            if !fit.unused.isEmpty {
                lines.append("columns that nothing is read from (\(fit.unused.count)):")
                lines += fit.unused.map { "  \(quoted($0))" }
            }
            if lines.isEmpty {
                lines = ["every header of the codebook has a column, and every column is used"]
            }
            say(inert(lines.joined(separator: "\n") + "\n"))
            if let fault = fit.fault { throw fault }
        }

        /// A header as a person looks for it, on one line.
        private func quoted(_ header: String) -> String {
            "\"\(header.split(whereSeparator: \.isNewline).joined(separator: " "))\""
        }
    }

    struct Suggest: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "suggest",
            abstract: "Draft a codebook from an unknown survey file, with the evidence of each guess.",
            discussion: """
                Example:
                  sansang codebook suggest export.csv > export.yaml
                """)

        @Argument(help: "A survey file (CSV or .xlsx); - reads standard input.")
        var survey: String

        @OptionGroup var reading: FileOptions

        func run() throws {
            try reportingErrors {
                let draft = try CodebookDraft(path: survey, options: reading.options)
                say(draft.yaml())
                for line in draft.notes { note("note: \(line)") }
            }
        }
    }
}
