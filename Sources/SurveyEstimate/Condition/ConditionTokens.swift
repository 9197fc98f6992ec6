internal import Basics

/// Cuts an expression into tokens.
struct ConditionTokens {
    private let characters: [Character]
    private var place = 0

    /// - Throws: `Fault` at a character that begins no token, or a quote that never closes.
    static func of(_ expression: String) throws(Fault) -> [ConditionToken] {
        var reader = ConditionTokens(characters: Array(expression))
        var tokens: [ConditionToken] = []
        repeat { tokens.append(try reader.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(characters: [Character]) { self.characters = characters }

    private mutating func next() throws(Fault) -> ConditionToken {
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        let start = place
        return ConditionToken(kind: try kind(), position: start + 1)
    }

    private mutating func kind() throws(Fault) -> ConditionToken.Kind {
        guard place < characters.count else { return .end }
        let first = characters[place]
        switch first {
        case "(", ")", ",":
            place += 1
            return first == "(" ? .leftParenthesis : first == ")" ? .rightParenthesis : .comma
        case "\"", "'": return .text(try quoted(by: first))
        case "`": return .name(try quoted(by: first))
        case "=", "!", "<", ">", "~": return .comparison(try comparison())
        default:
            let isSign = first == "-" || first == "+"
            let word = word(withSign: isSign)
            if let number = CellText.number(word) { return .number(word, number) }
            guard !isSign, !word.isEmpty else {
                throw Fault(
                    place: "position \(place + 1)", found: "\"\(first)\"",
                    expected: "a column, a number, a text, a comparison or a parenthesis")
            }
            return .word(word)
        }
    }

    /// Letters, digits, _ and . from here on; a number's sign and the sign of its exponent too.
    private mutating func word(withSign: Bool) -> String {
        let start = place
        var end = withSign ? place + 1 : place
        while end < characters.count {
            let character = characters[end]
            let isExponentSign =
                (character == "-" || character == "+") && end > start
                && "eE".contains(characters[end - 1]) && end + 1 < characters.count
                && characters[end + 1].isASCII && characters[end + 1].isNumber
                && CellText.number(String(characters[start..<end - 1])) != nil
            guard isWordPart(character) || isExponentSign else { break }
            end += 1
        }
        let word = String(characters[start..<end])
        if !withSign || CellText.number(word) != nil { place = end }
        return word
    }

    private func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "."
    }

    /// What stands between two quotes; a doubled quote is one.
    private mutating func quoted(by quote: Character) throws(Fault) -> String {
        let start = place
        var text = ""
        place += 1
        while place < characters.count {
            if characters[place] != quote {
                text.append(characters[place])
            } else if place + 1 < characters.count, characters[place + 1] == quote {
                text.append(quote)
                place += 1
            } else {
                place += 1
                return text
            }
            place += 1
        }
        throw Fault(
            place: "position \(start + 1)", found: "\(quote) that never closes",
            expected: "another \(quote) behind it")
    }

    private mutating func comparison() throws(Fault) -> Condition.Comparison {
        for length in [2, 1] where place + length <= characters.count {
            let text = String(characters[place..<place + length])
            if let comparison = text == "==" ? .equal : Condition.Comparison(rawValue: text) {
                place += length
                return comparison
            }
        }
        throw Fault(
            place: "position \(place + 1)", found: "\"\(characters[place])\"",
            expected: "a comparison: = != < <= > >= ~")
    }
}
