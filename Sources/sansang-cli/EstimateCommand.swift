internal import Basics
internal import ArgumentParser
internal import CSVReader
internal import Foundation
internal import SurveyData
internal import SurveyEstimate
internal import SurveyStatistics

struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimate means, totals, proportions, ratios and quantiles from any survey's CSV.",
        discussion: """
            Examples:
              sansang estimate api.csv --mean api00 --weights pw --strata stype
              sansang estimate api.csv --proportion awards=Yes --by stype --json
              sansang estimate api.csv --ratio api.stu/enroll --psu dnum --fpc fpc
              sansang estimate api.csv --quantile api00:0.5 --where 'enroll > 600'
              sansang estimate api.csv --total enroll --rake stype=totals.csv
              sansang estimate tools.csv --proportion 'skills~call' --decimal-mark ,

            A condition compares columns with numbers or texts (= != < <= > >=),
            lists (in (A, B)), a list with an item (skills ~ call), missing(COLUMN),
            and, or, not, parentheses. A column whose name is no plain word stands
            in backticks: `former ward` = A.

            Missing is an empty cell, NA, or a code of --missing. Domains (--by,
            --where) keep the whole design. Whether 1.250 is a thousand or one and
            a quarter is decided once for a column, from all its cells.
            """)

    @Argument(help: "A CSV file with a header; - reads standard input.")
    var data: String

    @OptionGroup(title: "What to estimate") var statistics: StatisticOptions

    @Option(help: "A figure for each level of this column; repeated: for each crossing.")
    var by: [String] = []

    @Option(name: .customLong("where"), help: "Only rows where this holds, as a domain of the whole design.")
    var expression: String?

    @OptionGroup(title: "How the sample was drawn") var sampling: DesignOptions

    @Option(
        help:
            "How intervals are made: t, logit (of quantiles also: xlogit), beta, wilson. Default: logit for proportions, else t."
    )
    var interval: IntervalName?

    @Option(help: "Confidence level of intervals, between 0 and 1.")
    var level = 0.95

    @Option(
        parsing: .unconditionalSingleValue,
        help: "A cell that means \"no answer\", beside the empty one and NA. Repeat for several.")
    var missing: [String] = []

    @Option(help: "What separates fields: one character, or tab. Default: found by evidence.")
    var delimiter: OneByte?

    @OptionGroup var file: FileOptions

    @Option(
        name: .customLong("decimal-mark"),
        help:
            "The mark before the fraction of numbers: . or , (the other parts thousands). Default: found by evidence."
    )
    var decimalMark: DecimalMarkName?

    @Flag(help: "One JSON document with all digits.")
    var json = false

    @Flag(help: "CSV with all digits.")
    var csv = false

    @Flag(help: "Exit with 65 if any record cannot be read.")
    var strict = false

    @OptionGroup private var threading: ThreadOption

    private var threads: Int { threading.count }

    @Flag(help: "No notes on standard error.")
    var quiet = false

    func validate() throws {
        if json, csv { throw ValidationError("Found --json and --csv; expected one of them.") }
        guard level > 0, level < 1 else {
            throw ValidationError("--level: found \(level); expected a number between 0 and 1, as 0.95.")
        }
        try statistics.check(interval)
        _ = try condition()
    }

    private func condition() throws -> Condition? {
        guard let expression else { return nil }
        do {
            return try Condition(expression)
        } catch {
            throw ValidationError("--where, \(error.description)")
        }
    }

    func run() throws {
        try reportingErrors {
            var options = file.options
            options.delimiter = delimiter?.byte
            let file = try DataFile(path: data, options: options, decimal: decimalMark?.mark)
            let requests = try statistics.requests(in: file)
            let design = try sampling.request(in: file, decimal: decimalMark?.mark)
            let domains = try by.map { try file.column($0, for: "--by") }
            var condition = try condition()
            for name in (condition?.columns ?? []).sorted() {
                condition = condition?.renaming(name, to: try file.column(name, for: "--where"))
            }
            let asked = design.columns.union(domains).union(condition?.columns ?? [])
                .union(requests.flatMap(\.columns))
            let mark = try SyntheticMark.builtIn()
            let marked = mark.column(in: file.headers).map { file.headers[$0] }
            let columns = asked.union([marked].compactMap(\.self))
            let numbers = Set(requests.flatMap(\.numberColumns) + design.numberColumns)
                .union(condition?.numberColumns ?? [])
            let table = try file.read(columns, numbers: numbers, missing: Set(missing))
            try checkLeftOut(table.leftOut)
            let marks = marked.map { table.column($0).levels } ?? []
            let reading = EstimateReading(
                table, statistics: requests, domains: domains, condition: condition, design: design,
                // Any file is estimated from: where rows differ, the column is a question like others.
                isSynthetic: !marks.isEmpty && marks.allSatisfy { mark.isMarked($0) == true })
            let bound = try TableDesign(table, design).calibrated()
            tell(reading, bound, design)
            let cells = try DomainCells(table, by: domains, where: condition)
            let estimation = Estimation(
                table, bound, interval: interval?.method, level: level, threads: threads)
            let figures = try requests.flatMap { try estimation.estimates($0, in: cells) }
            try refuseUnknownLevels(requests, table)
            let text = EstimateText(
                figures: figures, domains: domains, level: level, reading: reading.adding(bound.notes))
            say(json ? text.json() : csv ? text.csv() : text.table())
        }
    }

    /// Names the first records that are left out; `--quiet` does not hide them.
    ///
    /// - Throws: exit 65 under `--strict`.
    private func checkLeftOut(_ records: [Diagnostic]) throws {
        guard !records.isEmpty else { return }
        for error in records.prefix(5) { note("sansang: \(error.description)") }
        note("sansang: \(records.count) record\(records.count == 1 ? " is" : "s are") left out")
        if strict { throw ExitCode(65) }
    }

    private func tell(_ reading: EstimateReading, _ bound: TableDesign, _ request: DesignRequest) {
        if quiet { return }
        for line in reading.notes + bound.notes { note("note: \(line)") }
        // A table says itself what is missing.
        if json || csv { for line in reading.missingNotes { note("note: \(line)") } }
        let design = bound.design
        note(
            "design: \(design.rowCount) rows, \(design.strataCount) \(design.strataCount == 1 ? "stratum" : "strata"), \(design.psuCount) sampled units, "
                + "\(design.degreesOfFreedom) degrees of freedom")
        switch bound.weightSource {
        case .column: break
        case .populations: note("weights: none given, so population ÷ sampled units of --fpc")
        case .equal: note("weights: none given, so every row counts 1")
        }
        if request.postStratification != nil, !request.rakings.isEmpty {
            note("calibration: post-stratified first, then raked")
        }
    }

    /// A level or item that no row has is a slip, not a share of 0; a column without any answer says so by itself.
    private func refuseUnknownLevels(
        _ requests: [StatisticRequest], _ table: DataTable
    ) throws(Diagnostic) {
        for request in requests {
            let column = table.column(request.columns[0])
            if column.levels.isEmpty { continue }
            let isItem = request.isOfItems
            guard let asked = isItem ? request.item : request.level else { continue }
            let isKnown =
                isItem ? column.hasItem(asked) : !column.codes(meaning: asked).isEmpty
            if isKnown { continue }
            let known = (isItem ? column.items : column.levels).prefix(12).joined(separator: ", ")
            throw Diagnostic(
                .badEstimate, file: "\(table.file), column \"\(column.name)\"",
                found: "no row with the \(isItem ? "item" : "level") \"\(asked)\"",
                expected: "one of \(known)",
                action: "Correct it, or leave it out for all of them.")
        }
    }
}

/// Names of the intervals that people may ask for.
struct IntervalName: ExpressibleByArgument {
    let method: IntervalMethod

    static let all: [IntervalMethod] = [.t, .logit, .beta, .wilson]
    static var allValueStrings: [String] { all.map(\.rawValue) }
    /// R `svyquantile`'s name of what `svyciprop` calls logit.
    private static let logitOfQuantiles = "xlogit"

    init?(argument: String) {
        let name = argument == Self.logitOfQuantiles ? IntervalMethod.logit.rawValue : argument
        guard let method = Self.all.first(where: { $0.rawValue == name }) else { return nil }
        self.method = method
    }
}

/// A decimal mark as people name it.
struct DecimalMarkName: ExpressibleByArgument {
    let mark: NumberMarks.Decimal

    static var allValueStrings: [String] { [".", ","] }

    init?(argument: String) {
        switch argument {
        case ".": mark = .point
        case ",": mark = .comma
        default: return nil
        }
    }
}
