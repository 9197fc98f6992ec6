internal import SurveyStatistics

/// How many more interviews would settle what is open.
///
/// Standard errors fall with the root of the number of interviews, the way of drawing them being the same.
enum InterviewsNeeded {
    /// More than so many times the interviews made is no advice.
    private static let most = 4.0

    /// Interviews beside the `made` ones until a distance is `deviations` standard errors, rounded up to tens; nil
    /// where the distance is told already, is 0, or would take more than four times as many.
    static func toTell(_ distance: Double, error: Double, deviations: Double, made: Int) -> Int? {
        guard distance != 0, error > 0 else { return nil }
        return more(
            times: deviations * error / abs(distance) * deviations * error / abs(distance), made: made)
    }

    /// Interviews beside the `made` ones until an effective base can be shown.
    static func toShow(_ effectiveBase: Double, least: Double, made: Int) -> Int? {
        effectiveBase > 0 ? more(times: least / effectiveBase, made: made) : nil
    }

    private static func more(times: Double, made: Int) -> Int? {
        guard times > 1, times <= most else { return nil }
        return Int(((times - 1) * Double(made) / 10).rounded(.up)) * 10
    }
}
