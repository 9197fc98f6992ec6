internal import Basics

/// The dates of all files, of which the order of day and month is decided once.
struct ColumnDates {
    private let files: [FileAnswers]
    private let declared: DateOrder?

    init(_ reading: SurveyReading) {
        files = reading.files
        declared = reading.codebook.dateOrder
    }

    /// - Throws: `Diagnostic` `.ambiguousDates`.
    func order(_ choice: MonthChoice) throws(Diagnostic) -> DateOrder {
        let byFile = files.map { $0.dates?.answers.compactMap(\.value) ?? [] }
        let dates = byFile.flatMap(\.self)
        if let order = DateOrder.decided(by: dates, declared: declared) { return order }
        // Files of several months: each is of one month, if its dates are read the right way round.
        let decided = byFile.filter { !$0.isEmpty }.map { DateOrder.decided(by: $0, declared: nil) }
        if decided.count > 1, Set(decided).count == 1, let order = decided[0] { return order }
        for order in [DateOrder.dayMonthYear, .monthDayYear] {
            if case .period(let period) = choice,
                dates.allSatisfy({ $0.date(order).map { period.contains($0.monthText) } ?? false })
            {
                return order
            }
        }
        throw contradiction() ?? silence()
    }

    /// Two dates of which one can be read day first only and the other month first only.
    private func contradiction() -> Diagnostic? {
        let places = [DateOrder.monthDayYear, .dayMonthYear].compactMap { order in
            files.lazy.compactMap { file in
                firstLine(of: file) { $0.date(order) == nil }.map { (file: file, line: $0) }
            }.first
        }
        guard places.count == 2, let file = places.first?.file else { return nil }
        let sorted = places.sorted { $0.line < $1.line }
        let lines = sorted.map { "line \($0.line)\($0.file.file == file.file ? "" : " of \($0.file.file)")" }
        return Diagnostic(
            .ambiguousDates, file: file.file, line: sorted.first?.line,
            header: file.columns.header(of: .surveyDate),
            cell: sorted.first.flatMap {
                file.columns.cell(line: $0.line, column: file.columns.source(.surveyDate)?.firstColumn)
            },
            found: "dates in two orders of day and month (\(lines.joined(separator: " and ")))",
            expected: "one order in the whole column",
            action: "Correct one of the two lines and run again.")
    }

    private func firstLine(of file: FileAnswers, where holds: (WrittenDate) -> Bool) -> Int? {
        guard let dates = file.dates else { return nil }
        let flags = dates.answers.map { $0.value.map(holds) ?? false }
        guard flags.contains(true) else { return nil }
        return (0..<file.rows).first { flags[dates.codes[$0]] }.map(file.positions.line)
    }

    private func silence() -> Diagnostic {
        let file = files.first { $0.dates != nil }
        return Diagnostic(
            .ambiguousDates, file: file?.file ?? "", header: file?.columns.header(of: .surveyDate),
            found: "dates whose day and month can be either way round",
            expected: "a date over the 12th, all dates in one month, or dates as 2025-08-05",
            action: "Say dateOrder: dmy (or mdy) in a codebook, or name the month with --month.")
    }
}
