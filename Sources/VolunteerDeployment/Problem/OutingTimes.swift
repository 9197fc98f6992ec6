internal import SurveyData

/// When each volunteer goes out: where households that may be visited by name have said when they have time, as many
/// outings are at their times as they need; the rest are when most people are at home.
///
/// Times are given to volunteers in turn. Each takes, of the own times, the one at which most households near home
/// wait for a visit, and serves the nearest of them.
struct OutingTimes {
    private let settings: OutingSettings
    private let calendar: OutingCalendar?
    /// By group, then force: households that agreed and named a time.
    private var waiting: [[Force: [WardTime: Int]]]

    init(
        _ needs: [SupportNeed], groups: Int, groupIndex: [GroupID: Int], settings: OutingSettings,
        month: String?
    ) {
        self.settings = settings
        calendar = OutingCalendar(month)
        var waiting = Array(repeating: [Force: [WardTime: Int]](), count: groups)
        for need in needs {
            guard let time = need.time, let group = groupIndex[need.group] else { continue }
            for force in need.consentTo { waiting[group][force, default: [:]][time, default: 0] += 1 }
        }
        self.waiting = waiting
    }

    /// The outings of one volunteer.
    ///
    /// - Parameter places: groups in reach, nearest first.
    mutating func outings(
        of volunteer: Int, _ person: Volunteer, minutes: Int, places: [Int]
    ) -> [Outing] {
        var times = Self.times(of: person)
        let wanted = (minutes + settings.minutes - 1) / settings.minutes
        let most = min(settings.perMonth, times.reduce(0) { $0 + $1.timesAMonth })
        let count = min(wanted, most)
        guard count > 0 else { return [] }
        // To whole five minutes, as visits are.
        let each = min(settings.minutes, minutes / count / 5 * 5)
        var chosen: [WardTime: Int] = [:]
        for _ in 0..<count {
            times.removeAll { chosen[$0] ?? 0 >= $0.timesAMonth }
            let calls = times.map { time in
                places.reduce(0) { $0 + self.calls(at: time, in: $1, person.force) }
            }
            guard let best = times.indices.max(by: { (calls[$0], $1) < (calls[$1], $0) }) else { break }
            chosen[times[best], default: 0] += 1
            serve(times[best], places, person.force)
        }
        let inOrder = Self.times(of: person).flatMap { Array(repeating: $0, count: chosen[$0] ?? 0) }
        var taken: Set<SurveyDate> = []
        return zip(inOrder, Self.weeks(inOrder)).map { time, week in
            let days = (calendar?.days(of: time, in: week) ?? []).filter { !taken.contains($0) }
            // Not everybody on the first day.
            let date = days.isEmpty ? nil : days[volunteer % days.count]
            if let date { taken.insert(date) }
            return Outing(volunteer: volunteer, minutes: each, time: time, week: week, date: date)
        }
    }

    /// The volunteer's times, as few of a kind: evenings and weekends first. Who lists none has all.
    private static func times(of person: Volunteer) -> [WardTime] {
        let own = person.available.compactMap(WardTime.init(written:))
        let all = own.isEmpty ? WardTime.usual : own
        var seen: Set<WardTime> = []
        let once = all.filter { seen.insert($0).inserted }
        return once.filter(\.isLeisure) + once.filter { !$0.isLeisure }
    }

    /// The weeks of outings at these times: spread over the month, a day of the week once in each.
    private static func weeks(_ times: [WardTime]) -> [Int] {
        var load = [0, 0, 0, 0]
        var taken: [WardTime: Set<Int>] = [:]
        return times.enumerated().map { place, time in
            let first = place * load.count / times.count
            let order = load.indices.sorted {
                (load[$0], ($0 - first + load.count) % load.count)
                    < (load[$1], ($1 - first + load.count) % load.count)
            }
            let isOnce = time.timesAMonth == load.count
            let week = order.first { !isOnce || taken[time]?.contains($0) != true } ?? order[0]
            load[week] += 1
            taken[time, default: []].insert(week)
            return week + 1
        }
    }

    private func calls(at time: WardTime, in group: Int, _ force: Force) -> Int {
        (waiting[group][force] ?? [:]).reduce(0) { $1.key.overlaps(time) ? $0 + $1.value : $0 }
    }

    /// An outing serves so many at most, of the nearest group where somebody waits for it.
    private mutating func serve(_ time: WardTime, _ places: [Int], _ force: Force) {
        guard let group = places.first(where: { calls(at: time, in: $0, force) > 0 }) else { return }
        var left = settings.visits
        for own in (waiting[group][force] ?? [:]).keys.filter(time.overlaps).sorted(by: { $0.code < $1.code })
        where left > 0 {
            let served = min(left, waiting[group][force]?[own] ?? 0)
            // Who is visited by one force waits for no other.
            for other in waiting[group].keys {
                waiting[group][other]?[own]? -= served
                if waiting[group][other]?[own] ?? 0 < 0 { waiting[group][other]?[own] = 0 }
            }
            left -= served
        }
    }
}

extension WardTime {
    /// How often a month has it, four weeks: each working day once, or one day a week.
    fileprivate var timesAMonth: Int {
        switch day {
        case nil: 28
        case .weekday: 20
        case .weekend: 8
        case .sat, .sun, .mon, .tue, .wed, .thu, .fri: 4
        }
    }

    /// When people who name no time are taken to be free.
    fileprivate static let usual = [
        "weekday-evening", "sat-morning", "sun-morning", "weekday-afternoon", "weekday-morning",
    ].compactMap(WardTime.init(written:))
}
