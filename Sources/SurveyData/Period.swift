/// A month, or several in a row that a survey of one round took.
package struct Period: Sendable, Equatable {
    /// "2025-10".
    package let first, last: String

    /// A period as people name it: "2025-10" or "2025-08..2025-10"; nil of anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: (first, last) = (text, text)
        case 3 where parts[1].isEmpty: (first, last) = (parts[0], parts[2])
        default: return nil
        }
        guard Self.isMonth(first), Self.isMonth(last), first <= last else { return nil }
    }

    package func contains(_ month: String) -> Bool { first <= month && month <= last }

    package var isOneMonth: Bool { first == last }

    /// "2025-10", or "2025-08..2025-10".
    package var label: String { isOneMonth ? first : "\(first)..\(last)" }

    /// The month so many months after a month, or before it where `count` is negative: "2025-11" three before
    /// "2026-02". nil where the text is no month.
    package static func month(_ month: String, movedBy count: Int) -> String? {
        guard isMonth(month), let year = Int(month.prefix(4)), let number = Int(month.suffix(2)) else {
            return nil
        }
        let months = year * 12 + number - 1 + count
        return SurveyDate(year: months / 12, month: months % 12 + 1, day: 1)?.monthText
    }

    private static func isMonth(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1])
        else { return false }
        return SurveyDate(year: year, month: month, day: 1) != nil
    }
}

/// Which of the months that files hold are wanted.
package enum MonthChoice: Sendable, Equatable {
    /// The files hold one month only.
    case only
    case period(Period)
    /// All, each counted apart.
    case all

    /// nil: the files hold one month only.
    package init(_ period: Period?) { self = period.map { .period($0) } ?? .only }
}
