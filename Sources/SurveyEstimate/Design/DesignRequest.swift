package import CSVReader
package import SurveyStatistics

/// Which columns tell how the sample was drawn, and what it is calibrated to.
package struct DesignRequest: Sendable {
    /// nil: weights follow from the populations, else every row counts 1.
    package var weights: String?
    /// Of a sample of one stage: crossed. Of several stages: by stage, as are `psus` and `populations`; without strata of
    /// a later stage each unit above is one.
    package var strata: [String] = []
    /// None: every row is one.
    package var psus: [String] = []
    /// Over 1 the units of the stratum, else the fraction that was drawn.
    package var populations: [String] = []
    package var lonelyPSU = LonelyPSU.fail
    package var postStratification: PopulationRequest?
    package var rakings: [PopulationRequest] = []

    package init() {}

    /// The columns whose crossing tells the strata of a stage apart.
    func strata(ofStage stage: Int) -> [String] {
        psus.count < 2 ? (stage == 0 ? strata : []) : Array(strata.dropFirst(stage).prefix(1))
    }

    /// Columns of which it takes numbers.
    package var numberColumns: [String] { [weights].compactMap(\.self) + populations }

    /// Columns that it speaks of.
    package var columns: Set<String> {
        Set([weights].compactMap(\.self) + strata + psus + populations)
            .union(postStratification?.columns ?? []).union(rakings.flatMap(\.columns))
    }
}

/// A calibration as asked for: crossed columns and the file with their population totals.
package struct PopulationRequest: Sendable {
    package let columns: [String]
    package let file: String
    /// The decimal mark of its numbers; nil: by evidence.
    package let decimal: NumberMarks.Decimal?

    package init(columns: [String], file: String, decimal: NumberMarks.Decimal? = nil) {
        self.columns = columns
        self.file = file
        self.decimal = decimal
    }
}
