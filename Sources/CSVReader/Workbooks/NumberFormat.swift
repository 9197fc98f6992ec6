/// A workbook's number format, taken apart: `#,##0.00`, `dd/mm/yyyy`, `0%`.
///
/// - Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
struct NumberFormat: Sendable, Equatable {
    /// What a number in a cell means.
    enum Kind: Sendable, Equatable {
        case number, percent, text
        /// A day, with the time of day or without.
        case date(hasTime: Bool)
        /// A time of day.
        case time
        /// Hours that may be more than a day has.
        case elapsed
    }

    enum Token: Sendable, Equatable {
        case literal(String)
        case general, text, point, comma, percent
        /// `0`, `#` or `?`.
        case digit(UInt8)
        /// E+00: least digits of the power.
        case power(Int)
        case year(Int), month(Int), day(Int), hour(Int), minute(Int), second(Int)
        /// Digits behind the point of a second.
        case partOfSecond(Int)
        case halfOfDay
        case elapsedHours(Int), elapsedMinutes(Int), elapsedSeconds(Int)
    }

    let kind: Kind
    /// Of positive numbers, negative ones and zero; fewer where they are alike.
    let sections: [[Token]]

    static let general = NumberFormat(kind: .number, sections: [[.general]])

    private init(kind: Kind, sections: [[Token]]) {
        self.kind = kind
        self.sections = sections
    }

    init(_ code: String) {
        var reader = Reader(String(code.prefix(Self.longest)))
        let sections = Array(reader.sections().prefix(3)).map(Self.resolved)
        // Not shown here: fractions, and sections that a condition chooses.
        let isPlain = reader.hasCondition || sections.contains(where: Self.isFraction)
        self.sections = isPlain ? [[.general]] : sections
        kind = isPlain ? .number : Self.kind(of: sections.first ?? [])
    }

    /// Characters of a format, at most, as in Excel.
    private static let longest = 255

    /// Whether digits stand on both sides of a stroke.
    private static func isFraction(_ tokens: [Token]) -> Bool {
        tokens.indices.dropFirst().dropLast().contains {
            tokens[$0] == .literal("/") && tokens[$0 - 1].isDigit && tokens[$0 + 1].isDigit
        }
    }

    private static func kind(of tokens: [Token]) -> Kind {
        if tokens.contains(where: \.isElapsed) { return .elapsed }
        let hasTime = tokens.contains(where: \.isTime)
        if tokens.contains(where: \.isDay) { return .date(hasTime: hasTime) }
        if hasTime { return .time }
        if tokens.contains(.percent) { return .percent }
        return tokens == [.text] ? .text : .number
    }

    /// `m` is minutes behind hours and before seconds, and a comma or point among dates is text.
    private static func resolved(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { $0.isDay || $0.isTime || $0.isElapsed }) else { return tokens }
        var resolved = tokens
        let parts = tokens.indices.filter { tokens[$0].isDay || tokens[$0].isTime || tokens[$0].isElapsed }
        for (order, place) in parts.enumerated() {
            guard case .month(let width) = tokens[place], width <= 2 else { continue }
            let before = order > 0 ? tokens[parts[order - 1]] : nil
            let after = order + 1 < parts.count ? tokens[parts[order + 1]] : nil
            if before?.isHours == true || after?.isSeconds == true { resolved[place] = .minute(width) }
        }
        var made: [Token] = []
        for token in resolved {
            switch token {
            case .comma: made.append(.literal(","))
            case .point: made.append(.literal("."))
            case .digit(UInt8(ascii: "0")):
                // Zeros behind a point are parts of a second.
                if case .partOfSecond(let places) = made.last {
                    made[made.count - 1] = .partOfSecond(places + 1)
                } else if made.last == .literal("."), made.dropLast().last?.isSeconds == true {
                    made[made.count - 1] = .partOfSecond(1)
                }
            case .digit, .percent, .power: continue
            default: made.append(token)
            }
        }
        return made
    }
}

extension NumberFormat.Token {
    var isDay: Bool {
        switch self {
        case .year, .month, .day: true
        default: false
        }
    }

    var isTime: Bool {
        switch self {
        case .hour, .minute, .second, .halfOfDay: true
        default: false
        }
    }

    var isElapsed: Bool {
        switch self {
        case .elapsedHours, .elapsedMinutes, .elapsedSeconds: true
        default: false
        }
    }

    fileprivate var isHours: Bool {
        switch self {
        case .hour, .elapsedHours: true
        default: false
        }
    }

    fileprivate var isSeconds: Bool {
        switch self {
        case .second, .elapsedSeconds: true
        default: false
        }
    }
}

extension NumberFormat {
    /// Takes a code apart, character by character.
    private struct Reader {
        private let code: [Character]
        private var place = 0
        private(set) var hasCondition = false

        init(_ code: String) { self.code = Array(code) }

        mutating func sections() -> [[Token]] {
            var sections: [[Token]] = [[]]
            while place < code.count {
                if code[place] == ";" {
                    place += 1
                    sections.append([])
                } else if let token = next() {
                    sections[sections.count - 1].append(token)
                }
            }
            return sections
        }

        /// nil where what stands here shows nothing: a colour, a condition, a fill.
        private mutating func next() -> Token? {
            let character = code[place]
            switch character {
            case "\"":
                let end = code[(place + 1)...].firstIndex(of: "\"") ?? code.count
                defer { place = min(code.count, end + 1) }
                return .literal(String(code[(place + 1)..<end]))
            case "\\":
                defer { place += 2 }
                return place + 1 < code.count ? .literal(String(code[place + 1])) : nil
            case "_":
                // As wide as the next character.
                place += 2
                return .literal(" ")
            case "*":
                place += 2
                return nil
            case "[": return bracket()
            default: return word() ?? single(character)
            }
        }

        private mutating func single(_ character: Character) -> Token {
            place += 1
            switch character {
            case "0", "#", "?": return .digit(character.asciiValue ?? 0)
            case ".": return .point
            case ",": return .comma
            case "%": return .percent
            case "@": return .text
            default: return .literal(String(character))
            }
        }

        private mutating func bracket() -> Token? {
            let end = code[place...].firstIndex(of: "]") ?? code.count - 1
            let inside = String(code[(place + 1)..<max(place + 1, end)])
            place = end + 1
            if let sign = inside.first, "<>=".contains(sign) { hasCondition = true }
            if inside.hasPrefix("$") {
                let symbol = inside.dropFirst().prefix { $0 != "-" }
                return symbol.isEmpty ? nil : .literal(String(symbol))
            }
            let lower = inside.lowercased()
            switch Set(lower) {
            case ["h"]: return .elapsedHours(lower.count)
            case ["m"]: return .elapsedMinutes(lower.count)
            case ["s"]: return .elapsedSeconds(lower.count)
            default: return nil
            }
        }

        /// What letters mean; nil where they mean nothing.
        private mutating func word() -> Token? {
            let rest = String(code[place...].prefix(7)).lowercased()
            for (word, token) in Self.words where rest.hasPrefix(word) {
                place += word.count
                return token
            }
            if rest.hasPrefix("e+") || rest.hasPrefix("e-") {
                let digits = code[(place + 2)...].prefix { "0#?".contains($0) }.count
                place += 2 + digits
                return .power(digits)
            }
            guard let letter = rest.first, let make = Self.parts[letter] else { return nil }
            let width = code[place...].prefix { $0.lowercased() == String(letter) }.count
            place += width
            return make(width)
        }

        private static let words: [(String, Token)] = [
            ("general", .general), ("am/pm", .halfOfDay), ("a/p", .halfOfDay),
        ]
        private static let parts: [Character: @Sendable (Int) -> Token] = [
            "y": { .year($0) }, "m": { .month($0) }, "d": { .day($0) }, "h": { .hour($0) },
            "s": { .second($0) },
        ]
    }

    /// Formats that a workbook names by number alone, as LibreOffice reads them.
    static let builtIn: [Int: NumberFormat] = [
        0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
        14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
        20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;(#,##0)",
        39: "#,##0.00 ;(#,##0.00)", 40: "#,##0.00 ;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
        48: "##0.0E+0", 49: "@",
    ].merging([27...31, 34...36, 50...54, 57...58].joined().map { ($0, "m/d/yyyy") }) { first, _ in first }
        .mapValues(NumberFormat.init)
}
