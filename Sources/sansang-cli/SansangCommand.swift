internal import ArgumentParser
internal import Basics
internal import Foundation

/// The command line. Data go to standard output, everything else to standard error.
@main
struct SansangCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sansang",
        abstract:
            "Digital readiness of a ward's households: who files online, what stops the others, who goes where.",
        discussion: """
            Examples:
              sansang analyze 2025-11.csv --groups groups.csv --volunteers volunteers.csv --sampling probability
              sansang check 2025-11.csv --groups groups.csv
              sansang estimate apistrat.csv --mean api00 --by stype --weights pw --strata stype
              sansang records export.csv --delimiter ';'
              sansang synthesize --households 4000 --months 3 --seed 1 --output samples
              sansang codebook check codebook.yaml
            """,
        version: "0.1.0",
        subcommands: [
            AnalyzeCommand.self, CheckCommand.self, EstimateCommand.self, RecordsCommand.self,
            SynthesizeCommand.self,
            PlanCommand.self, SummarizeCommand.self, MergeCommand.self,
            CodebookCommand.self,
        ])

    /// As the parser runs a command, but what a mistake echoes of the command line steers no terminal.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            guard code != .success else { exit(withError: error) }
            let message = fullMessage(for: error)
            if !message.isEmpty { note(message) }
            Foundation.exit(code.rawValue)
        }
    }
}
