internal import SurveyStatistics

extension TableDesign {
    /// The error in the words of the file: lines and labels, no numbers of ours.
    func explained(_ error: DesignError) -> EstimateError { Self.explained(error, table, request) }

    static func explained(
        _ error: DesignError, _ table: DataTable, _ request: DesignRequest
    ) -> EstimateError {
        let labels = StageLabels(table, request)
        let option = "\(table.file), --fpc"
        switch error {
        case .lonelyPSU(let stratum):
            return EstimateError(
                "\(table.file), stratum \(labels.name(ofStratum: stratum))",
                found: "a single sampled unit, which alone tells nothing of its variance",
                expected: "two or more",
                action:
                    "Join the stratum to a similar one, or say --lonely-psu remove, certainty, adjust or average."
            )
        case .badPopulation(let row):
            return EstimateError(
                table.place(row: row), found: "another population than in the rows before of its stratum",
                expected: "one for each stratum in \(option)", action: "Correct it.")
        case .sampleOverPopulation(let stratum, let sampled, let population):
            return EstimateError(
                "\(option), stratum \(labels.name(ofStratum: stratum))",
                found: "\(sampled) sampled units of \(population)",
                expected: "at most as many as there are", action: "Correct the population.")
        case .badWeight(let row):
            return EstimateError(
                table.place(row: row), found: "a weight that is no number from 0 on", expected: "one",
                action: "Correct it.")
        case .noStage, .unequalLengths, .populationsDiffer:
            return EstimateError(
                table.file, found: error.description, expected: "a design", action: "Correct the columns.")
        }
    }
}
