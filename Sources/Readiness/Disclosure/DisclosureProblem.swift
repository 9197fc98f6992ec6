/// Why tables cannot be judged.
package enum DisclosureProblem: Error, Equatable, CustomStringConvertible {
    /// Limit, rounding and protection do not fit together.
    case settings
    /// Two figures have one id.
    case repeated(String)
    /// A relation, change or base names a figure that is not there.
    case unknown(String)
    /// A count is negative or above its base.
    case impossible(String)
    /// The parts of this total do not add up to it, or its bases are not related as claimed.
    case contradiction(total: String)

    /// One sentence, without counts.
    package var description: String {
        switch self {
        case .settings: "rounding must be 1 to the limit, and protection at least 2"
        case .repeated(let id): "figure \(id) is given twice"
        case .unknown(let id): "figure \(id) is named but not given"
        case .impossible(let id): "figure \(id) has a count that is negative or above its base"
        case .contradiction(let total): "the parts of figure \(total) do not add up to it"
        }
    }
}
