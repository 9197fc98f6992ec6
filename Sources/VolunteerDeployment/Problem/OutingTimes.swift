internal import SurveyData

/// How often each volunteer goes out, for how long, and at which of the own times each outing may be: which of them
/// is best, the solver says.
///
/// A time that a month has seldom is allowed to so many outings as the month has days of it. So whatever times are
/// taken, there is a day for each.
struct OutingTimes {
    let settings: OutingSettings
    let calendar: OutingCalendar
    /// Where some households are to be followed up; nil: outings may be on any day.
    let halves: MonthHalves?

    /// What a volunteer could do: outings alone, and where evenings are for two, evenings besides.
    struct Wanted {
        let alone: Int
        let evenings: Int
        /// Evenings and weekends first.
        let times, eveningTimes: [WardTime]
    }

    func wanted(_ person: Volunteer, minutes: Int) -> Wanted {
        let times = Self.times(of: person)
        let most = (minutes + settings.minutes - 1) / settings.minutes
        let count = min(most, calendar.outings(at: times, perWeek: settings.perWeek))
        guard settings.evenings == .inTwos, person.force.goesInTwos else {
            return Wanted(alone: count, evenings: 0, times: times, eveningTimes: [])
        }
        let single = times.filter { $0.part != .evening }
        let evening = times.filter { $0.part == .evening }
        let alone = min(count, calendar.outings(at: single, perWeek: settings.perWeek))
        let rest = min(count - alone, calendar.outings(at: evening, perWeek: settings.perWeek))
        return Wanted(alone: alone, evenings: rest, times: single, eveningTimes: evening)
    }

    /// One volunteer's outings, those with another at the end: the first of the two has them.
    ///
    /// - Parameter minutes: by volunteer.
    func outings(
        of volunteer: Int, _ people: [Volunteer], minutes: [Int], pairs: VolunteerPairs
    ) -> [Outing] {
        let own = wanted(people[volunteer], minutes: minutes[volunteer])
        func alone(_ person: Int) -> [(half: MonthHalf?, times: [WardTime])] {
            let own = wanted(people[person], minutes: minutes[person])
            return parts(of: own.alone, own.times, opensWay: people[person].force.opensWay)
                .flatMap { part in allowed(part, own.times).map { (part.half, $0) } }
        }
        /// To whole five minutes, as visits are.
        func each(_ person: Int) -> Int {
            let count = alone(person).count + pairs.evenings[person]
            return min(settings.minutes, minutes[person] / max(1, count) / 5 * 5)
        }
        let single = alone(volunteer).map {
            Outing(volunteer: volunteer, minutes: each(volunteer), times: $0.times, half: $0.half)
        }
        guard let partner = pairs.partnerOf[volunteer], partner > volunteer else { return single }
        let others = wanted(people[partner], minutes: minutes[partner]).eveningTimes
        let times = own.eveningTimes.filter(others.contains)
        let evenings = parts(of: pairs.evenings[volunteer], times, opensWay: false).flatMap { part in
            allowed(part, times).map { times in
                Outing(
                    volunteer: volunteer, minutes: min(each(volunteer), each(partner)), times: times,
                    half: part.half, partner: partner)
            }
        }
        return single + evenings
    }

    /// Some outings on some days.
    private struct Part {
        let half: MonthHalf?
        let count: Int
        /// By time: outings that these days have room for.
        let room: [Int]
    }

    /// The month, or its halves and what is left of it: there who opens the way opens none, and nobody follows up.
    private func parts(of count: Int, _ times: [WardTime], opensWay: Bool) -> [Part] {
        func room(_ days: ClosedRange<Int>) -> [Int] {
            times.map { calendar.outings(at: [$0], perWeek: settings.perWeek, on: days) }
        }
        let whole = room(0...(7 * OutingCalendar.weeks - 1))
        guard let halves else { return [Part(half: nil, count: count, room: whole)] }
        let days = [MonthHalf.first, .second].map { halves.days(of: $0, for: opensWay) }
        let most = days.map { calendar.outings(at: times, perWeek: settings.perWeek, on: $0) }
        let second = min(count / 2, most[1])
        let first = min(count - second, most[0])
        let later = min(count - first, most[1])
        let rooms = days.map(room)
        let rest = whole.indices.map { max(0, whole[$0] - rooms[0][$0] - rooms[1][$0]) }
        return [
            Part(half: .first, count: first, room: rooms[0]),
            Part(half: .second, count: later, room: rooms[1]),
            Part(half: opensWay ? .second : .first, count: count - first - later, room: rest),
        ]
    }

    /// By outing of a part: the times at which it may be.
    private func allowed(_ part: Part, _ times: [WardTime]) -> [[WardTime]] {
        guard part.count > 0 else { return [] }
        var allowed = Array(repeating: [WardTime](), count: part.count)
        // Each time where the last one ended: every outing has one.
        var next = 0
        for (time, room) in zip(times, part.room) {
            let most = min(part.count, room)
            for place in next..<(next + most) { allowed[place % part.count].append(time) }
            next = (next + most) % part.count
        }
        return allowed.filter { !$0.isEmpty }
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

extension Force {
    /// Whether its visits come first where a household needs two forces: without an e-ID nothing that others teach can
    /// be used.
    package var opensWay: Bool { self == .police }
}
