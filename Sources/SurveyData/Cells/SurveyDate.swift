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

    /// The first day of a month, "2025-08"; nil where the text is none.
    package init?(monthText text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let year = parts[0], let month = parts[1] else { return nil }
        self.init(year: year, month: month, day: 1)
    }

    /// Days since Monday: 0…6. The first day of 1970 was a Thursday.
    package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

    /// "2025-08-05".
    package var text: String { "\(monthText)-\(day < 10 ? "0" : "")\(day)" }

    /// "2025-08".
    package var monthText: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    package static func < (left: SurveyDate, right: SurveyDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days from this one to another; below 0 where that comes before.
    package func days(to other: SurveyDate) -> Int { other.dayNumber - dayNumber }

    /// The day after this one, or before it.
    func moved(by days: Int) -> SurveyDate? { SurveyDate(dayNumber: dayNumber + days) }

    /// Days since 1 January 1970 (Howard Hinnant, chrono-compatible date algorithms).
    var dayNumber: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Excel's day number: day 1 is 1 January 1900 and, as Excel has it, 1900 was a leap year.
    init?(excelSerial serial: Int) { self.init(dayNumber: serial - 25_569) }

    /// The day so many days after 1 January 1970.
    private init?(dayNumber: Int) {
        // Civil date from days since 0000-03-01 (Howard Hinnant, chrono-compatible date algorithms).
        let days = dayNumber + 719_468
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
