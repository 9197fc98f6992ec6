internal import SurveyData

/// A figure whose change is not told since its questions cover time before the interview that the earlier months'
/// answers cover too: the same dossiers would stand on both sides.
package struct RecallOverlap: Sendable, Equatable {
    package let indicator: Indicator
    /// Months up to the interview that the questions cover.
    package let referenceMonths: Int
    /// The first month whose figure can be compared, "2026-01", with that of the earliest month at hand.
    package let comparableFrom: String?

    /// `months`: those that the files hold, ascending; `cuts`: from which on the questions are put in another way.
    init(_ indicator: Indicator, referenceMonths: Int, months: [String], cuts: [String]) {
        self.indicator = indicator
        self.referenceMonths = referenceMonths
        let last = months.compactMap { Period($0)?.last }
        let earliest = last.first { month in
            !cuts.contains { month < $0 && $0 <= last.last ?? month }
        }
        comparableFrom = earliest.flatMap { Period.month($0, movedBy: referenceMonths) }
    }
}
