package import SurveyStatistics

/// Which columns tell how the sample was drawn, and what it is calibrated to.
package struct DesignRequest: Sendable {
    /// nil: weights follow from the populations, else every row counts 1.
    package var weights: String?
    /// By stage, as are `psus` and `populations`; without strata of a later stage each unit above is one.
    package var strata: [String] = []
    /// None: every row is one.
    package var psus: [String] = []
    /// Over 1 the units of the stratum, else the fraction that was drawn.
    package var populations: [String] = []
    package var lonelyPSU = LonelyPSU.fail
    package var postStratification: PopulationRequest?
    package var rakings: [PopulationRequest] = []

    package init() {}

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

    package init(columns: [String], file: String) {
        self.columns = columns
        self.file = file
    }
}
