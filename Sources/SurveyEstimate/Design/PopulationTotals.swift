internal import Basics
internal import CSVReader

/// How many there are of each label (or each crossing of labels), as a file of totals says.
struct PopulationTotals {
    struct Total {
        /// One for each of the columns asked for.
        let labels: [String]
        let count: Double
        /// Physical line in the file of totals.
        let line: Int
    }

    let file: String
    let totals: [Total]
    let sum: Double
    /// How its rows and numbers were read, in words.
    let notes: [String]

    private static let usualNames: Set<String> = ["freq", "total", "count", "population"]

    /// Reads a file with a column for each of `columns` and one of counts, named Freq, total, count or population,
    /// or the one that is left.
    ///
    /// - Throws: `Diagnostic` with file and line; `Diagnostic`.
    static func read(_ request: PopulationRequest, for option: String) throws -> PopulationTotals {
        let source = try DataFile(path: request.file, decimal: request.decimal)
        var names: [String] = []
        for name in request.columns { names.append(try source.column(name, for: option)) }
        let counts = try countColumn(source.name, source.headers, besides: names)
        let table = try source.read(Set(names + [counts]), numbers: [counts])
        if let error = table.leftOut.first { throw error }
        for name in names { try table.requireAnswers(name, for: option) }
        let numbers = try table.complete(counts, for: option)
        if let row = numbers.firstIndex(where: { $0 < 0 }) {
            throw Diagnostic(
                .badEstimate, file: table.place(row: row, column: counts), found: "a negative count",
                expected: "0 or more",
                action: "Correct it.")
        }
        let labels = names.map(table.column)
        let totals = numbers.enumerated().map { row, number in
            Total(
                labels: labels.map { $0.texts[Int($0.textCodes[row])] }, count: number, line: table.lines[row]
            )
        }
        return PopulationTotals(
            file: table.file, totals: totals, sum: numbers.reduce(0, +),
            notes: table.notes + [table.guessNote(counts)].compactMap(\.self))
    }

    private static func countColumn(
        _ file: String, _ headers: [String], besides names: [String]
    ) throws(Diagnostic) -> String {
        let others = headers.filter { !names.contains($0) }
        let usual = others.filter { usualNames.contains($0.lowercased()) }
        if let only = usual.count == 1 ? usual.first : others.count == 1 ? others.first : nil { return only }
        throw Diagnostic(
            .badEstimate, file: file,
            found: "\(others.count) columns beside \(names.joined(separator: ", "))",
            expected: "one of counts, named Freq, total, count or population", action: "Rename it so.")
    }
}
