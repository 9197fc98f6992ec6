internal import Basics
internal import CSVReader

/// What each column of one file is, by its header.
package struct ColumnMap: Sendable {
    /// Of a workbook.
    private let sheet: String?
    package let headers: [String]
    /// By variable's position; nil: the file does not ask it.
    private let sources: [VariableSource?]
    /// By grouping of the codebook: its column.
    let groupings: [Int?]
    /// Columns that must not be held: never read.
    let forbidden: [Int]
    /// Columns that no question is read from.
    let unknown: [Int]
    /// Columns that are not read, since a better one is there.
    let passedOver: [(column: Int, variable: Variable, isCompared: Bool)]
    /// The variables that this file has a column for.
    package let variables: Set<Variable>

    func source(_ variable: Variable) -> VariableSource? { sources[variable.rawValue] }

    /// The header that a message about a variable names; nil where no column is it.
    func header(of variable: Variable) -> String? { source(variable)?.firstColumn.map { headers[$0] } }

    /// Where a row's cell stands in a workbook, as `Sheet1!B12`; without a column where the row begins.
    func cell(line: Int, column: Int?) -> String? {
        SheetPlace.text(in: sheet, row: line, column: column ?? 0)
    }

    /// Whether any column has one of these headers, however it fits.
    func has(any headers: [String]) -> Bool { Self.has(any: headers, in: self.headers) }

    /// Whether any of a file's headers is one of these, however it fits.
    static func has(any wanted: [String], in headers: [String]) -> Bool {
        let wanted = Set(wanted.map(fold))
        return headers.contains { header in
            wanted.contains(fold(header))
                || (["/", ":", "-", "."] as [Character]).contains { separator in
                    header.split(separator: separator).last.map { wanted.contains(fold(String($0))) } ?? false
                }
        }
    }

    /// Matches headers to a codebook. Of several columns for one variable the first counts: by how well the header fits,
    /// then by the codebook's order.
    ///
    /// - Throws: `Diagnostic` `.ambiguousColumn` where two columns fit one variable alike, `.missingColumn` where
    ///   a required variable or a part of a key has none.
    package init(
        headers: [String], codebook: Codebook, file: String, line: Int, sheet: String? = nil,
        otherSheets: String? = nil
    ) throws {
        let matcher = HeaderMatcher(codebook: codebook)
        let place = HeaderPlace(
            file: file, line: line, sheet: sheet, otherSheets: otherSheets, headers: headers)
        let matches = headers.map { $0.isEmpty ? [] : matcher.matches($0) }
        var sources: [VariableSource?] = Array(repeating: nil, count: Variable.allCases.count)
        var passedOver: [(column: Int, variable: Variable, isCompared: Bool)] = []
        for variable in Variable.allCases {
            guard let rule = codebook.variables[variable] else { continue }
            let own = try OwnColumns(variable, rule: rule, matches: matches, place: place)
            sources[variable.rawValue] = own.source
            passedOver += own.passedOver.map { ($0.column, variable, $0.isCompared) }
        }
        var groupings: [Int?] = Array(repeating: nil, count: codebook.groupings.count)
        for (column, matches) in matches.enumerated() {
            for case .grouping(let number) in matches.map(\.role) where groupings[number] == nil {
                groupings[number] = column
            }
        }
        self.headers = headers
        self.sheet = sheet
        self.sources = sources
        self.groupings = groupings
        self.passedOver = passedOver
        forbidden = matches.indices.filter { matches[$0].first?.role == .forbidden }
        unknown = matches.indices.filter { matches[$0].isEmpty }
        variables = Set(Variable.allCases.filter { sources[$0.rawValue] != nil })
        try requireColumns(codebook, place)
    }

    /// How many columns of a row would match: tells a header row from a title row.
    static func matches(_ headers: [String], codebook: Codebook) -> Int {
        let matcher = HeaderMatcher(codebook: codebook)
        return headers.count { !$0.isEmpty && matcher.role(of: $0) != nil }
    }

    private func requireColumns(_ codebook: Codebook, _ place: HeaderPlace) throws {
        for variable in Variable.allCases {
            guard let rule = codebook.variables[variable], rule.isRequired, !variables.contains(variable)
            else { continue }
            throw place.missing(variable, rule)
        }
    }
}

/// Where a header stands, for messages.
struct HeaderPlace {
    let file: String
    let line: Int
    /// Of a workbook.
    let sheet: String?
    /// What to do if the survey is in another sheet; nil where there is none.
    let otherSheets: String?
    let headers: [String]

    private func cell(_ column: Int = 0) -> String? {
        SheetPlace.text(in: sheet, row: line, column: column)
    }

    func missing(_ variable: Variable, _ rule: VariableRule) -> Diagnostic {
        let close = headers.first { header in closest(to: header, among: rule.headers) != nil }
        let hint = close.map { "The column \"\($0)\" looks close: rename it, or add it to a codebook." }
        return Diagnostic(
            .missingColumn, file: file, line: line, cell: cell(),
            found: "no column for \(variable.name)",
            expected: rule.headers.isEmpty
                ? "the columns that the codebook names"
                : "a header such as \(rule.headers.prefix(4).map { "\"\($0)\"" }.joined(separator: ", "))",
            action: (hint ?? "Add the column, or describe this file's columns in a codebook (--codebook).")
                + (otherSheets.map { " \($0)" } ?? ""))
    }

    func missing(keyPart header: String, of variable: Variable) -> Diagnostic {
        let near = closest(to: header, among: headers.filter { !$0.isEmpty })
        return Diagnostic(
            .missingColumn, file: file, line: line, cell: cell(),
            found: "no column \"\(header)\", which the codebook takes for the key \(variable.name)",
            expected: "all columns of the key",
            action: near.map { "The column \"\($0)\" looks close: correct the codebook." }
                ?? "Correct the key in the codebook.")
    }

    func ambiguous(_ variable: Variable, _ first: Int, _ second: Int) -> Diagnostic {
        Diagnostic(
            .ambiguousColumn, file: file, line: line, header: headers[second], cell: cell(second),
            found: "two columns for \(variable.name): \"\(headers[first])\" and \"\(headers[second])\"",
            expected: "one column for each variable",
            action: "Rename or remove one of them in the file, or name the right one in a codebook.")
    }
}
