internal import SurveyStatistics

extension Finding {
    /// The barrier whose fall alone opens the way for most households: the greatest share that fails this step and no
    /// other. Supposes that such a household then passes the step, and that nothing else changes.
    ///
    /// Certain where its interval stands clear of every other barrier's; else described. nil where none may be shown.
    static func onlyBarrier(_ cascade: [CascadeRow]) -> Finding? {
        let ranked = cascade.compactMap { row in row.onlyBarrier?.isShown == true ? row : nil }
            .sorted { (value($0), $1.step.order) > (value($1), $0.step.order) }
        guard let first = ranked.first, let figure = first.onlyBarrier, value(first) > 0 else { return nil }
        let rest = cascade.compactMap { $0.step == first.step ? nil : $0.onlyBarrier }
        // A hidden figure may be the greater one.
        let uppers = rest.map { $0.shown?.interval?.upper }
        let isClear =
            figure.estimate?.interval.map { own in uppers.allSatisfy { ($0 ?? 1) < own.lower } } ?? false
        return Finding(
            .onlyBarrier, isClear ? .certain : .described,
            figures: [figure] + ranked.dropFirst().prefix(1).compactMap(\.onlyBarrier), step: first.step,
            test: isClear ? Test(kind: .interval, pValue: nil, level: FindingMaker.level) : nil)
    }

    private static func value(_ row: CascadeRow) -> Double { row.onlyBarrier?.shown?.value ?? 0 }
}
