/// Which numbers a field of a file may hold, and how a message says so.
package struct AllowedNumber: Sendable {
    package let range: ClosedRange<Double>
    package let isWhole: Bool
    /// A share of 1, which people also write in per cent.
    package let isShare: Bool
    private let words: String

    /// A whole number from one to another.
    package static func whole(_ range: ClosedRange<Int>) -> AllowedNumber {
        AllowedNumber(
            range: Double(range.lowerBound)...Double(range.upperBound), isWhole: true, isShare: false,
            words: range.lowerBound == 0
                ? "a whole number, 0 or more, at most \(grouped(range.upperBound))"
                : "a whole number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound))")
    }

    /// A number from one whole number to another; `unit` says of what ("degrees").
    package static func number(_ range: ClosedRange<Int>, of unit: String? = nil) -> AllowedNumber {
        AllowedNumber(
            range: Double(range.lowerBound)...Double(range.upperBound), isWhole: false, isShare: false,
            words: (unit.map { "\($0) from " } ?? "a number from ")
                + "\(grouped(range.lowerBound)) to \(grouped(range.upperBound))")
    }

    package static let share = AllowedNumber(
        range: 0...1, isWhole: false, isShare: true, words: "a share from 0 to 1")

    package func allows(_ number: Double) -> Bool {
        range.contains(number) && (!isWhole || number == number.rounded())
    }

    /// What is allowed where this number, or no number, was found: "a share from 0 to 1 (10.75 % is 0.1075)".
    package func expectation(found: Double?) -> String {
        guard isShare else { return words }
        guard let found, found > 1, found <= 100 else { return words + " (50 % is 0.5)" }
        return words + " (\(Self.short(found)) % is \(Self.short(found / 100)))"
    }

    private static func short(_ number: Double) -> String {
        let rounded = (number * 1e6).rounded() / 1e6
        return Int(exactly: rounded).map(String.init) ?? String(rounded)
    }

    /// "100,000".
    private static func grouped(_ number: Int) -> String {
        var digits = Array(String(abs(number)))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }
}
