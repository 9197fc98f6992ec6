internal import CSVReader

/// Reads the cells of one file's columns; a repeated answer is folded once, not once a row.
struct ColumnReaders: Sendable {
    private let readers: [AnswerReader?]
    private let variables: [Variable?]
    private var tables: [CellTable]
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
        variables = readers.map { $0?.rule.variable }
        tables = variables.map { CellTable(mayGiveUp: $0?.storage == .text) }
    }

    /// What the cell in one column says, and what reading it repairs, which is not counted.
    mutating func look(_ cell: ArraySlice<UInt8>, column: Int) -> (
        reading: CellReading, repairs: [String: Int]
    ) {
        let before = repairs
        repairs = [:]
        defer { repairs = before }
        return (read(cell, column: column), repairs)
    }

    /// What the cell in one column says.
    mutating func read(_ cell: ArraySlice<UInt8>, column: Int) -> CellReading {
        guard let variable = variables[column] else { return .missing(.notAsked) }
        if variable == .surveyDate || variable == .phone { noteSpreadsheet(cell, variable) }
        guard !tables[column].isGivenUp else { return readAnew(cell, column: column).reading }
        let hash = CellTable.hash(cell)
        if let place = tables[column].find(cell, hash: hash) { return tables[column].readings[place] }
        // Every repair is counted, so a repaired cell is read every time.
        let (reading, isRepaired) = readAnew(cell, column: column)
        if !isRepaired { tables[column].add(cell, hash: hash, reading) }
        return reading
    }

    private mutating func readAnew(
        _ cell: ArraySlice<UInt8>, column: Int
    ) -> (reading: CellReading, isRepaired: Bool) {
        guard let reader = readers[column] else { return (.missing(.notAsked), false) }
        let text = String(decoding: cell, as: UTF8.self)
        let isTrimmed = !text.isEmpty && trimmed(text).utf8.count < text.utf8.count
        if isTrimmed { repairs["trimmed", default: 0] += 1 }
        let reading = reader.read(text)
        if case .invalid(.invalidAnswer, _) = reading, let other = oldFont(text, reader) {
            repairs["oldFont", default: 0] += 1
            return (other, true)
        }
        return (reading, isTrimmed)
    }

    /// What an answer says that was typed in an old font and pasted; nil where that is no answer either.
    private func oldFont(_ text: String, _ reader: AnswerReader) -> CellReading? {
        for other in TextDecoding.oldFontReadings(of: trimmed(text)) {
            let reading = reader.read(other)
            if case .coded = reading { return reading }
        }
        return nil
    }

    /// Counts what a spreadsheet changed and the reader puts right.
    private mutating func noteSpreadsheet(_ cell: ArraySlice<UInt8>, _ variable: Variable) {
        let digits = cell.count { 0x30...0x39 ~= $0 }
        if variable == .surveyDate {
            if digits == 5, cell.count == 5 { repairs["spreadsheetDate", default: 0] += 1 }
        } else if digits == 9, phoneWithZero(trimmed(String(decoding: cell, as: UTF8.self))) != nil {
            repairs["phoneZero", default: 0] += 1
        }
    }

    /// The cells of a split question: 1 and 0, or yes and no.
    private static let zeroOrOne = AnswerReader(
        rule: VariableRule(
            variable: .smartphone, isRequired: false, headers: [], columns: .header([]),
            answers: ["1": 0, "true": 0, "yes": 0, "x": 0, "0": 1, "false": 1, "no": 1], missing: [:],
            dontKnowMeans: nil, otherPrefixes: [], units: [], prefixes: [], range: nil,
            readsBirthYears: false, breaks: []))
}
