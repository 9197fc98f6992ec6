/// Numbers as people write them: "04", "4 người", "2,5" (decimal comma), "1.250" (thousands, in a count).
enum WrittenNumber {
    /// The number, or nil if the text is none. `units` are folded words that may follow.
    static func value(of text: String, isCount: Bool, units: [String]) -> Double? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || ".,-+".contains($0)) }
        let rest = fold(String(text.dropFirst(digits.count)))
        guard !digits.isEmpty, rest.isEmpty || units.contains(rest) else { return nil }
        var number = String(digits)
        if isCount {
            guard let whole = count(number) else { return nil }
            return whole
        }
        if let comma = number.lastIndex(of: ",") {
            if let point = number.lastIndex(of: "."), point > comma {
                number.removeAll { $0 == "," }
            } else {
                number.removeAll { $0 == "." }
                guard number.count(where: { $0 == "," }) == 1 else { return nil }
                number = number.replacing(",", with: ".")
            }
        }
        return Double(number).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A whole number, with or without thousands marks ("1.250", "1,250") or an empty fraction ("4.0").
    private static func count(_ text: String) -> Double? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let first = parts.first, Int(first) != nil else { return nil }
        if parts.count == 2, parts[1].allSatisfy({ $0 == "0" }), parts[1].count != 3 {
            return Double(String(first))
        }
        guard parts.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) }) else { return nil }
        return Double(parts.joined())
    }
}
