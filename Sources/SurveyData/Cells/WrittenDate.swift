/// A date as written, before the whole column has told the order of day and month.
enum WrittenDate: Sendable, Hashable {
    case certain(SurveyDate)
    /// Two numbers that are day and month in either order.
    case unordered(first: Int, second: Int, year: Int)

    /// The date that a text says; nil where it says none. A time with an offset is moved to the zone that lies
    /// `zone` minutes east of Greenwich.
    init?(_ text: String, zone: Int = Self.vietnam) {
        if let date = Self.plainISO(text.utf8) {
            self = date
            return
        }
        guard let found = DateWords(text)?.date(zone: zone) else { return nil }
        self = found
    }

    /// Minutes east of Greenwich in Vietnam.
    static let vietnam = 7 * 60

    func date(_ order: DateOrder) -> SurveyDate? {
        switch self {
        case .certain(let date): date
        case .unordered(let first, let second, let year):
            order == .dayMonthYear
                ? SurveyDate(year: year, month: second, day: first)
                : SurveyDate(year: year, month: first, day: second)
        }
    }

    /// "2025-08-05", which most files write: read without taking the text apart.
    private static func plainISO(_ text: String.UTF8View) -> WrittenDate? {
        guard text.count == 10 else { return nil }
        var numbers = (0, 0, 0)
        for (place, byte) in text.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            let digit = Int(byte) - 0x30
            if place < 4 {
                numbers.0 = numbers.0 * 10 + digit
            } else if place < 7 {
                numbers.1 = numbers.1 * 10 + digit
            } else {
                numbers.2 = numbers.2 * 10 + digit
            }
        }
        return SurveyDate(year: numbers.0, month: numbers.1, day: numbers.2).map { .certain($0) }
    }
}
