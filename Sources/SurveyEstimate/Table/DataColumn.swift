internal import CSVReader

/// One column of a table as codes: each different cell is kept and understood once.
package struct DataColumn: Sendable {
    package let name: String
    /// The different cells: numbers by size, then texts. Missing ones are none of them.
    package let levels: [String]
    /// By level: the number that it is; nil for a text.
    package let numbers: [Double?]
    /// By row: position of its cell in `levels`; −1 for a missing one.
    package let codes: [Int32]

    static let missing: Int32 = -1

    /// - Parameter raw: by row the cell's number in `cells`.
    init(name: String, cells: CellCoder, raw: [UInt32], missing: Set<String>) {
        let texts = (0..<cells.count).map {
            CellText.trimmed(String(decoding: cells.cell($0), as: UTF8.self))
        }
        let isMissing = { (text: String) in text.isEmpty || text == "NA" || missing.contains(text) }
        let levels = Set(texts.filter { !isMissing($0) }).sorted(by: CellText.comesBefore)
        let place = Dictionary(
            uniqueKeysWithValues: levels.enumerated().map { ($0.element, Int32($0.offset)) })
        let codeOfCell = texts.map { place[$0] ?? Self.missing }
        self.name = name
        self.levels = levels
        numbers = levels.map(CellText.number)
        codes = raw.map { codeOfCell[Int($0)] }
    }

    /// By row: the number in the cell; nil where it is missing (or a text).
    package var values: [Double?] { codes.map { $0 < 0 ? nil : numbers[Int($0)] } }

    /// By row: 1 where the cell is one of the levels, 0 where it is another, nil where it is missing.
    package func indicator(of wanted: Set<Int32>) -> [Double?] {
        codes.map { $0 < 0 ? nil : wanted.contains($0) ? 1 : 0 }
    }

    /// Levels that a person means by a text: that very text, or, where no cell is it, the same number.
    package func codes(meaning text: String) -> Set<Int32> {
        if let place = levels.firstIndex(of: text) { return [Int32(place)] }
        let number = CellText.number(text)
        return Set(
            levels.indices.filter { number != nil && numbers[$0] == number }
                .map(Int32.init))
    }
}
