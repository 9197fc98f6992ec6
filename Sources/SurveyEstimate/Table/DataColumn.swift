internal import Basics
package import CSVReader

/// One column of a table as codes: each different cell is kept and understood once.
package struct DataColumn: Sendable {
    package let name: String
    /// The different answers: numbers by size, then texts. Missing ones are none of them. Cells that are the same number
    /// ("01", "1.0") are one, named by the shortest.
    package let levels: [String]
    /// By level: the number that it is; nil for a text.
    package let numbers: [Double?]
    /// By row: position of its answer in `levels`; −1 for a missing one.
    package let codes: [Int32]
    /// The different cells as they read: ids of strata and sampled units, and lists.
    package let texts: [String]
    /// By row: position of its cell in `texts`; −1 for a missing one.
    package let textCodes: [Int32]
    /// By text: position of its answer in `levels`.
    let levelOfText: [Int32]
    /// How its numbers are written.
    package let marks: NumberMarks
    /// Rows with cells that no one way of writing allows both.
    let mixedRows: (first: Int, second: Int)?
    /// The first row with a number that is read as a guess.
    let guessedRow: Int?

    static let missing: Int32 = -1

    /// - Parameters:
    ///   - raw: by row the cell's number in `cells`.
    ///   - decimal: the decimal mark that the user names; nil: by evidence.
    init(
        name: String, cells: CellCoder, raw: [UInt32], missing: Set<String>, decimal: NumberMarks.Decimal?
    ) {
        let found = Self.distinctTexts(cells, raw) { $0.isEmpty || $0 == "NA" || missing.contains($0) }
        let numbers = ColumnNumbers(found.texts, declared: decimal)
        let answers = Self.answers(found.texts, numbers)
        self.name = name
        texts = found.texts
        marks = numbers.marks
        levels = answers.levels
        self.numbers = answers.numbers
        levelOfText = answers.levelOfText
        let textOfCell = found.textOfCell
        textCodes = raw.map { textOfCell[Int($0)] }
        codes = raw.map { cell in
            let text = textOfCell[Int(cell)]
            return text < 0 ? Self.missing : answers.levelOfText[Int(text)]
        }
        let rows = found.firstRows
        mixedRows = numbers.mix.map { (rows[$0.first], rows[$0.second]) }
        guessedRow = numbers.guessed.map { rows[$0] }
    }

    /// Cells without blanks around them, in the order of the rows; a cell of `isMissing` has the code −1.
    private static func distinctTexts(
        _ cells: CellCoder, _ raw: [UInt32], isMissing: (String) -> Bool
    ) -> (texts: [String], firstRows: [Int], textOfCell: [Int32]) {
        var texts: [String] = []
        var firstRows: [Int] = []
        var place: [String: Int32] = [:]
        var textOfCell = Array(repeating: Int32.min, count: cells.count)
        for (row, cell) in raw.enumerated() where textOfCell[Int(cell)] == .min {
            let text = trimmed(String(decoding: cells.cell(Int(cell)), as: UTF8.self))
            if isMissing(text) {
                textOfCell[Int(cell)] = missing
            } else if let known = place[text] {
                textOfCell[Int(cell)] = known
            } else {
                textOfCell[Int(cell)] = Int32(texts.count)
                place[text] = Int32(texts.count)
                texts.append(text)
                firstRows.append(row)
            }
        }
        return (texts, firstRows, textOfCell)
    }

    /// The levels that texts are, in order, with their numbers.
    private static func answers(
        _ texts: [String], _ numbers: ColumnNumbers
    ) -> (levels: [String], numbers: [Double?], levelOfText: [Int32]) {
        let identities = numbers.identities(of: texts)
        // Numbers by size, texts behind them; what is the same number stands together, the shortest first.
        let order = texts.indices.sorted { left, right in
            switch (numbers.values[left], numbers.values[right]) {
            case (let one?, let other?) where one != other: return one < other
            case (.some, nil): return true
            case (nil, .some): return false
            case (nil, nil): return texts[left] < texts[right]
            default:
                let (isOne, isOther) = (identities[left] != nil, identities[right] != nil)
                if isOne != isOther { return isOne }
                let (one, other) = (texts[left].count, texts[right].count)
                return isOne && one != other ? one < other : texts[left] < texts[right]
            }
        }
        var levels: [String] = []
        var values: [Double?] = []
        var levelOfText = Array(repeating: missing, count: texts.count)
        var last: Double?
        for place in order {
            let identity = identities[place]
            if identity == nil || identity != last {
                levels.append(texts[place])
                values.append(numbers.values[place])
            }
            last = identity
            levelOfText[place] = Int32(levels.count - 1)
        }
        return (levels, values, levelOfText)
    }
}

extension DataColumn {
    /// By row: the number in the cell; nil where it is missing (or a text).
    package var values: [Double?] { codes.map { $0 < 0 ? nil : numbers[Int($0)] } }

    /// By row: 1 where the cell is one of the levels, 0 where it is another, nil where it is missing.
    package func indicator(of wanted: Set<Int32>) -> [Double?] {
        codes.map { $0 < 0 ? nil : wanted.contains($0) ? 1 : 0 }
    }

    /// Levels that a person means by a text: that very text, or, where no cell is it, the same number.
    package func codes(meaning text: String) -> Set<Int32> {
        if let place = texts.firstIndex(of: text) { return [levelOfText[place]] }
        guard CellText.isExact(text), let number = marks.number(text) ?? CellText.number(text) else {
            return []
        }
        return Set(
            levels.indices.filter { numbers[$0] == number && CellText.isExact(levels[$0]) }.map(Int32.init))
    }

    /// Whether every answer is a number under one way of writing or the other.
    var isOfNumbers: Bool {
        let ways = [NumberMarks(decimal: .point), NumberMarks(decimal: .comma)]
        return texts.allSatisfy { text in ways.contains { $0.number(text) != nil } }
    }
}
