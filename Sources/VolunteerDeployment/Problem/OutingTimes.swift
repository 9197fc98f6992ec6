internal import SurveyData

/// How often each volunteer goes out, for how long, and at which of the own times each outing may be: which of them
/// is best, the solver says.
///
/// A time that a month has seldom is allowed to so many outings as the month has days of it. So whatever times are
/// taken, there is a day for each.
struct OutingTimes {
    let settings: OutingSettings
    let calendar: OutingCalendar

    func outings(of volunteer: Int, _ person: Volunteer, minutes: Int) -> [Outing] {
        let times = Self.times(of: person)
        let wanted = (minutes + settings.minutes - 1) / settings.minutes
        let count = min(wanted, calendar.outings(at: times, perWeek: settings.perWeek))
        guard count > 0 else { return [] }
        // To whole five minutes, as visits are.
        let each = min(settings.minutes, minutes / count / 5 * 5)
        var allowed = Array(repeating: [WardTime](), count: count)
        // Each time where the last one ended: every outing has one.
        var next = 0
        for time in times {
            let most = min(count, calendar.outings(at: [time], perWeek: settings.perWeek))
            for place in next..<(next + most) { allowed[place % count].append(time) }
            next = (next + most) % count
        }
        return allowed.map { Outing(volunteer: volunteer, minutes: each, times: $0) }
    }

    /// The volunteer's times, evenings and weekends first. Who lists none has all.
    private static func times(of person: Volunteer) -> [WardTime] {
        let own = person.available.compactMap(WardTime.init(written:))
        let all = own.isEmpty ? usual : own
        var seen: Set<WardTime> = []
        let once = all.filter { seen.insert($0).inserted }
        return once.filter(\.isLeisure) + once.filter { !$0.isLeisure }
    }

    /// When people who name no time are taken to be free.
    private static let usual = [
        "weekday-evening", "sat-morning", "sun-morning", "weekday-afternoon", "weekday-morning",
    ].compactMap(WardTime.init(written:))
}
