/// What the households of some files answered: a column for each question, a row for each interview that was read.
///
/// Columns hold codes; what a code says stands once. A `Household` is one row of the table.
package final class SurveyTable: Sendable {
    /// Rows, accepted or not, in the order of file, then record.
    package let count: Int
    /// The files' names, in the order given.
    package let files: [String]
    /// By file: its first row. One more: `count`.
    private let starts: [Int]
    let positions: RowPositions
    package let ids: IDColumn
    /// By slot; nil: no file has the column.
    package let coded: [AnswerColumn<UInt32>?]
    package let numbers: [AnswerColumn<Double>?]
    package let texts: [AnswerColumn<String>?]
    /// nil: no file has dates.
    package let dates: AnswerColumn<SurveyDate>?
    /// Where each household lives, as the registry has it.
    package let places: PlaceColumn
    /// In the order of the codebook; nil: no file has the column.
    package let groupings: [AnswerColumn<String>?]
    /// By rule: the rows whose cells contradicted each other, ascending. Those answers count as missing.
    let contradictions: [ContradictionRule: [Int]]

    init(
        files: [String], starts: [Int], positions: RowPositions, ids: IDColumn,
        coded: [AnswerColumn<UInt32>?], numbers: [AnswerColumn<Double>?], texts: [AnswerColumn<String>?],
        dates: AnswerColumn<SurveyDate>?, places: PlaceColumn, groupings: [AnswerColumn<String>?],
        contradictions: [ContradictionRule: [Int]]
    ) {
        count = positions.count
        self.files = files
        self.starts = starts
        self.positions = positions
        self.ids = ids
        self.coded = coded
        self.numbers = numbers
        self.texts = texts
        self.dates = dates
        self.places = places
        self.groupings = groupings
        self.contradictions = contradictions
    }

    /// The column of a coded question; nil where no file asks it.
    package func coded(_ variable: Variable) -> AnswerColumn<UInt32>? {
        assert(variable.storage == .coded)
        return coded[variable.slot]
    }

    package func numbers(_ variable: Variable) -> AnswerColumn<Double>? {
        assert(variable.storage == .number)
        return numbers[variable.slot]
    }

    package func texts(_ variable: Variable) -> AnswerColumn<String>? {
        assert(variable.storage == .text)
        return texts[variable.slot]
    }

    /// A row as a household.
    package func household(_ row: Int) -> Household { Household(table: self, row: row) }

    /// A table of one coded or counted question: a row for each of its answers.
    package static func ofAnswers(_ variable: Variable, in table: SurveyTable) -> SurveyTable {
        var coded: [AnswerColumn<UInt32>?] = table.coded.map { _ in nil }
        var numbers: [AnswerColumn<Double>?] = table.numbers.map { _ in nil }
        var rows = 0
        if variable.storage == .coded, let column = table.coded(variable) {
            rows = column.answers.count
            coded[variable.slot] = AnswerColumn(codes: .each(rows), answers: column.answers)
        } else if variable.storage == .number, let column = table.numbers(variable) {
            rows = column.answers.count
            numbers[variable.slot] = AnswerColumn(codes: .each(rows), answers: column.answers)
        }
        let none = Array(repeating: UInt32(0), count: rows)
        return SurveyTable(
            files: [], starts: [0], positions: RowPositions(count: rows), ids: IDColumn([]),
            coded: coded, numbers: numbers, texts: table.texts.map { _ in nil }, dates: nil,
            places: PlaceColumn(
                codes: CodeList(wide: none), places: [.init(group: nil, formerWard: nil, fault: nil)]),
            groupings: [], contradictions: [:])
    }

    /// Whether a row's cells broke a rule when they were read.
    func isContradictory(_ row: Int, _ rule: ContradictionRule) -> Bool {
        guard let rows = contradictions[rule] else { return false }
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low] == row
    }

    /// Position of a row's file.
    func file(of row: Int) -> Int {
        var file = 0
        while file + 1 < files.count, row >= starts[file + 1] { file += 1 }
        return file
    }

    /// The rows of a file.
    func rows(ofFile file: Int) -> Range<Int> { starts[file]..<starts[file + 1] }
}
