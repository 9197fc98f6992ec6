/// What one cell says, by its variable's rule.
enum CellReading: Sendable, Equatable {
    case text(String)
    /// Position in the code list (a choice) or a bit mask (a set).
    case coded(UInt32)
    case number(Double)
    case date(WrittenDate)
    case missing(MissingReason)
    /// Not an answer that the rule knows; the expectation in words.
    case invalid(DataIssue.Code, expected: String)
}

/// Reads the cells of one variable. Whole answers only, never a prefix: "Không có nhu cầu" is no "Không".
struct AnswerReader: Sendable {
    let rule: VariableRule
    private let missingHasDigits: Bool

    init(rule: VariableRule) {
        self.rule = rule
        missingHasDigits = rule.missing.keys.contains { $0.contains(where: \.isNumber) }
    }

    func read(_ cell: String) -> CellReading {
        let text = trimmed(cell)
        if text.isEmpty { return .missing(.blank) }
        if rule.variable.canBeDamaged, let damage = SpreadsheetDamage(text) {
            return .invalid(.spreadsheetDamage, expected: damage.expected)
        }
        if rule.variable == .phone, let whole = phoneWithZero(text) { return .text(whole) }
        // Codes of missing answers are short, mostly without digits: other texts need not be folded.
        if rule.variable.kind == .text {
            let hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
            if text.utf8.count > 40 || hasDigit && !missingHasDigits { return .text(text) }
        }
        let folded = fold(text)
        switch rule.variable.kind {
        case .choice(let codes): return choice(folded, codes: codes)
        case .set(let codes): return set(text, folded: folded, codes: codes)
        case .text: return rule.missing[folded].map { .missing($0) } ?? .text(text)
        case .count, .number: return rule.missing[folded].map { .missing($0) } ?? number(text, folded: folded)
        case .date:
            if let reason = rule.missing[folded] { return .missing(reason) }
            return WrittenDate(text).map { .date($0) }
                ?? .invalid(.invalidDate, expected: "a date such as 2025-08-05 or 05/08/2025")
        }
    }

    private func choice(_ folded: String, codes: [String]) -> CellReading {
        if let code = rule.answers[folded] { return .coded(UInt32(code)) }
        if let reason = rule.missing[folded] { return missing(reason, set: false) }
        return .invalid(.invalidAnswer, expected: "one of: " + codes.joined(separator: ", "))
    }

    private func missing(_ reason: MissingReason, set: Bool) -> CellReading {
        guard reason == .dontKnow, let code = rule.dontKnowMeans else { return .missing(reason) }
        return .coded(set ? 1 << UInt32(code) : UInt32(code))
    }

    private func set(_ text: String, folded: String, codes: [String]) -> CellReading {
        if let code = rule.answers[folded] { return .coded(1 << UInt32(code)) }
        if let reason = rule.missing[folded] { return missing(reason, set: true) }
        if let bits = bits(of: Self.parts(text, Self.separators)) { return .coded(bits) }
        // Kobo and ODK write the codes of a set with blanks between.
        if let bits = bits(of: Self.parts(text, [UInt8(ascii: " ")])) { return .coded(bits) }
        return .invalid(.invalidAnswer, expected: "any of: " + codes.joined(separator: ", "))
    }

    private static let separators = Array(";,|\n\r".utf8)

    /// Between ASCII marks, folded.
    private static func parts(_ text: String, _ separators: [UInt8]) -> [String] {
        text.utf8.split(whereSeparator: separators.contains).map { fold(String(Substring($0))) }
    }

    private func bits(of answers: [String]) -> UInt32? {
        var bits: UInt32 = 0
        for answer in answers where !answer.isEmpty {
            if let code = rule.answers[answer] {
                bits |= 1 << UInt32(code)
            } else if let prefix = rule.otherPrefixes.first(where: { answer.hasPrefix($0) }),
                let code = rule.answers[prefix]
            {
                bits |= 1 << UInt32(code)
            } else {
                return nil
            }
        }
        return bits == 0 ? nil : bits
    }

    private func number(_ text: String, folded: String) -> CellReading {
        guard
            let value = WrittenNumber.value(
                of: text, isCount: rule.variable.kind == .count, units: rule.units)
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
