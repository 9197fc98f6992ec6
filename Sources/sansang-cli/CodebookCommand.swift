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
            commandName: "check", abstract: "Read a codebook and say what is in it, or what is wrong with it."
        )

        @Argument(help: "The codebook (YAML).")
        var file: String

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
            }
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

        @Argument(help: "A survey file (CSV); - reads standard input.")
        var survey: String

        @Option(help: "Character encoding (\(TextEncoding.names)). Default: found by evidence.")
        var encoding: TextEncoding?

        func run() throws {
            try reportingErrors {
                say(try CodebookDraft(path: survey, options: CSVOptions(encoding: encoding)).yaml())
            }
        }
    }
}
