/// Why weights cannot be calibrated.
public enum CalibrationError: Error, Equatable, CustomStringConvertible {
    /// Labels or covariates are not one for each row.
    case unequalLengths(found: Int, expected: Int)
    /// A label of the sample has no population total, or the total is no number from 0 on.
    case noTotal(label: Int)
    /// A population total above 0 for a label that the sample does not have.
    case emptyCell(label: Int)
    /// The totals of two margins are of populations of different size.
    case unequalTotals(first: Double, second: Double)
    /// Margins that contradict each other in this sample: no weights reach them all.
    case unreached(label: Int, wanted: Double, reached: Double)
    /// Covariates that are linear combinations of one another.
    case singularCovariates
    /// The totals were not reached; with bounds: perhaps they cannot be.
    case notConverged(rounds: Int)

    /// What is wrong and what was expected.
    public var description: String {
        switch self {
        case .unequalLengths(let found, let expected):
            "found \(found) labels or covariates; expected one for each of \(expected) rows"
        case .noTotal(let label): "cell \(label): found no population total; expected a number, 0 or more"
        case .emptyCell(let label):
            "cell \(label): found a population total, but no case in the sample; merge it with another cell"
        case .unequalTotals(let first, let second):
            "found margins that add up to \(first) and \(second); expected the same population"
        case .unreached(let label, let wanted, let reached):
            "cell \(label): reached \(reached) of its total \(wanted); the margins contradict each other in this sample"
        case .singularCovariates:
            "found covariates that follow from one another; expected each to say something of its own"
        case .notConverged(let rounds):
            "found no weights that reach the totals in \(rounds) rounds; loosen the bounds or merge cells"
        }
    }
}
