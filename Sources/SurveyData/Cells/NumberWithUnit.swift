internal import Basics
internal import CSVReader

/// Numbers as people write them: "04", "4 người", "2,5" (decimal comma), "1.250" (thousands, in a count).
enum NumberWithUnit {
    /// The number, or nil if the text is none. `units` are folded words that may follow.
    static func value(of text: String, isCount: Bool, units: [String], marks: NumberMarks) -> Double? {
        let digits = digits(text)
        let rest = fold(String(text.dropFirst(digits.count)))
        guard !digits.isEmpty, rest.isEmpty || units.contains(rest) else { return nil }
        return isCount ? count(digits) : marks.number(digits)
    }

    /// The number of a cell that stands alone: its own marks tell how it is written.
    static func value(of text: String, isCount: Bool, units: [String]) -> Double? {
        guard case .marks(let marks, _) = NumberMarks.decided(by: [digits(text)]) else { return nil }
        return value(of: text, isCount: isCount, units: units, marks: marks)
    }

    /// A whole number, 0 or more, whatever marks it is written with.
    static func count(_ text: String) -> Double? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let first = parts.first, Int(first) != nil else { return nil }
        if parts.count == 2, parts[1].allSatisfy({ $0 == "0" }), parts[1].count != 3 {
            return Double(String(first))
        }
        guard parts.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) }) else { return nil }
        return Double(parts.joined())
    }

    /// What stands before a unit.
    static func digits(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isPlain { return text }
        return trimmed(
            String(text.prefix { $0.isASCII && ($0.isNumber || ".,-+ '".contains($0)) || $0 == "\u{A0}" }))
    }
}
