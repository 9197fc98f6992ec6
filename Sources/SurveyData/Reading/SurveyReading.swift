internal import Basics
package import CSVReader

/// What survey files hold, question by question, before months and places are decided.
package struct SurveyReading: Sendable {
    let codebook: Codebook
    let registry: Registry?
    let sampling: Sampling
    /// Variables to read; nil: all.
    private let wanted: Set<Variable>?
    let threads: Int
    private(set) var files: [FileAnswers] = []

    package init(
        codebook: Codebook, registry: Registry?, sampling: Sampling?, wanted: Set<Variable>? = nil,
        threads: Int = 1
    ) {
        self.codebook = codebook
        self.registry = registry
        self.sampling = sampling ?? codebook.sampling
        self.wanted = wanted?.union([.synthetic])
        self.threads = threads
    }

    /// Reads a file behind those read before. `chunkSize` (bytes) changes the time only.
    ///
    /// - Throws: `Diagnostic` where it cannot be read, `Diagnostic` where it is no survey that the codebook
    ///   describes.
    package mutating func add(_ file: consuming CSVFile, chunkSize: Int = 1 << 18) throws {
        let (hiddenRows, formulas) = (file.hiddenRows, file.formulasWithoutResult)
        let decoding = file.decoding.isPlain ? nil : file.decoding.name
        let header = try SurveyHeader(file, codebook: codebook)
        file.useHeader(record: header.record)
        let layout = RowLayout(header, codebook: codebook, wanted: wanted)
        let encoders = try file.readAll(
            threads: threads, chunkSize: chunkSize, into: { RowEncoder(layout) },
            { encoder, block, number in encoder.read(block, number: number) })
        var answers = try FileAnswers(
            EncodedFile(header, encoders), codebook: codebook, wanted: wanted, threads: threads)
        if let decoding { answers.noteRepair("decoded from \(decoding)") }
        if hiddenRows > 0 { answers.noteRepair("hiddenRow", hiddenRows) }
        if formulas > 0 { answers.noteRepair("formulaWithoutResult", formulas) }
        files.append(answers)
    }

    /// The survey of the months chosen.
    ///
    /// - Parameter listsIssues: whether each issue is listed; the counts do not depend on it.
    /// - Throws: `Diagnostic` `.ambiguousDates`, `.severalMonths`.
    package func survey(_ choice: MonthChoice, listsIssues: Bool = true) throws -> Survey {
        let table = try JudgedTable(self, choice)
        return try table.survey(of: Array(files.indices), choice, listsIssues: listsIssues)
    }

    /// The survey of a month and, where other files hold earlier months, the surveys of those that it is compared
    /// with: the latest, and for each reference period of the codebook the latest that lies that many months before.
    ///
    /// A file is of the month that most of its households are of; one that holds any household of the month is read for
    /// it too, the others' rows being set aside there as `otherMonth`.
    ///
    /// - Throws: `Diagnostic` `.ambiguousDates`, `.severalMonths`.
    package func months(_ choice: MonthChoice) throws -> SurveyMonths {
        let all = Array(files.indices)
        let table = try JudgedTable(self, choice)
        guard case .period(let period) = choice, files.count > 1 else {
            return SurveyMonths(survey: try table.survey(of: all, choice))
        }
        let found = all.map(table.months(ofFile:))
        let most = found.map(Self.mostFrequent)
        let own = all.filter { found[$0].isEmpty || found[$0].keys.contains(where: period.contains) }
        let before = Set(most.compactMap(\.self).filter { $0 < period.first }).sorted()
        guard !own.isEmpty, !before.isEmpty else {
            return SurveyMonths(survey: try table.survey(of: all, choice))
        }
        let compared = Set(
            ([0] + codebook.referencePeriods).compactMap { months in
                Period.month(period.first, movedBy: -months).flatMap { latest in
                    before.last { $0 <= latest }
                }
            })
        let earlier = try compared.sorted(by: >).compactMap(Period.init).map { month in
            try table.survey(of: all.filter { most[$0] == month.label }, .period(month))
        }
        let used = all.filter { file in own.contains(file) || most[file].map(compared.contains) ?? false }
        return SurveyMonths(
            survey: try table.survey(of: own, choice), earlier: earlier, months: before + [period.label],
            unused: all.filter { !used.contains($0) }.map { files[$0].file })
    }

    private static func mostFrequent(_ months: [String: Int]) -> String? {
        months.keys.sorted().max { months[$0, default: 0] < months[$1, default: 0] }
    }
}
