internal import Basics
internal import SurveyStatistics

extension TableDesign {
    /// The error in the words of the file: lines and labels, no numbers of ours.
    func explained(_ error: DesignError) -> Diagnostic { Self.explained(error, table, request) }

    static func explained(
        _ error: DesignError, _ table: DataTable, _ request: DesignRequest
    ) -> Diagnostic {
        let labels = StageLabels(table, request)
        let option = "\(table.file), --fpc"
        switch error {
        case .lonelyPSU(let stratum):
            return Diagnostic(
                .badEstimate, file: "\(table.file), stratum \(labels.name(ofStratum: stratum))",
                found: "a single sampled unit, which alone tells nothing of its variance",
                expected: "two or more",
                action:
                    "Join the stratum to a similar one, or say --lonely-psu remove, certainty, adjust or average."
            )
        case .badPopulation(let row):
            return Diagnostic(
                .badEstimate, file: table.place(row: row),
                found: "another population than in the rows before of its stratum",
                expected: "one for each stratum in \(option)", action: "Correct it.")
        case .sampleOverPopulation(let stratum, let sampled, let population):
            return Diagnostic(
                .badEstimate, file: "\(option), stratum \(labels.name(ofStratum: stratum))",
                found: "\(sampled) sampled units of \(population)",
                expected: "at most as many as there are", action: "Correct the population.")
        case .badWeight(let row):
            return Diagnostic(
                .badEstimate, file: table.place(row: row), found: "a weight that is no number from 0 on",
                expected: "one",
                action: "Correct it.")
        case .noStage, .unequalLengths, .populationsDiffer:
            return Diagnostic(
                .badEstimate, file: table.file, found: error.description, expected: "a design",
                action: "Correct the columns.")
        }
    }
}
