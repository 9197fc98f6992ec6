internal import SurveyData

/// The days of the month for which a plan is made: four weeks of seven days from the first on, each with every day
/// of the week once. What is left of the month is for who could not go.
struct OutingCalendar: Sendable {
    /// "2025-12".
    private let month: String

    /// nil where the month is not known.
    init?(_ month: String?) {
        guard let month, SurveyDate(monthText: month) != nil else { return nil }
        self.month = month
    }

    /// The days of a week, from 1, that are of a time, ascending.
    func days(of time: WardTime, in week: Int) -> [SurveyDate] {
        guard let first = SurveyDate(monthText: month) else { return [] }
        return (0..<7).compactMap { day in
            SurveyDate(year: first.year, month: first.month, day: (week - 1) * 7 + day + 1)
        }.filter(time.isPossible)
    }
}
