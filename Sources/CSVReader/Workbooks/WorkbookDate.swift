/// A moment as workbooks count it: days since a first day, the time of day as a fraction.
struct WorkbookDate: Equatable {
    let year: Int
    /// 1 … 12.
    let month: Int
    /// 1 … 31.
    let day: Int
    /// 0 is Sunday.
    let weekday: Int
    /// 0 ..< 86,400,000.
    let milliseconds: Int

    /// - Parameter is1904: whether day 0 is the first of 1904; else the 30th of December 1899, which is right from
    ///   March 1900 on.
    /// - Returns: nil where the year has no four digits.
    init?(_ serial: Double, is1904: Bool) {
        guard serial.isFinite, abs(serial) < 4e6 else { return nil }
        let all = (serial * 86_400_000).rounded()
        let wholeDays = (all / 86_400_000).rounded(.down)
        milliseconds = Int(all - wholeDays * 86_400_000)
        // Days since the first of January 1970.
        let days = Int(wholeDays) + (is1904 ? -24107 : -25569)
        weekday = ((days + 4) % 7 + 7) % 7
        // H. Hinnant, chrono-compatible low-level date algorithms: civil_from_days.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard (1...9999).contains(year) else { return nil }
    }

    var hour: Int { milliseconds / 3_600_000 }
    var minute: Int { milliseconds / 60_000 % 60 }
    var second: Int { milliseconds / 1000 % 60 }

    /// 2025-11-02.
    var dayText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    /// 09:40:59.
    var timeText: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }
}

/// A number with zeros in front, so that it has at least so many digits.
func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
