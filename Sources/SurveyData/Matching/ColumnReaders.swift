/// Reads the cells of one file's columns; a repeated answer is folded once, not once a row.
struct ColumnReaders {
    private let readers: [AnswerReader?]
    private var known: [[String: CellReading]]
    private(set) var repairs: [String: Int] = [:]

    init(columns: ColumnMap, codebook: Codebook) {
        readers = columns.roles.map { role in
            switch role {
            case .variable(let variable), .keyPart(let variable, _), .anyYes(let variable):
                codebook.variables[variable].map(AnswerReader.init)
            case .flag: codebook.variables[.smartphone].map(AnswerReader.init) ?? Self.zeroOrOne
            default: nil
            }
        }
        known = Array(repeating: [:], count: readers.count)
    }

    /// What the cell in one column says.
    mutating func read(_ cell: String, column: Int) -> CellReading {
        guard let reader = readers[column] else { return .missing(.notAsked) }
        noteSpreadsheet(cell, reader.rule.variable)
        if let reading = known[column][cell] { return reading }
        if !cell.isEmpty, trimmed(cell).utf8.count < cell.utf8.count {
            repairs["trimmed", default: 0] += 1
            return reader.read(cell)
        }
        let reading = reader.read(cell)
        // Coded answers recur; texts and dates would only fill the table.
        if case .text = reading { return reading }
        if known[column].count < 4096 { known[column][cell] = reading }
        return reading
    }

    /// Counts what a spreadsheet changed and the reader puts right.
    private mutating func noteSpreadsheet(_ cell: String, _ variable: Variable) {
        switch variable {
        case .surveyDate where cell.utf8.count == 5 && cell.utf8.allSatisfy({ 0x30...0x39 ~= $0 }):
            repairs["spreadsheetDate", default: 0] += 1
        case .phone where phoneWithZero(trimmed(cell)) != nil: repairs["phoneZero", default: 0] += 1
        default: break
        }
    }

    /// The cells of a split question: 1 and 0, or yes and no.
    private static let zeroOrOne = AnswerReader(
        rule: VariableRule(
            variable: .smartphone, isRequired: false, headers: [], columns: .header([]),
            answers: ["1": 0, "true": 0, "yes": 0, "x": 0, "0": 1, "false": 1, "no": 1], missing: [:],
            dontKnowMeans: nil, otherPrefixes: [], units: [], prefixes: [], range: nil,
            readsBirthYears: false))
}
