internal import Basics

/// The table of all files, and what is wrong with each row whatever month is asked for.
struct JudgedTable {
    let reading: SurveyReading
    let table: SurveyTable
    let registry: Registry
    /// By row.
    let fates: [RowFate]
    /// By code of the table's dates: the month; nil where there is none.
    let monthOfDate: [String?]
    /// Rows whose date is no day of the calendar in the order of day and month that the column has.
    let badDates: [Int]

    /// - Throws: `Diagnostic` `.ambiguousDates`.
    init(_ reading: SurveyReading, _ choice: MonthChoice) throws {
        let files = reading.files
        let order = try ColumnDates(reading).order(choice)
        let parts = files.map(\.rows)
        func joined<Value: Hashable & Sendable>(
            _ column: (FileAnswers) -> AnswerColumn<Value>?
        ) -> AnswerColumn<Value>? {
            let own = files.map(column)
            if own.allSatisfy({ $0 == nil }) { return nil }
            return AnswerColumn.joining(zip(own, parts).map { ($0, $1) })
        }
        let writtenDates = joined(\.dates)
        let dates = writtenDates.map { written in
            AnswerColumn(
                codes: written.codes,
                answers: written.answers.map { answer -> Answer<SurveyDate> in
                    switch answer {
                    case .given(let date): date.date(order).map { .given($0) } ?? .missing(.invalid)
                    case .missing(let reason): .missing(reason)
                    }
                })
        }
        monthOfDate = dates?.answers.map { $0.value?.monthText } ?? []
        let texts = (0..<Variable.slotCount(of: .text)).map { slot in joined { $0.texts[slot] } }
        var starts = [0]
        for rows in parts { starts.append(starts[starts.count - 1] + rows) }
        let written = (0..<Variable.slotCount(of: .number)).map { slot in joined { $0.numbers[slot] } }
        let (places, (numbers, contradictions)) = alongside(threads: reading.threads) {
            PlaceFinder(
                groups: texts[Variable.residentialGroup.slot], wards: texts[Variable.formerWard.slot],
                rows: parts.reduce(0, +), registry: reading.registry)
        } _: { [starts] in
            OnlineOverTotal.mended(written, Self.contradictions(files, starts))
        }
        registry = places.registry
        table = SurveyTable(
            files: files.map(\.file), starts: starts,
            positions: files.reduce(into: RowPositions()) { $0.append($1.positions) },
            ids: IDColumn(joining: files.map(\.ids)),
            coded: (0..<Variable.slotCount(of: .coded)).map { slot in joined { $0.coded[slot] } },
            numbers: numbers, texts: texts, dates: dates, places: places.column,
            groupings: reading.codebook.groupings.indices.map { place in joined { $0.groupings[place] } },
            contradictions: contradictions)
        badDates = Self.badDates(writtenDates, dates)
        fates = RowFate.all(table, files: files)
        self.reading = reading
    }

    private static func badDates(
        _ written: AnswerColumn<WrittenDate>?, _ dates: AnswerColumn<SurveyDate>?
    ) -> [Int] {
        guard let written, let dates else { return [] }
        let isBad = zip(written.answers, dates.answers).map { $0.value != nil && $1.value == nil }
        guard isBad.contains(true) else { return [] }
        return (0..<dates.codes.count).filter { isBad[dates.codes[$0]] }
    }

    private static func contradictions(
        _ files: [FileAnswers], _ starts: [Int]
    ) -> [ContradictionRule: [Int]] {
        var all: [ContradictionRule: [Int]] = [:]
        for (file, start) in zip(files, starts) {
            for note in file.notes.contradictions { all[note.rule, default: []].append(note.row + start) }
        }
        return all.mapValues { Array(Set($0)).sorted() }
    }

    /// Households of a file by month.
    func months(ofFile file: Int) -> [String: Int] {
        guard let dates = table.dates else { return [:] }
        var counts = Array(repeating: 0, count: monthOfDate.count)
        for row in table.rows(ofFile: file) { counts[dates.codes[row]] += 1 }
        var months: [String: Int] = [:]
        for (code, month) in monthOfDate.enumerated() where counts[code] > 0 {
            if let month { months[month, default: 0] += counts[code] }
        }
        return months
    }
}
