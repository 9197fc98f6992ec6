/// How replicates of a sample are made.
public enum ReplicationMethod: Sendable {
    /// Each PSU left out in turn: one stratum.
    case jk1
    /// Each PSU left out in turn, the others of its stratum standing in for it.
    case jkn
    /// n − 1 PSUs of each stratum drawn again with replacement and rescaled.
    ///
    /// - Source: J. N. K. Rao and C. F. J. Wu, JASA 83 (1988) 231–241; R survey 4.1-1 `subbootweights`.
    case bootstrap(replicates: Int, seed: UInt64)
}

/// Why a sample has no replicates of the kind asked for.
public enum ReplicationError: Error, Equatable, CustomStringConvertible {
    /// JK1 of a design with strata.
    case strata
    /// A stratum with one PSU, that is not taken whole.
    case lonelyPSU(stratum: Int)
    /// Fewer than two replicates asked for.
    case tooFew
    /// The weights were calibrated before: replicates must be made first, and each calibrated.
    case alreadyCalibrated
    /// A replicate whose weights could not be calibrated.
    case calibration(replicate: Int, CalibrationError)

    /// What is wrong and what was expected.
    public var description: String {
        switch self {
        case .strata: "found strata; expected none for JK1: use JKn"
        case .lonelyPSU(let stratum): "stratum \(stratum): found a single sampled unit; expected two or more"
        case .tooFew: "found fewer than two replicates; expected two or more"
        case .alreadyCalibrated:
            "found calibrated weights; expected the design as drawn"
        case .calibration(let replicate, let error): "replicate \(replicate + 1): \(error)"
        }
    }
}
