/// The column that tells when a household was asked, and the order of day and month in it.
struct DraftDates {
    let column: ColumnProfile
    let evidence: String
    /// To be declared, where the dates themselves do not tell.
    private(set) var order: DateOrder?
    /// Two dates of the column can be read in different orders only: a person must correct one.
    private(set) var isContradictory = false

    /// nil: no column tells.
    init?(_ columns: [ColumnProfile], _ knowledge: WardKnowledge) {
        let ranked = Self.candidates(columns, knowledge)
        guard
            let best = ranked.first(where: { !Self.areContradictory(Self.dates($0.column)) }) ?? ranked.first
        else {
            return nil
        }
        column = best.column
        evidence = best.evidence
        let dates = Self.dates(column)
        isContradictory = Self.areContradictory(dates)
        guard !isContradictory, DateOrder.decided(by: dates, declared: nil) == nil else { return }
        let hasHalves = column.share { $0.contains(/\d\s*(AM|PM)\b/) } >= 0.5
        let others = columns.filter { $0.isDate && $0.place != column.place }.compactMap {
            DateOrder.decided(by: Self.dates($0), declared: nil)
        }
        order = hasHalves ? .monthDayYear : others.first ?? .dayMonthYear
    }

    private static func candidates(
        _ columns: [ColumnProfile], _ knowledge: WardKnowledge
    ) -> [(column: ColumnProfile, evidence: String)] {
        let hints = HeaderHints.all.first { $0.variable == .surveyDate }
        var ranked: [(rank: (Int, Int, Int), column: ColumnProfile, evidence: String)] = []
        for column in columns where column.isDateWithSerials {
            let match = knowledge.matcher.matches(column.header).first { $0.role == .variable(.surveyDate) }
            if let match {
                ranked.append(
                    ((match.fit.rawValue, match.order, column.place), column, "the header is known"))
            } else if column.isDate, let hints, let phrase = hints.phrase(in: column) {
                let order = hints.words.list.firstIndex { $0.text == phrase } ?? 0
                ranked.append(((10, order, column.place), column, "the header has \"\(phrase)\""))
            }
        }
        return ranked.sorted { $0.rank < $1.rank }.map { ($0.column, $0.evidence) }
    }

    private static func dates(_ column: ColumnProfile) -> [WrittenDate] {
        let some = column.answers.prefix(200).compactMap { WrittenDate($0.text) }
        let isOrdered = some.allSatisfy { if case .certain = $0 { true } else { false } }
        return isOrdered ? some : column.cells.compactMap { WrittenDate($0) }
    }

    private static func areContradictory(_ dates: [WrittenDate]) -> Bool {
        dates.contains { $0.date(.dayMonthYear) == nil } && dates.contains { $0.date(.monthDayYear) == nil }
    }
}
