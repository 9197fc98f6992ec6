internal import Basics
internal import CSVReader

/// What one cell says, by its variable's rule.
enum CellReading: Sendable, Equatable {
    case text(String)
    /// Position in the code list (a choice) or a bit mask (a set).
    case coded(UInt32)
    /// The known items of a list that has others, which no code stands for.
    case partly(UInt32, expected: String)
    /// "None of these" beside others.
    case contradictory
    case number(Double)
    case date(WrittenDate)
    case missing(MissingReason)
    /// Not an answer that the rule knows; the expectation in words.
    case invalid(DataIssue.Code, expected: String)
}

/// Reads the cells of one variable. Whole answers only, never a prefix: "Không có nhu cầu" is no "Không".
struct AnswerReader: Sendable {
    let rule: VariableRule
    /// How the column writes numbers.
    private let marks: NumberMarks
    /// Minutes east of Greenwich to which times with an offset are moved.
    private let zone: Int
    private let missingHasDigits: Bool
    private let isText, canBeDamaged: Bool

    init(
        rule: VariableRule, marks: NumberMarks = NumberMarks(decimal: .point), zone: Int = WrittenDate.vietnam
    ) {
        self.rule = rule
        self.marks = marks
        self.zone = zone
        missingHasDigits = rule.missing.keys.contains { $0.contains(where: \.isNumber) }
        isText = rule.variable.kind == .text
        canBeDamaged = rule.variable.canBeDamaged
    }

    func read(_ cell: String) -> CellReading {
        let text = trimmed(cell)
        if text.isEmpty { return .missing(.blank) }
        if canBeDamaged, let damage = SpreadsheetDamage(text) {
            return .invalid(.spreadsheetDamage, expected: damage.expected)
        }
        if rule.variable == .phone, let whole = phoneWithZero(text) { return .text(whole) }
        // Codes of missing answers are short, mostly without digits: other texts need not be folded.
        if isText {
            let hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
            if text.utf8.count > 40 || hasDigit && !missingHasDigits { return .text(composed(text)) }
        }
        let folded = fold(text)
        switch rule.variable.kind {
        case .choice(let codes): return choice(text, folded, codes: codes)
        case .set(let codes): return set(text, folded, codes: codes)
        case .text: return rule.missing[folded].map { .missing($0) } ?? .text(composed(text))
        case .count, .number: return rule.missing[folded].map { .missing($0) } ?? number(text)
        case .date:
            if let reason = rule.missing[folded] { return .missing(reason) }
            return WrittenDate(text, zone: zone).map { .date($0) }
                ?? .invalid(.invalidDate, expected: "a date such as 2025-08-05 or 05/08/2025")
        }
    }

    private func choice(_ text: String, _ folded: String, codes: [String]) -> CellReading {
        let key = Self.key(text, folded)
        if rule.readsCounts, let count = Int(key), count >= 0,
            let code = codes.firstIndex(of: count > 0 ? "yes" : "no")
        {
            return .coded(UInt32(code))
        }
        if let code = rule.answers[key] { return .coded(UInt32(code)) }
        if let reason = rule.missing[key] { return missing(reason, set: false) }
        if !rule.items.isEmpty,
            let code = codes.firstIndex(of: AnswerList.has(rule.items, text) ? "yes" : "no")
        {
            return .coded(UInt32(code))
        }
        return .invalid(.invalidAnswer, expected: "one of: " + codes.joined(separator: ", "))
    }

    private func missing(_ reason: MissingReason, set: Bool) -> CellReading {
        guard reason == .dontKnow, let code = rule.dontKnowMeans else { return .missing(reason) }
        return .coded(set ? 1 << UInt32(code) : UInt32(code))
    }

    private func set(_ text: String, _ folded: String, codes: [String]) -> CellReading {
        let key = Self.key(text, folded)
        if let code = rule.answers[key] { return .coded(1 << UInt32(code)) }
        if let reason = rule.missing[key] { return missing(reason, set: true) }
        var list = AnswerList(text, separators: AnswerList.marks, rule: rule)
        // Kobo and ODK write the codes of a set with blanks between.
        if list.bits == 0 || list.hasUnknown {
            let words = AnswerList(text, separators: AnswerList.marks + [UInt8(ascii: " ")], rule: rule)
            if words.bits != 0, !words.hasUnknown { list = words }
        }
        guard list.bits != 0 else {
            return .invalid(.invalidAnswer, expected: "any of: " + codes.joined(separator: ", "))
        }
        if let none = codes.firstIndex(of: "none"), list.bits & 1 << UInt32(none) != 0,
            list.bits.nonzeroBitCount > 1 || list.hasUnknown
        {
            return .contradictory
        }
        guard list.hasUnknown else { return .coded(list.bits) }
        if let other = codes.firstIndex(of: "other") { return .coded(list.bits | 1 << UInt32(other)) }
        return .partly(list.bits, expected: "any of: " + codes.joined(separator: ", "))
    }

    /// What a cell is looked up by: "1.0" is 1, and 1.5 is no 15.
    static func key(_ text: String, _ folded: String) -> String {
        guard folded.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
            let mark = text.utf8.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C })
        else { return folded }
        let fraction = text.utf8[text.utf8.index(after: mark)...]
        guard fraction.allSatisfy({ $0 == 0x30 }), let whole = Int(text[..<mark]) else { return text }
        return String(whole)
    }

    private func number(_ text: String) -> CellReading {
        guard
            let value = NumberWithUnit.value(
                of: text, isCount: rule.variable.kind == .count, units: rule.units, marks: marks)
        else { return .invalid(.invalidNumber, expected: "a number") }
        if let range = rule.range, !range.contains(value),
            !(rule.readsBirthYears && (1900...2100).contains(value))
        {
            return .invalid(
                .outOfRange,
                expected: "a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))")
        }
        return .number(value)
    }

    private func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
