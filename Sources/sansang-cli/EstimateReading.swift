internal import SurveyEstimate

/// How the columns of an estimate were read: what is missing, what was repaired or guessed.
struct EstimateReading {
    let rows: Int
    /// Rows without an answer, by column of variables, domains and the condition, in the order asked for.
    let missing: [(column: String, rows: Int)]
    /// The same in words, where any is missing.
    let missingNotes: [String]
    /// Header rows, short rows, numbers that are read as a guess, ids that look alike.
    let notes: [String]
    private let leftOut: [String]
    /// Whether the file says that its rows are made up.
    let isSynthetic: Bool

    /// With more notes, as of files of totals.
    func adding(_ more: [String]) -> EstimateReading {
        EstimateReading(
            rows: rows, missing: missing, missingNotes: missingNotes, notes: notes + more, leftOut: leftOut,
            isSynthetic: isSynthetic)
    }

    private init(
        rows: Int, missing: [(column: String, rows: Int)], missingNotes: [String], notes: [String],
        leftOut: [String], isSynthetic: Bool
    ) {
        self.rows = rows
        self.missing = missing
        self.missingNotes = missingNotes
        self.notes = notes
        self.leftOut = leftOut
        self.isSynthetic = isSynthetic
    }

    var allNotes: [String] { notes + missingNotes + leftOut }

    init(
        _ table: DataTable, statistics: [StatisticRequest], domains: [String], condition: Condition?,
        design: DesignRequest, isSynthetic: Bool
    ) {
        self.isSynthetic = isSynthetic
        rows = table.rowCount
        let conditionColumns = (condition?.columns ?? []).sorted()
        let answers = Self.once(statistics.flatMap(\.columns) + domains + conditionColumns)
        missing = answers.map { ($0, table.missingCount($0)) }
        missingNotes = answers.compactMap(table.missingNote)
        let numbers = Self.once(
            statistics.flatMap(\.numberColumns) + design.numberColumns
                + (condition?.numberColumns ?? []).sorted())
        let ids =
            design.strata.compactMap { table.idNote($0, for: "--strata") }
            + design.psus.compactMap { table.idNote($0, for: "--psu") }
        notes = table.notes + numbers.compactMap(table.guessNote) + ids
        let count = table.leftOut.count
        leftOut = count == 0 ? [] : ["\(count) record\(count == 1 ? " is" : "s are") left out"]
    }

    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
