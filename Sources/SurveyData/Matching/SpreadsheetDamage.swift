/// What a spreadsheet makes of a cell that it takes for something else. What stood there before is lost.
enum SpreadsheetDamage {
    /// "1/2" has become "02-Thg1" or "2-Jan".
    case date
    /// A long number has become "3,60012E+11".
    case scientific

    init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { "-/ ".contains($0) })
        if parts.count == 2, parts.contains(where: Self.isNumber), parts.contains(where: Self.isMonth) {
            self = .date
        } else if Self.isScientific(text) {
            self = .scientific
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
        (1...4).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func isMonth(_ part: Substring) -> Bool {
        let word = fold(String(part))
        for start in ["thang", "thg"] where word.hasPrefix(start) {
            return Int(word.dropFirst(start.count)).map { (1...12).contains($0) } ?? false
        }
        return months.contains(word)
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func isScientific(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "+", parts[1].count >= 2 else { return false }
        return parts[1].dropFirst().allSatisfy(\.isNumber)
            && !parts[0].isEmpty && parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
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
    let digits = text.filter { !" .-".contains($0) }
    guard digits.count == 9, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
        let first = digits.first, "35789".contains(first)
    else { return nil }
    return "0" + digits
}
