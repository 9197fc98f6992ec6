internal import SurveyData

/// The days of a volunteer's outings: spread over the weeks of the month, on days of their times.
struct OutingSchedule {
    /// By outing; nil where no day of its time is left.
    private(set) var days: [OutingCalendar.Day?]

    /// - Parameters:
    ///   - times: of the outings, in an order that says nothing of their days.
    ///   - decided: by outing.
    ///   - windows: by outing: places of days in the month between which it has to be; nil: any.
    ///   - start: where a week has several days that would do, this chooses: not everybody on the first.
    init(
        _ times: [WardTime], decided: [OutingCalendar.Day?], on windows: [ClosedRange<Int>?], start: Int,
        calendar: OutingCalendar, perWeek: Int
    ) {
        days = decided
        // What is decided may be in the rest of the month.
        var loads = Array(repeating: 0, count: OutingCalendar.weeks + 2)
        for case let day? in decided { loads[day.week] += 1 }
        let candidates = zip(times, windows).map { time, window in
            calendar.days(of: time).filter { window?.contains($0.place) ?? true }
        }
        // Who has few days to choose from chooses first.
        let open = times.indices.filter { decided[$0] == nil }
            .sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
        for (turn, outing) in open.enumerated() {
            let free = candidates[outing].filter { day in
                !times.indices.contains { days[$0] == day && times[$0].overlaps(times[outing]) }
            }
            // Two outings of one day only where there is no other.
            let alone = free.filter { day in !days.contains { $0 == day } }
            let own = alone.isEmpty ? free : alone
            let first = turn * OutingCalendar.weeks / open.count
            func rank(_ week: Int) -> (Int, Int, Int) {
                let turns = (week - 1 - first + OutingCalendar.weeks) % OutingCalendar.weeks
                return (loads[week] < perWeek ? 0 : 1, loads[week], turns)
            }
            guard let week = Set(own.map(\.week)).min(by: { rank($0) < rank($1) }) else { continue }
            let ofWeek = own.filter { $0.week == week }
            days[outing] = ofWeek[start % ofWeek.count]
            loads[week] += 1
        }
    }
}
