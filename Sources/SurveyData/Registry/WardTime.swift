internal import Basics

/// A part of a day of the week at which someone has time: "weekday-evening", "sat-morning", "weekend".
package struct WardTime: Hashable, Sendable {
    package enum Day: String, CaseIterable, Sendable {
        case weekday, sat, sun, weekend, mon, tue, wed, thu, fri
    }

    package enum Part: String, CaseIterable, Sendable { case morning, noon, afternoon, evening }

    /// nil: any day.
    package let day: Day?
    /// nil: all day.
    package let part: Part?

    /// - Precondition: it has a day or a part.
    package init(day: Day?, part: Part?) {
        precondition(day != nil || part != nil, "a time has a day or a part of it")
        self.day = day
        self.part = part
    }

    /// "sat-morning", "weekend", "evening".
    package var code: String {
        [day?.rawValue, part?.rawValue].compactMap(\.self).joined(separator: "-")
    }

    /// Whether the two have some of a week in common.
    package func overlaps(_ other: WardTime) -> Bool {
        let areAtOneHour = part == nil || other.part == nil || part == other.part
        return areAtOneHour && days.contains(where: other.days.contains)
    }

    /// Whether a day of the week has it.
    ///
    /// - Parameter weekday: days since Monday, 0…6.
    package func isPossible(onWeekday weekday: Int) -> Bool { days.contains(Self.week[weekday]) }

    private static let week: [Day] = [.mon, .tue, .wed, .thu, .fri, .sat, .sun]

    /// The days of the week that it has.
    private var days: ArraySlice<Day> {
        switch day {
        case nil: Self.week[...]
        case .weekday?: Self.week[..<5]
        case .weekend?: Self.week[5...]
        case let day?: [day]
        }
    }

    /// Whether it lies in the weekend or is an evening: when joint sessions are held.
    package var isLeisure: Bool { part == .evening || day == .sat || day == .sun || day == .weekend }

    /// The time that a ward's words mean, Vietnamese or English ("Tối thứ bảy", "CN", "sat-morning"); nil for others.
    package init?(written text: String) {
        guard let time = Self.known[fold(text)] else { return nil }
        self = time
    }

    /// Codes that a volunteers file usually holds, for messages.
    package static let examples =
        "weekday-, sat- or sun- with morning, afternoon or evening (tối thứ bảy, sáng chủ nhật), or weekend"

    private static let days: [(Day, [String])] = [
        (.weekday, ["weekday", "weekdays", "ngaythuong", "ngaytrongtuan", "trongtuan"]),
        (.sat, ["sat", "saturday", "saturdays", "thubay", "thu7", "t7"]),
        (.sun, ["sun", "sunday", "sundays", "chunhat", "cn"]),
        (.weekend, ["weekend", "weekends", "cuoituan"]),
        (.mon, ["mon", "monday", "mondays", "thuhai", "thu2", "t2"]),
        (.tue, ["tue", "tuesday", "tuesdays", "thuba", "thu3", "t3"]),
        (.wed, ["wed", "wednesday", "wednesdays", "thutu", "thu4", "t4"]),
        (.thu, ["thu", "thursday", "thursdays", "thunam", "thu5", "t5"]),
        (.fri, ["fri", "friday", "fridays", "thusau", "thu6", "t6"]),
    ]

    private static let parts: [(Part, [String])] = [
        (.morning, ["morning", "mornings", "sang", "buoisang"]),
        (.noon, ["noon", "trua", "buoitrua"]),
        (.afternoon, ["afternoon", "afternoons", "chieu", "buoichieu"]),
        (.evening, ["evening", "evenings", "toi", "buoitoi"]),
    ]

    /// Folded words → time: a day, a part, or both in either order.
    private static let known: [String: WardTime] = {
        var known: [String: WardTime] = [:]
        for (day, names) in days {
            for name in names {
                known[name] = WardTime(day: day, part: nil)
                for (part, words) in parts {
                    for word in words {
                        let time = WardTime(day: day, part: part)
                        for text in [name + word, word + name, word + "cac" + name, word + "on" + name] {
                            known[text] = time
                        }
                    }
                }
            }
        }
        for (part, words) in parts {
            for word in words { known[word] = WardTime(day: nil, part: part) }
        }
        return known
    }()
}
