internal import SurveyData

/// The days on which people may go out: four weeks of seven days from the first of the month on, each with every day
/// of the week once, less holidays. What is left of the month is for who could not go.
struct OutingCalendar: Sendable {
    /// In their order.
    let days: [Day]
    let holidays: Set<SurveyDate>
    /// The first day of the month; nil where it is not known.
    private let first: SurveyDate?

    struct Day: Sendable, Hashable {
        /// In the month, from 0.
        let place: Int
        /// Days since Monday.
        let weekday: Int
        /// nil where the month is not known.
        let date: SurveyDate?

        /// From 1.
        var week: Int { place / 7 + 1 }
    }

    /// - Parameter month: "2025-12"; nil: weeks begin on a Monday and have no dates.
    init(_ month: String?, holidays: Set<SurveyDate>) {
        let first = month.flatMap(SurveyDate.init(monthText:))
        self.first = first
        self.holidays = holidays
        days = (0..<(7 * Self.weeks)).compactMap { place in
            let date = first.flatMap { SurveyDate(year: $0.year, month: $0.month, day: place + 1) }
            if let date, holidays.contains(date) { return nil }
            return Day(place: place, weekday: date?.weekday ?? place % 7, date: date)
        }
    }

    static let weeks = 4

    /// The days that are of a time, in their order.
    func days(of time: WardTime) -> [Day] { days.filter { time.isPossible(onWeekday: $0.weekday) } }

    /// A day on which somebody decided to go out; nil for a holiday, or a day of another month.
    func day(on date: SurveyDate) -> Day? {
        guard let first, date.year == first.year, date.month == first.month, !holidays.contains(date) else {
            return nil
        }
        return Day(place: date.day - 1, weekday: date.weekday, date: date)
    }

    /// How often somebody who has these times can go out in the month, or on some of its days.
    func outings(
        at times: [WardTime], perWeek: Int, on places: ClosedRange<Int> = 0...(7 * weeks - 1)
    ) -> Int {
        let own = times.map { days(of: $0).filter { places.contains($0.place) } }
        return (1...Self.weeks).reduce(0) { sum, week in
            sum + min(perWeek, own.reduce(0) { $0 + $1.count { $0.week == week } })
        }
    }
}
