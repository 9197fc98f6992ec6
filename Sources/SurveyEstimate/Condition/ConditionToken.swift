/// A piece of an expression with its position.
struct ConditionToken: Equatable {
    enum Kind: Equatable {
        /// Letters, digits, _ and . without quotes.
        case word(String)
        /// A decimal number, as written and as read.
        case number(String, Double)
        /// In double or single quotes.
        case text(String)
        /// In backticks: a column.
        case name(String)
        case comparison(Condition.Comparison)
        case leftParenthesis, rightParenthesis, comma, end
    }

    let kind: Kind
    /// Of its first character in the expression, from 1.
    let position: Int

    /// How a message names it.
    var found: String {
        switch kind {
        case .word(let word), .number(let word, _): "\"\(word)\""
        case .text(let text): "the text \"\(text)\""
        case .name(let name): "`\(name)`"
        case .comparison(let comparison): "\"\(comparison.rawValue)\""
        case .leftParenthesis: "\"(\""
        case .rightParenthesis: "\")\""
        case .comma: "\",\""
        case .end: "the end"
        }
    }

    /// Whether it is this word of the language, in upper or lower case.
    func isKeyword(_ keyword: String) -> Bool {
        if case .word(let word) = kind { word.lowercased() == keyword } else { false }
    }

    /// Words that need quotes to be a text and backticks to be a column.
    var isReserved: Bool { ["and", "or", "not", "in"].contains { isKeyword($0) } }
}
