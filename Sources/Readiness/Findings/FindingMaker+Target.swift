internal import Foundation
internal import SurveyStatistics

extension FindingMaker {
    /// Whether the share of dossiers online is below or above the target.
    func againstTarget(_ uptake: IndicatorEstimate) -> LevelClaim {
        let open = Finding(.uptakeNotTellable, .open, figures: [uptake], number: target)
        guard let estimate = uptake.shown, estimate.interval != nil else {
            var hidden = open
            hidden.outlook = uptake.estimate?.effectiveBase.flatMap {
                interviews.toShow($0, least: Gate.leastEffectiveBase)
            }
            return LevelClaim(untested: hidden)
        }
        let difference = estimate.value - target
        return LevelClaim(
            certain: Finding(
                difference < 0 ? .uptakeBelowTarget : .uptakeAboveTarget, .certain, figures: [uptake],
                number: target),
            otherwise: open, pValue: Self.pValue(estimate, target: target), difference: difference,
            error: estimate.standardError ?? 0)
    }

    /// The chance of a share as far from the target or farther, if the target were the truth.
    ///
    /// By t on the log-odds scale, as the share's own interval is made. Of a share of 0 or 1, which has no standard
    /// error: the chance that a sample of the target holds none.
    static func pValue(_ estimate: Estimate, target: Double) -> Double {
        let (value, error) = (estimate.value, estimate.standardError ?? 0)
        if value == target { return 1 }
        if target <= 0 || target >= 1 { return 0 }
        guard value > 0, value < 1 else {
            return min(1, 2 * pow(value > 0 ? target : 1 - target, Double(estimate.base)))
        }
        // A full count has no error: what differs, differs.
        guard error > 0 else { return 0 }
        let distance = log(value / (1 - value)) - log(target / (1 - target))
        return Distributions.tTails(
            distance * value * (1 - value) / error, df: Double(max(1, estimate.degreesOfFreedom)))
    }
}
