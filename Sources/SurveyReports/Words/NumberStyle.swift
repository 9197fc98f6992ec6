internal import Foundation
package import SurveyData

/// How numbers are written: `12,5 %` and `1.250` in Vietnamese, `12.5%` and `1,250` in English.
package struct NumberStyle: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// A share (0…1) as a percentage with one decimal; none at 0 and 1 exactly.
    package func percent(_ share: Double) -> String {
        let number =
            share == 0 || share == 1 ? String(format: "%.0f", share * 100) : decimal(share * 100, digits: 1)
        return language == .vi ? "\(number)\u{A0}%" : "\(number)%"
    }

    /// Two shares as one span: `39,5–42,9 %`.
    package func span(_ lower: Double, _ upper: Double) -> String {
        let low = decimal(lower * 100, digits: 1)
        let high = decimal(upper * 100, digits: 1)
        return language == .vi ? "\(low)–\(high)\u{A0}%" : "\(low)–\(high)%"
    }

    package func integer(_ number: Int) -> String {
        let digits = String(abs(number))
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += language == .vi ? "." : "," }
            grouped.append(digit)
        }
        return (number < 0 ? "−" : "") + grouped
    }

    package func decimal(_ number: Double, digits: Int) -> String {
        let text = String(format: "%.\(digits)f", number)
        let parts = text.split(separator: ".").map(String.init)
        let whole = integer(Int(parts[0]) ?? 0)
        let sign = parts[0] == "-0" && text.contains { "123456789".contains($0) } ? "−" : ""
        return parts.count < 2 ? whole : sign + whole + (language == .vi ? "," : ".") + parts[1]
    }

    /// Hours and minutes: "2 giờ 30 phút", "2 h 30 min".
    package func duration(minutes: Int) -> String {
        let hours = minutes / 60
        let rest = minutes % 60
        let hour = language == .vi ? "giờ" : "h"
        let minute = language == .vi ? "phút" : "min"
        if hours == 0 { return "\(rest)\u{A0}\(minute)" }
        return rest == 0
            ? "\(integer(hours))\u{A0}\(hour)" : "\(integer(hours))\u{A0}\(hour) \(rest)\u{A0}\(minute)"
    }

    /// The month so many months after one, or after the last of a period.
    package func month(_ month: String, after months: Int) -> String {
        let parts = (Period(month)?.last ?? month).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return self.month(month) }
        let count = parts[0] * 12 + parts[1] - 1 + months
        return self.month("\(count / 12)-\(count % 12 + 1)")
    }

    /// "10/2025" or "October 2025" of "2025-10", both ends of a period.
    package func month(_ month: String) -> String {
        if month == ReportContent.undated { return language == .vi ? "không rõ tháng" : "month unknown" }
        if let period = Period(month), !period.isOneMonth {
            return "\(self.month(period.first)) – \(self.month(period.last))"
        }
        let parts = month.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...12).contains(parts[1]) else { return month }
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return language == .vi ? "\(parts[1])/\(parts[0])" : "\(names[parts[1] - 1]) \(parts[0])"
    }
}
