internal import ArgumentParser
internal import MonthlyAnalysis
internal import SurveyReports
internal import SyntheticWard

struct SynthesizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synthesize",
        abstract: "Make a ward that does not exist, with known truth, from a seed.",
        discussion: """
            Example:
              sansang synthesize --households 4000 --months 3 --seed 1 --output ward

            Writes a survey a month, groups.csv, volunteers.csv, registry.csv (every household of the ward), a map and the truth.
            The last column of each table says that its rows are made up, and whatever is made of them says so too.
            """)

    @Option(help: "Households interviewed each month.")
    var households: Int

    @Option(help: "Months, from September 2025.")
    var months: Int

    @Option(help: "The seed: the same seed makes the same bytes.")
    var seed: UInt64

    @Option(help: "Folder to write.")
    var output: String

    @Option(help: "canonical, vietnamese (Excel, ;) or kobo.")
    var dialect: SurveyDialect = .canonical

    func validate() throws {
        guard households >= 1, households <= 10_000_000 else {
            throw ValidationError("--households: found \(households); expected 1 to 10000000.")
        }
        guard (1...120).contains(months) else {
            throw ValidationError("--months: found \(months); expected 1 to 120.")
        }
    }

    func run() throws {
        try reportingErrors {
            let settings = SyntheticWardSettings(
                households: households, months: months, seed: seed, dialect: dialect)
            try DataFolder.write(synthesize(settings).map { ($0.name, $0.pieces) }, to: output)
            say("\(output)\n")
        }
    }
}

extension SurveyDialect: ExpressibleByArgument {}
