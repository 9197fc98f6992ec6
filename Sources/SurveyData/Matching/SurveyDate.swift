/// A day of the calendar.
package struct SurveyDate: Hashable, Comparable, Sendable {
    package let year, month, day: Int

    /// The date, or nil if there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// "2025-08-05".
    package var text: String { "\(monthText)-\(day < 10 ? "0" : "")\(day)" }

    /// "2025-08".
    package var monthText: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    package static func < (left: SurveyDate, right: SurveyDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Excel's day number: day 1 is 1 January 1900 and, as Excel has it, 1900 was a leap year.
    init?(excelSerial serial: Int) {
        // Civil date from days since 0000-03-01 (Howard Hinnant, chrono-compatible date algorithms).
        let days = serial - 25_569 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

/// A date as written, before the whole column has told the order of day and month.
enum WrittenDate: Sendable, Hashable {
    case certain(SurveyDate)
    /// Two numbers that are day and month in either order.
    case unordered(first: Int, second: Int, year: Int)

    init?(_ text: String) {
        if let date = Self.named(text) {
            self = .certain(date)
            return
        }
        let parts = text.prefix(10).split(whereSeparator: { "/-. T".contains($0) }).prefix(3).map(String.init)
        if parts.count == 1, text.count == 5, let serial = Int(text),
            let date = SurveyDate(excelSerial: serial)
        {
            self = .certain(date)
            return
        }
        let numbers = parts.compactMap { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
        guard numbers.count == 3, parts.count == 3 else { return nil }
        if parts[0].count == 4 {
            guard let date = SurveyDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
                return nil
            }
            self = .certain(date)
            return
        }
        let year = parts[2].count == 2 ? 2000 + numbers[2] : numbers[2]
        let either = WrittenDate.unordered(first: numbers[0], second: numbers[1], year: year)
        guard either.date(.dayMonthYear) != nil || either.date(.monthDayYear) != nil else { return nil }
        self = either
    }

    /// "Apr 26, 2018 8:58:20 AM", "26 Apr 2018": the month by its English name, as ODK Briefcase writes it.
    private static func named(_ text: String) -> SurveyDate? {
        let parts = text.split(whereSeparator: { " ,-".contains($0) }).prefix(3)
        guard parts.count == 3, parts[0].first?.isLetter == true || parts[1].first?.isLetter == true else {
            return nil
        }
        let (word, dayText) = parts[0].first?.isLetter == true ? (parts[0], parts[1]) : (parts[1], parts[0])
        guard word.count >= 3, let day = Int(dayText), let year = Int(parts[2]), parts[2].count == 4,
            let month = months.firstIndex(where: { word.lowercased().prefix(3) == $0 })
        else { return nil }
        return SurveyDate(year: year, month: month + 1, day: day)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    func date(_ order: DateOrder) -> SurveyDate? {
        switch self {
        case .certain(let date): date
        case .unordered(let first, let second, let year):
            order == .dayMonthYear
                ? SurveyDate(year: year, month: second, day: first)
                : SurveyDate(year: year, month: first, day: second)
        }
    }
}
