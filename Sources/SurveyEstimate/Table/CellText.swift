internal import CSVReader

/// What a cell says, read once for each different cell of a column.
enum CellText {
    /// A decimal number as programs write it: sign, digits, point, exponent. nil for anything else ("0x1F", "inf").
    static func number(_ text: String) -> Double? {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// What a cell that is no number under its column's marks looks like: its kind, never its content.
    static func kind(_ text: String, _ marks: NumberMarks) -> String {
        let digits = text.filter(\.isNumber).count
        let isOnly = { (signs: String) in text.allSatisfy { $0.isNumber || signs.contains($0) } }
        if digits >= 4, isOnly("-/. :T"), text.count(where: { "-/.:".contains($0) }) > 1 {
            return "a date or a code"
        }
        if digits > 0, text.contains(where: { ".,".contains($0) }), isOnly(".,+-") {
            return marks.decimal == .point
                ? "a number that does not fit a decimal point and thousands in groups of three"
                : "a number that does not fit a decimal comma and thousands in groups of three"
        }
        return "a text of \(text.count) character\(text.count == 1 ? "" : "s")"
    }

    /// Whether all digits of a number are kept by reading it.
    static func isExact(_ text: String) -> Bool { text.utf8.count { (0x30...0x39).contains($0) } <= 15 }
}
