/// What each column of one file is, by its header.
package struct ColumnMap: Sendable {
    package enum Role: Sendable, Equatable {
        case variable(Variable)
        /// One choice of a split question: position in the variable's code list.
        case flag(Variable, Int)
        /// Part of a key over several columns, by its place in the key.
        case keyPart(Variable, Int)
        case anyYes(Variable)
        case grouping(Int)
        /// Must not be held: never read.
        case forbidden
        /// A choice of a split question that is read from its summary column.
        case covered
        case unknown

        var variable: Variable? {
            switch self {
            case .variable(let variable), .flag(let variable, _), .keyPart(let variable, _),
                .anyYes(let variable):
                variable
            case .grouping, .forbidden, .covered, .unknown: nil
            }
        }
    }

    /// One role a column, in file order.
    package let roles: [Role]
    package let headers: [String]

    /// The variables that this file has a column for.
    package let variables: Set<Variable>

    /// Matches headers to a codebook.
    ///
    /// - Throws: `SurveyError` `.ambiguousColumn` where two columns claim one variable, `.missingColumn` where
    ///   a required variable has none.
    package init(headers: [String], codebook: Codebook, file: String, line: Int) throws {
        let matcher = HeaderMatcher(codebook: codebook)
        var roles = headers.map(matcher.role(of:))
        let whole = Set(
            roles.compactMap { if case .variable(let variable) = $0 { variable } else { nil } })
        // A split question whose summary column is there is read from the summary: it alone tells
        // "nothing ticked" from "not asked".
        roles = roles.map {
            if case .flag(let variable, _) = $0, whole.contains(variable) { .covered } else { $0 }
        }
        self.roles = roles
        self.headers = headers
        variables = Set(roles.compactMap(\.variable))
        try refuseTwoColumns(file: file, line: line)
        try requireColumns(codebook, file: file, line: line)
    }

    /// How many columns of a row would match: tells a header row from a title row.
    static func matches(_ headers: [String], codebook: Codebook) -> Int {
        let matcher = HeaderMatcher(codebook: codebook)
        return headers.count { matcher.role(of: $0) != .unknown }
    }

    private func refuseTwoColumns(file: String, line: Int) throws {
        var first: [Variable: String] = [:]
        for (role, header) in zip(roles, headers) {
            guard case .variable(let variable) = role else { continue }
            if let other = first[variable] {
                throw SurveyError(
                    .ambiguousColumn, file: file, line: line, column: header,
                    found: "two columns for \(variable.name): \"\(other)\" and \"\(header)\"",
                    expected: "one column for each variable",
                    action: "Rename or remove one of them in the file, or name the right one in a codebook.")
            }
            first[variable] = header
        }
    }

    private func requireColumns(_ codebook: Codebook, file: String, line: Int) throws {
        let present = variables
        for variable in Variable.allCases {
            guard let rule = codebook.variables[variable], rule.isRequired, !present.contains(variable) else {
                continue
            }
            let close = headers.first { header in closest(to: header, among: rule.headers) != nil }
            let hint = close.map { " The column \"\($0)\" looks close: rename it, or add it to a codebook." }
            throw SurveyError(
                .missingColumn, file: file, line: line, column: nil,
                found: "no column for \(variable.name)",
                expected: rule.headers.isEmpty
                    ? "the columns that the codebook names"
                    : "a header such as \(rule.headers.prefix(4).map { "\"\($0)\"" }.joined(separator: ", "))",
                action: (hint
                    ?? " Add the column, or describe this file's columns in a codebook (--codebook).")
                    .trimmingPrefix(" ").description)
        }
    }
}
