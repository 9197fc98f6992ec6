internal import Basics

/// What a spreadsheet makes of a cell that it takes for something else. What stood there before is lost.
enum SpreadsheetDamage {
    /// "1/2" has become "02-Thg1" or "2-Jan".
    case date
    /// A long number has become "3,60012E+11".
    case scientific

    init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count <= 24,
            let mark = bytes.firstIndex(where: { $0 == 0x2D || $0 == 0x2F || $0 == 0x20 || $0 == 0x2B })
        else { return nil }
        let (before, after) = (text[..<mark], text[bytes.index(after: mark)...])
        if bytes[mark] == 0x2B {
            guard Self.isScientific(before, exponent: after) else { return nil }
            self = .scientific
        } else if Self.isNumber(before) && Self.isMonth(after) || Self.isMonth(before) && Self.isNumber(after)
        {
            self = .date
        } else {
            return nil
        }
    }

    /// What to tell a person.
    var expected: String {
        switch self {
        case .date: "the cell before the spreadsheet took it for a date"
        case .scientific: "all digits; the spreadsheet has cut the number"
        }
    }

    private static func isNumber(_ part: Substring) -> Bool {
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isMonth(_ part: Substring) -> Bool {
        guard let first = part.utf8.first, first >= 0x41, part.utf8.count <= 12 else { return false }
        let word = fold(String(part))
        for start in ["thang", "thg"] where word.hasPrefix(start) {
            return Int(word.dropFirst(start.count)).map { (1...12).contains($0) } ?? false
        }
        return months.contains(word)
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func isScientific(_ number: Substring, exponent: Substring) -> Bool {
        guard let last = number.utf8.last, last == 0x45 || last == 0x65, isNumber(exponent) else {
            return false
        }
        let digits = number.utf8.dropLast()
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
    }
}

extension Variable {
    /// Whether a cell is a code or a count, which spreadsheets take for dates and long numbers.
    var canBeDamaged: Bool {
        switch self {
        case .householdID, .residentialGroup, .phone, .stratum, .psu: true
        default: kind == .count
        }
    }
}

/// A phone number with the leading zero that a spreadsheet dropped; nil where nothing is missing.
///
/// - Source: Vietnam's numbering plan: ten digits, mobile numbers start with 03, 05, 07, 08 or 09.
func phoneWithZero(_ text: String) -> String? {
    // Ten digits or more lack none, and most numbers have ten.
    if text.utf8.count(where: { (0x30...0x39).contains($0) }) != 9 { return nil }
    let digits = text.filter { !" .-".contains($0) }
    guard digits.count == 9, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
        let first = digits.first, "35789".contains(first)
    else { return nil }
    return "0" + digits
}
