/// A decimal number as its digits: rounding is of what is written, never of a binary fraction.
struct DecimalDigits: Equatable {
    private(set) var isNegative = false
    /// 0 … 9 each, without zeros in front and behind; empty: the number is 0.
    private(set) var digits: [UInt8] = []
    /// The number is 0.d₁d₂… × 10^point.
    private(set) var point = 0

    /// A number as XML writes it, as -12.5E+3; nil where the text is none.
    init?(_ text: some Collection<UInt8>) {
        var hasDigits = false
        var isFraction = false
        var rest = text[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        while let byte = rest.first {
            if (0x30...0x39).contains(byte) {
                hasDigits = true
                if !digits.isEmpty || byte != 0x30 {
                    digits.append(byte - 0x30)
                    if !isFraction { point += 1 }
                } else if isFraction {
                    point -= 1
                }
            } else if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        guard hasDigits else { return nil }
        if let mark = rest.first {
            guard mark | 0x20 == UInt8(ascii: "e"),
                let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(power) < 1000
            else { return nil }
            point += power
        }
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    /// The number times a power of ten.
    func scaled(byTens power: Int) -> DecimalDigits {
        var scaled = self
        if !isZero { scaled.point += power }
        return scaled
    }

    /// The nearest number of so many significant digits; halves away from zero.
    func rounded(toSignificant count: Int) -> DecimalDigits { keeping(count) }

    /// The nearest number with so many digits behind the point; halves away from zero.
    func rounded(toPlaces places: Int) -> DecimalDigits { keeping(point + places) }

    private func keeping(_ count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        var rounded = self
        guard count >= 0 else {
            rounded.digits = []
            rounded.point = 0
            return rounded
        }
        let isUp = digits[count] >= 5
        rounded.digits.removeLast(digits.count - count)
        if isUp {
            var place = count - 1
            while place >= 0, rounded.digits[place] == 9 {
                rounded.digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                rounded.digits[place] += 1
            } else {
                rounded.digits.insert(1, at: 0)
                rounded.point += 1
            }
        }
        rounded.trim()
        return rounded
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// The number without its sign.
    var magnitude: DecimalDigits {
        var magnitude = self
        magnitude.isNegative = false
        return magnitude
    }

    /// What a spreadsheet holds of it: fifteen digits, and every whole number up to 2⁵³.
    var held: DecimalDigits {
        let isExact = point == 16 && digits.count <= 16 && digits.lexicographicallyPrecedes(Self.mostExact)
        return isExact ? self : rounded(toSignificant: 15)
    }

    /// 2⁵³.
    private static let mostExact: [UInt8] = [9, 0, 0, 7, 1, 9, 9, 2, 5, 4, 7, 4, 0, 9, 9, 2]

    /// As LibreOffice shows a number without a format.
    var general: String {
        let number = held
        let isLarge =
            number.point > 16
            || number.point == 16 && !number.digits.lexicographicallyPrecedes(Self.mostExact)
        let isSmall = number.point < -3 && (number.point < -8 || number.fraction.count > 16)
        if isLarge { return number.scientific(places: nil, powerDigits: 3) }
        return isSmall ? number.scientific(places: nil, powerDigits: 2) : number.plain
    }

    /// Digits before the point, at least one.
    var whole: [UInt8] {
        guard point > 0 else { return [0] }
        return (0..<point).map { $0 < digits.count ? digits[$0] : 0 }
    }

    /// Digits behind the point, without zeros at the end.
    var fraction: [UInt8] {
        guard digits.count > point else { return [] }
        return point < 0
            ? Array(repeating: 0, count: -point) + digits : Array(digits[max(0, point)...])
    }

    /// All digits written out, as 0.00001.
    var plain: String {
        let text = Self.text(whole) + (fraction.isEmpty ? "" : "." + Self.text(fraction))
        return isNegative && !isZero ? "-" + text : text
    }

    /// So many digits behind the first, and a power of at least so many digits, as 1.23E+016.
    func scientific(places: Int?, powerDigits: Int) -> String {
        let mantissa = digits.isEmpty ? [0] : digits
        var fraction = Array(mantissa.dropFirst())
        if let places {
            while fraction.count < places { fraction.append(0) }
        }
        let power = isZero ? 0 : point - 1
        let digits = String(abs(power))
        let zeros = String(repeating: "0", count: max(0, powerDigits - digits.count))
        return (isNegative && !isZero ? "-" : "") + Self.text(mantissa.prefix(1))
            + (fraction.isEmpty ? "" : "." + Self.text(fraction)) + "E" + (power < 0 ? "-" : "+") + zeros
            + digits
    }

    static func text(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
