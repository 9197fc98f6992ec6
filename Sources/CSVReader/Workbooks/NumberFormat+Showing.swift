extension NumberFormat {
    /// A number as a spreadsheet shows it, in English.
    ///
    /// - Parameter serial: the same number, for dates.
    func shown(_ number: DecimalDigits, serial: Double, is1904: Bool) -> String {
        let section = section(for: number)
        let tokens = sections[section]
        switch kind {
        case .text:
            let held = number.held
            return held.point > 16 ? held.scientific(places: 14, powerDigits: 2) : held.plain
        case .date, .time:
            guard let date = WorkbookDate(serial, is1904: is1904) else { return "#FMT" }
            return tokens.map { $0.text(date, hasHalves: tokens.contains(.halfOfDay)) }.joined()
        case .elapsed: return Self.elapsed(tokens, serial)
        case .number, .percent:
            // A section of its own says itself how its numbers look.
            return Self.number(tokens, number, hasSign: section == 0)
        }
    }

    private func section(for number: DecimalDigits) -> Int {
        if number.isZero { return sections.count > 2 ? 2 : 0 }
        return number.isNegative && sections.count > 1 ? 1 : 0
    }

    private static func number(_ tokens: [Token], _ number: DecimalDigits, hasSign: Bool) -> String {
        var number = number.held
        for case .percent in tokens { number = number.scaled(byTens: 2) }
        func signed(_ text: String) -> String {
            let isZero = !text.utf8.contains { (0x31...0x39).contains($0) }
            return hasSign && number.isNegative && !isZero ? "-" + text : text
        }
        guard tokens.contains(where: \.isDigit) else {
            return signed(tokens.map { $0 == .general ? number.magnitude.general : $0.sameText }.joined())
        }
        let last = tokens.lastIndex(where: \.isDigit) ?? 0
        for case .comma in tokens[(last + 1)...].prefix(while: { $0 == .comma }) {
            number = number.scaled(byTens: -3)
        }
        return signed(NumberPattern(tokens).text(of: number))
    }

    /// Hours, minutes or seconds that add up, to the nearest second.
    private static func elapsed(_ tokens: [Token], _ serial: Double) -> String {
        guard serial.isFinite, abs(serial) < 4e6 else { return "#FMT" }
        let seconds = Int((abs(serial) * 86400).rounded())
        let isMinuteLeft = tokens.contains { if case .elapsedHours = $0 { true } else { false } }
        let isSecondLeft =
            isMinuteLeft || tokens.contains { if case .elapsedMinutes = $0 { true } else { false } }
        let text = tokens.map { token -> String in
            switch token {
            case .elapsedHours(let width): padded(seconds / 3600, width)
            case .elapsedMinutes(let width): padded(seconds / 60, width)
            case .elapsedSeconds(let width): padded(seconds, width)
            case .minute(let width): padded(isMinuteLeft ? seconds / 60 % 60 : seconds / 60, width)
            case .second(let width): padded(isSecondLeft ? seconds % 60 : seconds, width)
            default: token.sameText
            }
        }
        return (serial < 0 && seconds > 0 ? "-" : "") + text.joined()
    }
}

extension NumberFormat.Token {
    var isDigit: Bool { if case .digit = self { true } else { false } }

    /// What shows alike for every number.
    var sameText: String {
        switch self {
        case .literal(let text): text
        case .percent: "%"
        default: ""
        }
    }

    fileprivate func text(_ date: WorkbookDate, hasHalves: Bool) -> String {
        switch self {
        case .year(let width): width > 2 ? padded(date.year, 4) : padded(date.year % 100, 2)
        case .month(let width): Self.name(Self.months[date.month - 1], date.month, width)
        case .day(let width): Self.name(Self.days[date.weekday], date.day, width)
        case .hour(let width): padded(hasHalves ? (date.hour + 11) % 12 + 1 : date.hour, min(width, 2))
        case .minute(let width): padded(date.minute, min(width, 2))
        case .second(let width): padded(date.second, min(width, 2))
        case .partOfSecond(let places):
            "." + String(padded(date.milliseconds % 1000, 3).prefix(places))
        case .halfOfDay: date.hour < 12 ? "AM" : "PM"
        default: sameText
        }
    }

    private static func name(_ name: String, _ number: Int, _ width: Int) -> String {
        switch width {
        case ...2: padded(number, width)
        case 3: String(name.prefix(3))
        case 5: String(name.prefix(1))
        default: name
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    private static let days = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
}

/// Where the digits of a number go: `#,##0.00 "đ"`.
private struct NumberPattern {
    private var whole: [NumberFormat.Token] = []
    private var fraction: [NumberFormat.Token] = []
    private var power: Int?
    private var tail: [NumberFormat.Token] = []
    private let isGrouped: Bool

    init(_ tokens: [NumberFormat.Token]) {
        let first = tokens.firstIndex(where: \.isDigit) ?? 0
        let point = tokens.firstIndex(of: .point) ?? tokens.count
        let lastWhole = tokens[..<point].lastIndex(where: \.isDigit) ?? first
        isGrouped = first < lastWhole && tokens[first..<lastWhole].contains(.comma)
        var isBehindPoint = false
        for token in tokens {
            if case .power(let digits) = token {
                power = digits
            } else if token == .point, !isBehindPoint {
                isBehindPoint = true
            } else if power != nil {
                tail.append(token)
            } else if isBehindPoint {
                fraction.append(token)
            } else if token != .comma {
                whole.append(token)
            }
        }
    }

    func text(of number: DecimalDigits) -> String {
        let places = fraction.count(where: \.isDigit)
        if let power {
            let text = number.magnitude.rounded(toSignificant: places + 1)
                .scientific(places: places, powerDigits: power)
            return whole.filter { !$0.isDigit }.map(\.sameText).joined() + text
                + (fraction + tail).filter { !$0.isDigit }.map(\.sameText).joined()
        }
        let rounded = number.magnitude.rounded(toPlaces: places)
        let behind = fractionText(rounded)
        return wholeText(rounded) + behind
    }

    private func wholeText(_ number: DecimalDigits) -> String {
        var digits = number.whole == [0] ? [] : number.whole
        var text = ""
        var count = 0
        let leftmost = whole.firstIndex(where: \.isDigit)
        func add(_ digit: Character) {
            if isGrouped, count > 0, count.isMultiple(of: 3), digit != " " { text.append(",") }
            text.append(digit)
            count += 1
        }
        // From the right; what the places cannot hold stands before the leftmost.
        for (place, token) in whole.enumerated().reversed() {
            guard case .digit(let kind) = token else {
                text += String(token.sameText.reversed())
                continue
            }
            if let digit = digits.popLast() {
                add(Self.character(digit))
            } else if kind == UInt8(ascii: "0") {
                add("0")
            } else if kind == UInt8(ascii: "?") {
                add(" ")
            }
            if place == leftmost { while let digit = digits.popLast() { add(Self.character(digit)) } }
        }
        // Without a place for them they stand before the point.
        return String(text.reversed()) + DecimalDigits.text(digits)
    }

    private func fractionText(_ number: DecimalDigits) -> String {
        let digits = number.fraction
        var (text, used, hasDigit) = ("", 0, false)
        for token in fraction {
            guard case .digit(let kind) = token else {
                text += token.sameText
                continue
            }
            if used < digits.count {
                text.append(Self.character(digits[used]))
                hasDigit = true
            } else if kind != UInt8(ascii: "#") {
                text.append(kind == UInt8(ascii: "0") ? "0" : " ")
                hasDigit = true
            }
            used += 1
        }
        return (hasDigit ? "." : "") + text
    }

    private static func character(_ digit: UInt8) -> Character { Character(UnicodeScalar(digit + 0x30)) }
}
