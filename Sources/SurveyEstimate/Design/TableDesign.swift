package import Basics
package import SurveyStatistics

/// The design that a table's columns tell.
package struct TableDesign: Sendable {
    /// Where the weights come from.
    package enum WeightSource: Sendable {
        case column, populations, equal
    }

    package let design: SurveyDesign
    package let weightSource: WeightSource
    /// How files of totals were read, in words.
    package let notes: [String]
    let table: DataTable
    let request: DesignRequest

    /// Binds a design; calibration follows with `calibrated()`.
    ///
    /// - Throws: `Diagnostic`, naming the first row without a weight, stratum, unit or population, or a stratum
    ///   whose population does not fit.
    package init(_ table: DataTable, _ request: DesignRequest) throws(Diagnostic) {
        try Self.check(table, request)
        let labels = StageLabels(table, request)
        var stages: [SamplingStage] = []
        for stage in 0..<labels.stageCount {
            let population =
                stage < request.populations.count
                ? try Self.population(table, request.populations[stage]) : nil
            stages.append(
                SamplingStage(
                    strata: labels.strata(ofStage: stage), units: labels.units(ofStage: stage),
                    population: population))
        }
        let weights: [Double]
        if let name = request.weights {
            weights = try Self.weights(table, name)
            weightSource = .column
        } else if request.populations.isEmpty {
            weights = Array(repeating: 1, count: table.rowCount)
            weightSource = .equal
        } else {
            weights = StageWeights.of(stages, rows: table.rowCount)
            weightSource = .populations
        }
        notes = []
        self.table = table
        self.request = request
        do throws(DesignError) {
            design = try SurveyDesign(weights: weights, stages: stages, lonelyPSU: request.lonelyPSU)
        } catch {
            throw Self.explained(error, table, request)
        }
    }

    init(_ design: SurveyDesign, of other: TableDesign, notes: [String]) {
        self.notes = notes
        self.design = design
        weightSource = other.weightSource
        table = other.table
        request = other.request
    }

    private static func check(_ table: DataTable, _ request: DesignRequest) throws(Diagnostic) {
        if table.rowCount == 0 {
            throw Diagnostic(
                .badEstimate, file: table.file, found: "a header and no rows", expected: "rows of data",
                action: "Export the survey again.")
        }
        let stages = max(1, request.psus.count)
        // Strata of one stage are crossed.
        let strata = stages == 1 ? min(1, request.strata.count) : request.strata.count
        for (option, count) in [("--strata", strata), ("--fpc", request.populations.count)]
        where count > stages {
            throw Diagnostic(
                .usage, file: option, found: "\(count) stages", expected: "at most \(stages), as --psu says",
                action: "Name the sampled units of every stage: --psu a+b.")
        }
        for (option, names) in [("--strata", request.strata), ("--psu", request.psus)] {
            for name in names { try table.requireAnswers(name, for: option) }
        }
    }

    private static func weights(_ table: DataTable, _ name: String) throws(Diagnostic) -> [Double] {
        let weights = try table.complete(name, for: "--weights")
        if let row = weights.firstIndex(where: { $0 < 0 }) {
            throw Diagnostic(
                .badEstimate, file: table.place(row: row, column: name), found: "a negative weight",
                expected: "0 or more",
                action: "Correct it.")
        }
        return weights
    }

    private static func population(
        _ table: DataTable, _ name: String
    ) throws(Diagnostic) -> FinitePopulation {
        let sizes = try table.complete(name, for: "--fpc")
        if let row = sizes.firstIndex(where: { !($0 > 0) }) {
            throw Diagnostic(
                .badEstimate, file: table.place(row: row, column: name), found: "0 or less",
                expected: "the units of the stratum, or the fraction of them that was drawn",
                action: "Correct it.")
        }
        return FinitePopulation(sizes)
    }
}
