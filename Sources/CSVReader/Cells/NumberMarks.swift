/// Which mark stands before the fraction of a number; the other one parts thousands, as blanks and apostrophes do.
///
/// A column writes its numbers in one way, so the way is decided once from all its cells:
///
/// ```swift
/// NumberMarks.decided(by: ["1.250", "987,5"])  // .marks(NumberMarks(decimal: .comma), isGuess: false)
/// NumberMarks(decimal: .comma).number("1.250")  // 1250
/// ```
package struct NumberMarks: Sendable, Equatable {
    package enum Decimal: Sendable { case point, comma }

    package let decimal: Decimal

    package init(decimal: Decimal) { self.decimal = decimal }

    /// The marks that all cells of a column allow.
    package enum Decision: Sendable, Equatable {
        /// `isGuess`: only cells such as "1.250" speak, which either way of writing allows.
        case marks(NumberMarks, isGuess: Bool)
        /// Two cells that no one way of writing allows both (positions in the list given, the lower first).
        case mixed(Int, Int)
    }

    /// The marks of a column, from its different cells in any order.
    ///
    /// A cell that only one way of writing allows is evidence for it: "1250,5", "0,125", ",5", "1.250,5" and
    /// "1.250.000" for the decimal comma. "1.250" alone may be either; then the point is the guess. Cells that are no
    /// numbers say nothing. With `declared` nothing is decided: a cell that does not fit is then no number.
    package static func decided(by cells: [String], declared: Decimal? = nil) -> Decision {
        if let declared { return .marks(NumberMarks(decimal: declared), isGuess: false) }
        var firstPoint: Int?
        var firstComma: Int?
        var isGuess = false
        for (position, cell) in cells.enumerated() {
            guard let written = marked(cell) else { continue }
            switch (written.value(decimal: .point) != nil, written.value(decimal: .comma) != nil) {
            case (true, false): firstPoint = firstPoint ?? position
            case (false, true): firstComma = firstComma ?? position
            case (true, true): isGuess = true
            case (false, false): break
            }
            if let firstPoint, let firstComma {
                return .mixed(min(firstPoint, firstComma), max(firstPoint, firstComma))
            }
        }
        if firstComma != nil { return .marks(NumberMarks(decimal: .comma), isGuess: false) }
        return .marks(NumberMarks(decimal: .point), isGuess: isGuess && firstPoint == nil)
    }

    /// The number that a cell says under these marks; nil where it is none.
    ///
    /// Strict: thousands stand in groups of three ("12,34,567" and "1.25.000" are no numbers), nothing but a sign, digits,
    /// marks, blanks around and an exponent is read (no "0x10", no "nan"), and an infinite number is none.
    package func number(_ text: String) -> Double? {
        Self.plainNumber(text, allowsPoint: decimal == .point) ?? WrittenNumber(text)?.value(decimal: decimal)
    }

    /// Whether either way of writing allows a cell, with different numbers: "1.250" and "12,500", not "1.25" or "7".
    package static func allowsBoth(_ cell: String) -> Bool {
        guard let written = marked(cell) else { return false }
        return written.value(decimal: .point) != nil && written.value(decimal: .comma) != nil
    }

    /// The short way for most cells: digits alone, or with one point between them.
    private static func plainNumber(_ text: String, allowsPoint: Bool) -> Double? {
        var points = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), allowsPoint {
                points += 1
            } else if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                return nil
            }
        }
        let point = UInt8(ascii: ".")
        guard points <= 1, text.utf8.first != point, text.utf8.last != point, let number = Double(text),
            number.isFinite
        else { return nil }
        return number
    }

    /// A cell with a point or a comma; the others say nothing and need not be parsed.
    private static func marked(_ cell: String) -> WrittenNumber? {
        guard cell.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }),
            let written = WrittenNumber(cell), written.hasDecimalOrThousandsMark
        else { return nil }
        return written
    }
}
