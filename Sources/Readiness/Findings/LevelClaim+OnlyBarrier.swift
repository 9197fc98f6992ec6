internal import SurveyStatistics

extension LevelClaim {
    /// The step that most households fail alone: the greatest share that fails this step and no other.
    ///
    /// Certain where it can be told from every other one, hidden ones too; else described. nil where none may be shown.
    static func onlyBarrier(_ cascade: [CascadeRow]) -> LevelClaim? {
        let ranked = cascade.compactMap { row in row.onlyBarrier?.isShown == true ? row : nil }
            .sorted { (value($0), $1.step.order) > (value($1), $0.step.order) }
        guard let first = ranked.first, let figure = first.onlyBarrier, value(first) > 0 else { return nil }
        let figures = [figure] + ranked.dropFirst().prefix(1).compactMap(\.onlyBarrier)
        let rest = cascade.compactMap { $0.step == first.step ? nil : $0.onlyBarrier }
        return LevelClaim(
            certain: Finding(.onlyBarrier, .certain, figures: figures, step: first.step),
            otherwise: Finding(.onlyBarrier, .described, figures: figures, step: first.step),
            pValue: rest.map { pValue(figure, $0) }.max() ?? 1)
    }

    private static func value(_ row: CascadeRow) -> Double { row.onlyBarrier?.shown?.value ?? 0 }

    /// The chance that two shares of the same households differ so much without a difference.
    ///
    /// Their covariance is not looked at: the standard error of a difference is at most the sum of both. A hidden
    /// figure may be the greater one.
    private static func pValue(_ first: IndicatorEstimate, _ other: IndicatorEstimate) -> Double {
        guard let first = first.shown, let other = other.shown, let error = first.standardError,
            let otherError = other.standardError
        else { return 1 }
        let difference = first.value - other.value
        let df = min(first.degreesOfFreedom, other.degreesOfFreedom)
        guard difference > 0, df > 0 else { return 1 }
        let sum = error + otherError
        return sum > 0 ? Distributions.tTails(difference / sum, df: Double(df)) : 0
    }
}
