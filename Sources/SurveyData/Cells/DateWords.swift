internal import Basics

/// The numbers, month names and time of a text that is a date.
///
/// "2025-10-31T23:40:00Z", "05/08/2025 9:12:33", "02-Nov-25", "02-Thg11-25", "Apr 26, 2018 8:58:20 AM",
/// "Thứ hai, ngày 2 tháng 11 năm 2025", "20251102", a spreadsheet's day number. Any other word: no date.
struct DateWords {
    private enum Part {
        case number(value: Int, digits: Int)
        /// 1…12, by its name or its number behind the word "month".
        case month(Int)
    }

    private var parts: [Part] = []
    /// Minutes from midnight.
    private var time: Int?
    /// Minutes east of Greenwich.
    private var offset: Int?

    init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let rest = readTime(text)
        guard readParts(rest) else { return nil }
    }

    /// The date; a time with an offset is moved to a zone, in minutes east of Greenwich.
    func date(zone: Int) -> WrittenDate? {
        guard let written = written() else { return nil }
        guard let time, let offset, case .certain(let day) = written else { return written }
        let moved = time - offset + zone
        let days = moved < 0 ? -((-moved + 1439) / 1440) : moved / 1440
        return day.moved(by: days).map { .certain($0) }
    }

    private func written() -> WrittenDate? {
        switch parts.count {
        case 1:
            guard case .number(let value, let digits) = parts[0] else { return nil }
            if digits == 8 {
                return Self.certain(value / 10_000, value / 100 % 100, value % 100)
            }
            return digits == 5 ? SurveyDate(excelSerial: value).map { .certain($0) } : nil
        case 3: return threeParts()
        default: return nil
        }
    }

    private func threeParts() -> WrittenDate? {
        var numbers: [(value: Int, digits: Int)] = []
        var month: (value: Int, place: Int)?
        for (place, part) in parts.enumerated() {
            switch part {
            case .number(let value, let digits): numbers.append((value, digits))
            case .month(let value):
                guard month == nil else { return nil }
                month = (value, place)
            }
        }
        if let month {
            // Day and year are left: the year has four digits, or stands last.
            guard numbers.count == 2 else { return nil }
            if numbers[0].digits == 4 {
                return Self.certain(numbers[0].value, month.value, numbers[1].value)
            }
            return Self.certain(Self.year(numbers[1]), month.value, numbers[0].value)
        }
        guard numbers.count == 3, numbers[1].digits <= 2 else { return nil }
        if numbers[0].digits == 4 {
            guard numbers[2].digits <= 2 else { return nil }
            return Self.certain(numbers[0].value, numbers[1].value, numbers[2].value)
        }
        guard numbers[0].digits <= 2, numbers[2].digits == 2 || numbers[2].digits == 4 else { return nil }
        let either = WrittenDate.unordered(
            first: numbers[0].value, second: numbers[1].value, year: Self.year(numbers[2]) ?? 0)
        guard either.date(.dayMonthYear) != nil || either.date(.monthDayYear) != nil else { return nil }
        return either
    }

    private static func certain(_ year: Int?, _ month: Int, _ day: Int) -> WrittenDate? {
        year.flatMap { SurveyDate(year: $0, month: month, day: day) }.map { .certain($0) }
    }

    private static func year(_ number: (value: Int, digits: Int)) -> Int? {
        switch number.digits {
        case 4: number.value
        case 1, 2: 2000 + number.value
        default: nil
        }
    }
}

extension DateWords {
    /// Takes the time of day and its offset out of a text.
    private mutating func readTime(_ text: String) -> String {
        // A dot between digits is a spreadsheet's fraction of a day: "45874.386".
        if let serial = text.wholeMatch(of: /(\d{5})[.,]\d+/) { return String(serial.1) }
        let pattern =
            /(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?<half>AM|PM|SA|CH|am|pm|sa|ch|a\.m\.|p\.m\.)?\s*(?<zone>Z|z|(?:UTC|GMT)[+-]\d{1,2}(?::\d{2})?(?!\d)|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?)?(?![\d:])/
        guard let found = text.firstMatch(of: pattern), let hour = Int(found.hour),
            let minute = Int(found.minute), hour < 24, minute < 60
        else { return text }
        let half = found.half.map { $0.lowercased().first }
        let isAfternoon = half == "p" || half == "c"
        let isMorning = half == "a" || half == "s"
        let hours = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour == 12 ? 0 : hour
        time = hours * 60 + minute
        offset = found.zone.flatMap { Self.offset(String($0)) }
        var before = text[..<found.range.lowerBound]
        if let last = before.last, last == "T" || last == "t", before.dropLast().last?.isNumber == true {
            before = before.dropLast()
        }
        return before + " " + text[found.range.upperBound...]
    }

    private static func offset(_ text: String) -> Int? {
        guard let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
        // "+7", "+07", "+0700", "+07:00".
        let parts = text[sign...].dropFirst().split(separator: ":")
        let digits = parts.first ?? ""
        guard let hours = Int(digits.prefix(2)),
            let minutes = Int("0" + (parts.count > 1 ? parts[1] : digits.dropFirst(2)))
        else { return nil }
        let value = hours * 60 + minutes
        return text[sign] == "-" ? -value : value
    }

    /// Takes numbers and months out of the rest; false where anything else stands there.
    private mutating func readParts(_ text: String) -> Bool {
        var isMonthNext = false
        for word in Self.words(text) {
            if let first = word.utf8.first, (0x30...0x39).contains(first) {
                guard word.utf8.count <= 8, let value = Int(word) else { return false }
                parts.append(
                    isMonthNext && (1...12).contains(value)
                        ? .month(value) : .number(value: value, digits: word.utf8.count))
                isMonthNext = false
                continue
            }
            guard !isMonthNext else { return false }
            let folded = fold(word)
            if let month = Self.months[folded] {
                parts.append(.month(month))
            } else if Self.monthWords.contains(folded) {
                isMonthNext = true
            } else if !Self.fillers.contains(folded) {
                return false
            }
        }
        return !isMonthNext
    }

    /// Runs of digits and runs of letters.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var wasDigit: Bool?
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            guard isDigit || character.isLetter else {
                wasDigit = nil
                // What parts a date; anything else makes it none.
                if !" ,./-\u{A0}\u{2013}".contains(character) { words.append("?") }
                continue
            }
            if wasDigit == isDigit, let last = words.indices.last {
                words[last].append(character)
            } else {
                words.append(String(character))
            }
            wasDigit = isDigit
        }
        return words
    }

    private static let monthWords: Set<String> = ["thang", "thg", "th", "month"]

    /// Words around a date: "ngày", "năm", days of the week.
    private static let fillers: Set<String> = {
        let vietnamese = [
            "ngày", "năm", "ngay", "nam", "thứ", "hai", "ba", "tư", "bốn", "sáu", "bảy", "chủ", "nhật", "CN",
        ]
        let english = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed",
            "thu", "fri", "sat", "sun", "of", "the", "st", "nd", "rd",
        ]
        return Set((vietnamese + english).map(fold))
    }()

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months: [String: Int] = ["sept": 9]
        for (place, name) in names.enumerated() {
            months[fold(name)] = place + 1
            months[fold(String(name.prefix(3)))] = place + 1
        }
        return months
    }()
}
