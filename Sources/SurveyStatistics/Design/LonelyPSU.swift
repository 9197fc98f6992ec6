/// What to do in a stratum with a single sampled PSU, which alone tells nothing of its variance.
///
/// - Source: R package survey, `options("survey.lonely.psu")`.
public enum LonelyPSU: String, Sendable, CaseIterable, Codable {
    /// Refuse to make an estimate.
    case fail
    /// Leave the stratum's variance out.
    case remove
    /// The PSU was certain to be drawn: no variance.
    case certainty
    /// Compare the PSU with the whole sample instead of its stratum: errs on the large side.
    case adjust
    /// Give the stratum the mean variance of the others.
    case average
}

/// The finite population of each row's stratum.
public struct FinitePopulation: Sendable {
    /// One a row: over 1 the number of PSUs in the stratum, else the fraction sampled.
    public let perRow: [Double]

    /// One number a row, the same within a stratum.
    public init(_ perRow: [Double]) { self.perRow = perRow }
}

/// Why numbers make no design, or a design gives no variance.
public enum DesignError: Error, Equatable, CustomStringConvertible {
    /// A design without any stage.
    case noStage
    /// Weights, strata, PSUs or populations are not one for each row.
    case unequalLengths(what: String, found: Int, expected: Int)
    /// A weight that is negative or no number.
    case badWeight(row: Int)
    /// A population that is no number, not above 0, or differs within a stratum.
    case badPopulation(row: Int)
    /// A stratum whose households tell different population sizes, or one that is not above 0.
    case populationsDiffer(stratum: String)
    /// More PSUs sampled than the stratum has.
    case sampleOverPopulation(stratum: Int, sampled: Int, population: Double)
    /// A stratum with one PSU, under `LonelyPSU.fail`.
    case lonelyPSU(stratum: Int)

    /// What is wrong, with its place.
    public var description: String {
        switch self {
        case .noStage: "found no stage of sampling; expected at least one"
        case .unequalLengths(let what, let found, let expected):
            "found \(found) \(what); expected one for each of \(expected) rows"
        case .badWeight(let row): "row \(row + 1): found no weight; expected a number, 0 or more"
        case .badPopulation(let row):
            "row \(row + 1): found no population size; expected a number above 0, the same in all rows of a stratum"
        case .populationsDiffer(let stratum):
            "stratum \"\(stratum)\": found different population sizes; expected one number above 0"
        case .sampleOverPopulation(let stratum, let sampled, let population):
            "stratum \(stratum): found \(sampled) sampled units of a population of \(population); expected at most all"
        case .lonelyPSU(let stratum):
            "stratum \(stratum): found a single sampled unit; expected two or more, or a rule for lonely PSUs"
        }
    }
}
