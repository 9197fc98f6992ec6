internal import ArgumentParser
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

    static func main() {
        Streams.prepare()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let (status, text) = (exitCode(for: error), fullMessage(for: error))
            if !text.isEmpty {
                // Help and version are what was asked for.
                if status.isSuccess { say(text + "\n") } else { note(text) }
            }
            Foundation.exit(Streams.status(status.rawValue))
        }
        Foundation.exit(Streams.status(0))
    }
}
