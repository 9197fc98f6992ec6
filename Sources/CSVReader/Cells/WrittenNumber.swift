/// A number as a cell writes it: digits, and the marks between them.
struct WrittenNumber: Equatable, Sendable {
    /// What stands between two digits. All kinds of blanks are one mark.
    enum Mark: Sendable { case point, comma, blank, apostrophe }

    private let isNegative: Bool
    /// The digits before, between and after the marks: one run more than marks; a run may be empty, as in ".5".
    private let runs: [[UInt8]]
    private let marks: [Mark]
    /// From the letter on, as "e+3"; empty without one.
    private let exponent: [UInt8]

    /// - Returns: nil for a text that is no number, whatever its marks mean.
    init?(_ text: String) {
        var reader = Reader(text)
        isNegative = reader.sign()
        var runs: [[UInt8]] = []
        var marks: [Mark] = []
        while true {
            runs.append(reader.digits())
            guard let mark = reader.mark() else { break }
            marks.append(mark)
        }
        guard runs.contains(where: { !$0.isEmpty }), let exponent = reader.exponent() else { return nil }
        self.runs = runs
        self.marks = marks
        self.exponent = exponent
    }

    /// Whether it has a point or a comma.
    var hasDecimalOrThousandsMark: Bool { marks.contains(.point) || marks.contains(.comma) }

    /// The number under one way of writing; nil where that way does not allow it.
    ///
    /// The decimal mark stands once, as the last mark. Another mark parts thousands: always the same one, between
    /// groups of three digits, after one to three digits of which the first is not 0, without an exponent.
    func value(decimal: NumberMarks.Decimal) -> Double? {
        let decimalMark: Mark = decimal == .point ? .point : .comma
        let hasFraction = marks.last == decimalMark
        let groupMarks = hasFraction ? marks.dropLast() : marks[...]
        let whole = hasFraction ? runs.dropLast() : runs[...]
        guard !groupMarks.contains(decimalMark) else { return nil }
        if let first = groupMarks.first {
            guard groupMarks.allSatisfy({ $0 == first }), exponent.isEmpty,
                let lead = whole.first, (1...3).contains(lead.count), lead.first != UInt8(ascii: "0"),
                whole.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        let sign = isNegative ? [UInt8(ascii: "-")] : []
        let fraction = hasFraction ? [UInt8(ascii: ".")] + (runs.last ?? []) + zero : []
        let bytes = sign + zero + whole.joined() + fraction + exponent
        guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else { return nil }
        return number
    }

    /// So that ".5" and "5." are read as "0.5" and "5.0".
    private var zero: [UInt8] { [UInt8(ascii: "0")] }
}

extension WrittenNumber {
    /// Walks over a cell.
    private struct Reader {
        private var rest: Substring.UnicodeScalarView

        init(_ text: String) {
            rest = text.unicodeScalars[...]
            while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
            while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        }

        /// Takes a sign; whether it is minus.
        mutating func sign() -> Bool {
            guard let first = rest.first, ["+", "-", "\u{2212}"].contains(first) else { return false }
            rest.removeFirst()
            return first != "+"
        }

        mutating func digits() -> [UInt8] {
            var digits: [UInt8] = []
            while let first = rest.first, ("0"..."9").contains(first) {
                digits.append(UInt8(truncatingIfNeeded: first.value))
                rest.removeFirst()
            }
            return digits
        }

        mutating func mark() -> Mark? {
            let mark: Mark
            switch rest.first {
            case ".": mark = .point
            case ",": mark = .comma
            // Blank, no-break, thin, figure and narrow no-break space.
            case " ", "\u{A0}", "\u{2009}", "\u{2007}", "\u{202F}": mark = .blank
            case "'", "\u{2019}": mark = .apostrophe
            default: return nil
            }
            rest.removeFirst()
            return mark
        }

        /// Takes what is left: nothing, or e, a sign and digits; nil for anything else.
        mutating func exponent() -> [UInt8]? {
            guard let letter = rest.popFirst() else { return [] }
            guard letter == "e" || letter == "E" else { return nil }
            let isNegative = sign()
            let power = digits()
            guard rest.isEmpty, !power.isEmpty else { return nil }
            return [UInt8(ascii: "e")] + (isNegative ? [UInt8(ascii: "-")] : []) + power
        }
    }
}
