package import Basics

/// Reads an expression by recursive descent: `or` binds weakest, then `and`, then `not`.
struct ConditionParser {
    private let tokens: [ConditionToken]
    private var place = 0
    private var depth = 0

    private static let mostDepth = 100

    /// - Throws: `Fault` with the position of what does not fit.
    static func parse(_ expression: String) throws(Fault) -> Condition {
        var parser = ConditionParser(tokens: try ConditionTokens.of(expression))
        let condition = try parser.alternatives()
        guard parser.token.kind == .end else { throw parser.error("and, or, or the end") }
        return condition
    }

    private init(tokens: [ConditionToken]) { self.tokens = tokens }

    private var token: ConditionToken { tokens[min(place, tokens.count - 1)] }

    private func error(_ expected: String) -> Fault {
        Fault(place: "position \(token.position)", found: token.found, expected: expected)
    }

    private mutating func takes(_ keyword: String) -> Bool {
        guard token.isKeyword(keyword) else { return false }
        place += 1
        return true
    }

    private mutating func require(_ kind: ConditionToken.Kind, _ expected: String) throws(Fault) {
        guard token.kind == kind else { throw error(expected) }
        place += 1
    }

    private mutating func alternatives() throws(Fault) -> Condition {
        var condition = try conjunction()
        while takes("or") { condition = .or(condition, try conjunction()) }
        return condition
    }

    private mutating func conjunction() throws(Fault) -> Condition {
        var condition = try negation()
        while takes("and") { condition = .and(condition, try negation()) }
        return condition
    }

    private mutating func negation() throws(Fault) -> Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.mostDepth else { throw error("at most \(Self.mostDepth) levels") }
        if takes("not") { return .not(try negation()) }
        if token.kind == .leftParenthesis {
            place += 1
            let condition = try alternatives()
            try require(.rightParenthesis, "and, or, or \")\"")
            return condition
        }
        if token.isKeyword("missing"), tokens[min(place + 1, tokens.count - 1)].kind == .leftParenthesis {
            place += 2
            let column = try column()
            try require(.rightParenthesis, "\")\"")
            return .isMissing(column)
        }
        return try comparison()
    }

    private mutating func comparison() throws(Fault) -> Condition {
        let column = try column()
        if case .comparison(let comparison) = token.kind {
            place += 1
            return .compare(column, comparison, try literal())
        }
        let isNegated = takes("not")
        guard takes("in") else {
            throw error(isNegated ? "in" : "a comparison (= != < <= > >= ~) or in")
        }
        let list = Condition.isOneOf(column, try literals())
        return isNegated ? .not(list) : list
    }

    private mutating func literals() throws(Fault) -> [Condition.Literal] {
        try require(.leftParenthesis, "\"(\"")
        var literals = [try literal()]
        while token.kind == .comma {
            place += 1
            literals.append(try literal())
        }
        try require(.rightParenthesis, "\",\" or \")\"")
        return literals
    }

    private mutating func column() throws(Fault) -> String {
        switch token.kind {
        case .name(let name):
            place += 1
            return name
        case .word(let word) where !token.isReserved:
            place += 1
            return word
        default: throw error("a column (in backticks if its name is not a plain word)")
        }
    }

    private mutating func literal() throws(Fault) -> Condition.Literal {
        let literal: Condition.Literal
        switch token.kind {
        case .number(let text, let number): literal = .number(text, number)
        case .text(let text): literal = .text(text)
        case .word(let word) where !token.isReserved: literal = .text(word)
        default: throw error("a number or a text")
        }
        place += 1
        return literal
    }
}

extension Condition {
    /// Reads an expression.
    ///
    /// - Throws: `Fault` with the position of what does not fit.
    package init(_ expression: String) throws(Fault) {
        self = try ConditionParser.parse(expression)
    }
}
