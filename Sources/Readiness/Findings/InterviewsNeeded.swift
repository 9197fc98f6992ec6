internal import SurveyStatistics

/// What would settle what is open: interviews for a figure of one month, the smallest change for two.
///
/// Standard errors fall with the root of the number of interviews, the way of drawing them being the same.
struct InterviewsNeeded {
    /// Interviews made.
    let made: Int
    /// Households that there are; nil where no registry says.
    let households: Int?
    /// Whether standard errors hold the finite population of these households, and so fall faster.
    let isFinite: Bool
    /// Differences up to this one are not worth telling.
    let relevance: Double

    /// The standard errors between the bound of a test and the difference that it tells in four samples of five: the
    /// 80 % quantile of the normal distribution.
    static let power = Distributions.normalQuantile(0.8)
    /// Without a registry more than so many times the interviews made is no advice.
    private static let most = 4.0

    /// Interviews beside those made until a difference is told in four samples of five by a test of `level`, rounded up
    /// to tens; nil where it is not worth telling, or the samples that are made would tell it.
    ///
    /// n·(r² − 1) with r = (z + 0.84)·se ÷ |d|; in a finite population of N households, of which se knows, the n′ of
    /// 1/n′ − 1/N = (1/n − 1/N) ÷ r², less n.
    ///
    /// - Source: W. G. Cochran, Sampling Techniques (1977), sec. 4.4, 4.6.
    func toTell(_ difference: Double, error: Double, level: Double) -> Outlook? {
        guard abs(difference) >= relevance, difference != 0, error > 0 else { return nil }
        let deviations = Distributions.normalQuantile(1 - level / 2) + Self.power
        let ratio = deviations * error / abs(difference)
        let times = ratio * ratio
        guard times > 1, let households else { return more(times: times, Outlook.moreInterviews) }
        if Double(made) * times > Double(households) { return .moreThanThereAre }
        let rest = isFinite ? 1 / Double(households) : 0
        let enough = 1 / (rest + (1 / Double(made) - rest) / times)
        return more(times: enough / Double(made), Outlook.moreInterviews)
    }

    /// Interviews beside those made until an effective base can be shown.
    func toShow(_ effectiveBase: Double, least: Double) -> Outlook? {
        effectiveBase > 0 ? more(times: least / effectiveBase, Outlook.interviewsToShow) : nil
    }

    private func more(times: Double, _ outlook: (Int) -> Outlook) -> Outlook? {
        guard times > 1 else { return nil }
        let more = ((times - 1) * Double(made) / 10).rounded(.up) * 10
        guard let households else { return times <= Self.most ? outlook(Int(more)) : nil }
        return more <= Double(households - made) ? outlook(Int(more)) : .moreThanThereAre
    }

    /// The smallest change that a test of `level` tells in four samples of five.
    ///
    /// A claim needs the interval beyond 0 and the estimate beyond the relevance.
    static func smallestTold(error: Double, degreesOfFreedom: Int, level: Double, relevance: Double) -> Double
    {
        let critical = Distributions.tQuantile(1 - level / 2, df: Double(max(1, degreesOfFreedom)))
        return max(critical * error, relevance) + power * error
    }
}
