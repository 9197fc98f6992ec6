internal import Basics
/// The code of one household, unique in the ward ("TX03-017").
///
/// Two ways of writing one code are one id: letters may be large or small, dashes of any kind, blanks anywhere.
/// Leading zeros count: 017 and 17 are two.
package struct HouseholdID: Hashable, Comparable, Sendable {
    /// As written, put right.
    package let text: String
    /// What ids are compared by.
    package let key: String

    package init(_ text: String) { self.init(read: Self.repaired(text).text) }

    /// A text that was put right before.
    init(read text: String) {
        self.text = text
        key = Self.key(text)
    }

    package static func == (left: HouseholdID, right: HouseholdID) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    package static func < (left: HouseholdID, right: HouseholdID) -> Bool { left.key < right.key }

    private static func key(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 && !(0x41...0x5A).contains($0) }
        if isPlain { return text }
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return asciiKey(text) }
        return composed(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " })))
            .lowercased()
    }

    /// Of a text without other letters than English ones: the same as of any text, and many times faster.
    private static func asciiKey(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { key in
            var count = 0
            for byte in text.utf8 where byte != 0x20 {
                key[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }

    /// A code as spreadsheets and people write it, put right, and what that took: an apostrophe or `="…"` that keeps
    /// it a text, blanks, ".0" of a number, another dash.
    static func repaired(_ written: String) -> (text: String, repairs: [String]) {
        var repairs: [String] = []
        var text = trimmed(written)
        if text.utf8.count < written.utf8.count { repairs.append("trimmed") }
        if let inner = spreadsheetText(text) {
            text = inner
            repairs.append("spreadsheetText")
        }
        if let whole = text.wholeMatch(of: /(\d+)[.,]0+/) {
            text = String(whole.1)
            repairs.append("spreadsheetNumber")
        }
        if text.utf8.contains(where: { $0 >= 0x80 }) {
            let dashed = String(
                String.UnicodeScalarView(text.unicodeScalars.map { dashes.contains($0) ? "-" : $0 }))
            if dashed != text { repairs.append("idDash") }
            let scalars = dashed.unicodeScalars.filter { $0 == " " || !isBlank($0) }
            if scalars.count < dashed.unicodeScalars.count { repairs.append("idBlank") }
            text = composed(String(String.UnicodeScalarView(scalars)))
        }
        return (text, repairs)
    }

    private static func spreadsheetText(_ text: String) -> String? {
        if let quoted = text.wholeMatch(of: /=\s*["“”]+(.*?)["“”]+/) { return trimmed(String(quoted.1)) }
        guard let first = text.first, "'’‘`".contains(first), text.count > 1 else { return nil }
        return trimmed(String(text.dropFirst()))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || ["\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}"].contains(scalar)
    }

    private static let dashes: Set<Unicode.Scalar> = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE58}",
        "\u{FE63}",
        "\u{FF0D}",
    ]
}
