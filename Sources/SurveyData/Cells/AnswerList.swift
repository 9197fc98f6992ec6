internal import Basics

/// The answers that a cell lists, a bit each.
///
/// An answer may itself hold a comma ("Sao chép, dán"), so the longest run of parts that is a known answer is taken
/// first. A part that no answer starts at is unknown; it voids itself, not the cell.
struct AnswerList {
    private(set) var bits: UInt32 = 0
    private(set) var hasUnknown = false

    static let marks = Array(";,|+\n\r".utf8)
    /// More parts than any answer has.
    private static let longest = 8

    init(_ text: String, separators: [UInt8], rule: VariableRule) {
        let folded = Self.parts(text, separators).map { AnswerReader.key(trimmed($0), fold($0)) }
        var start = 0
        while start < folded.count {
            if let (code, end) = Self.longestAnswer(folded, from: start, rule) {
                bits |= 1 << UInt32(code)
                start = end
            } else if let other = Self.other(folded[start], rule) {
                bits |= 1 << UInt32(other)
                start += 1
            } else {
                if rule.missing[folded[start]] == nil { hasUnknown = true }
                start += 1
            }
        }
    }

    private static func parts(_ text: String, _ separators: [UInt8]) -> [String] {
        text.utf8.split(whereSeparator: separators.contains).map { String(Substring($0)) }
            .filter { !trimmed($0).isEmpty }
    }

    /// What a cell lists, blanks around each removed.
    static func items(_ text: String) -> [String] { parts(text, marks).map(trimmed) }

    /// Whether a cell lists one of some folded items, which may hold commas themselves.
    static func has(_ items: Set<String>, _ text: String) -> Bool {
        let folded = parts(text, marks).map(fold)
        return folded.indices.contains { start in
            var joined = ""
            return folded[start..<min(folded.count, start + longest)].contains { part in
                joined += part
                return items.contains(joined)
            }
        }
    }

    private static func longestAnswer(
        _ parts: [String], from start: Int, _ rule: VariableRule
    ) -> (code: Int, end: Int)? {
        var joined = ""
        var found: (code: Int, end: Int)?
        for end in start..<min(parts.count, start + longest) {
            joined += parts[end]
            if let code = rule.answers[joined] { found = (code, end + 1) }
        }
        return found
    }

    /// "Khác: …".
    private static func other(_ part: String, _ rule: VariableRule) -> Int? {
        rule.otherPrefixes.first { part.hasPrefix($0) }.flatMap { rule.answers[$0] }
    }
}
