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
        if let reading = known[column][cell] { return reading }
        guard let reader = readers[column] else { return .missing(.notAsked) }
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

    /// The cells of a split question: 1 and 0, or yes and no.
    private static let zeroOrOne = AnswerReader(
        rule: VariableRule(
            variable: .smartphone, isRequired: false, headers: [], columns: .header([]),
            answers: ["1": 0, "true": 0, "yes": 0, "x": 0, "0": 1, "false": 1, "no": 1], missing: [:],
            dontKnowMeans: nil, otherPrefixes: [], units: [], prefixes: [], range: nil,
            readsBirthYears: false))
}
