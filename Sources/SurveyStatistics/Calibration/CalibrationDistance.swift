internal import Foundation

/// How far a calibrated weight may go from the one before: g = weight after ÷ weight before, as a function of the
/// linear predictor u.
///
/// - Source: Deville and Särndal (1992), table 1; R survey 4.1-1 `cal.linear`, `cal.raking`, `cal.logit`.
public enum CalibrationDistance: Sendable {
    /// g = 1 + u, held inside the bounds where there are any (GREG).
    case linear(ClosedRange<Double>?)
    /// g = exp u: never negative.
    case raking
    /// g between the bounds, smoothly; the bounds hold 1.
    case logit(ClosedRange<Double>)

    func ratio(_ u: Double) -> Double {
        switch self {
        case .linear(let bounds): bounds.map { min(max(1 + u, $0.lowerBound), $0.upperBound) } ?? 1 + u
        case .raking: exp(u)
        case .logit(let bounds):
            Self.logit(u, bounds)
        }
    }

    func slope(_ u: Double) -> Double {
        switch self {
        case .linear(let bounds):
            bounds.map { 1 + u > $0.lowerBound && 1 + u < $0.upperBound ? 1 : 0 } ?? 1
        case .raking: exp(u)
        case .logit(let bounds):
            Self.steepness(bounds) * (Self.logit(u, bounds) - bounds.lowerBound)
                * (bounds.upperBound - Self.logit(u, bounds)) / (bounds.upperBound - bounds.lowerBound)
        }
    }

    private static func steepness(_ bounds: ClosedRange<Double>) -> Double {
        (bounds.upperBound - bounds.lowerBound) / ((bounds.upperBound - 1) * (1 - bounds.lowerBound))
    }

    private static func logit(_ u: Double, _ bounds: ClosedRange<Double>) -> Double {
        let (lower, upper) = (bounds.lowerBound, bounds.upperBound)
        let growth = exp(steepness(bounds) * u)
        if growth == .infinity { return upper }
        return (lower * (upper - 1) + upper * (1 - lower) * growth) / (upper - 1 + (1 - lower) * growth)
    }
}
