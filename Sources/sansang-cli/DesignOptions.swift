internal import ArgumentParser
internal import CSVReader
internal import SurveyEstimate
internal import SurveyStatistics

/// How the sample that `estimate` reads was drawn.
struct DesignOptions: ParsableArguments {
    @Option(help: "Column of sampling weights. Default: from --fpc, else every row counts 1.")
    var weights: String?

    @Option(help: "Column of strata; a+b crosses two, or with --psu a+b goes by stage.")
    var strata: String?

    @Option(
        help: "Column of sampled units (PSUs), told apart within strata; a+b for stages. Default: the rows.")
    var psu: String?

    @Option(
        help:
            "Column of finite populations: over 1 units of the stratum, else the fraction drawn; a+b by stage."
    )
    var fpc: String?

    @Option(
        name: .customLong("lonely-psu"),
        help: "In a stratum with one sampled unit: fail, remove, certainty, adjust or average.")
    var lonelyPSU = LonelyPSUName(rule: .fail)

    @Option(
        help: ArgumentHelp(
            "Scale weights to totals of a column, or of a crossing a+b.", valueName: "column=file"))
    var poststratify: String?

    @Option(
        name: .customLong("rake"),
        help: ArgumentHelp(
            "Scale weights to totals of several columns in turn. Repeat for each; after --poststratify.",
            valueName: "column=file"))
    var rakings: [String] = []

    func validate() throws {
        for (option, text) in [("--poststratify", poststratify)] + rakings.map({ ("--rake", $0) }) {
            guard let text else { continue }
            guard let sign = text.firstIndex(of: "="), sign > text.startIndex, text.last != "=" else {
                throw ValidationError(
                    "\(option): found \"\(text)\"; expected a column and a file, as stype=totals.csv.")
            }
        }
    }

    /// The design with the file's own names of columns; `decimal`: of the numbers of files of totals.
    ///
    /// - Throws: `Diagnostic` for an unknown column.
    func request(
        in file: borrowing DataFile, decimal: NumberMarks.Decimal?
    ) throws -> DesignRequest {
        var request = DesignRequest()
        if let weights { request.weights = try file.column(weights, for: "--weights") }
        if let strata { request.strata = try file.columns(joined: strata, for: "--strata") }
        if let psu { request.psus = try file.columns(joined: psu, for: "--psu") }
        if let fpc { request.populations = try file.columns(joined: fpc, for: "--fpc") }
        request.lonelyPSU = lonelyPSU.rule
        if let poststratify {
            request.postStratification = try population(poststratify, "--poststratify", file, decimal)
        }
        for raking in rakings { request.rakings.append(try population(raking, "--rake", file, decimal)) }
        return request
    }

    private func population(
        _ text: String, _ option: String, _ file: borrowing DataFile, _ decimal: NumberMarks.Decimal?
    ) throws -> PopulationRequest {
        let sides = file.sides(of: text, at: "=") ?? (text, "")
        return PopulationRequest(
            columns: try file.columns(joined: sides.left, for: option), file: sides.right, decimal: decimal)
    }
}

/// A rule for lonely PSUs as people name it.
struct LonelyPSUName: ExpressibleByArgument {
    let rule: LonelyPSU

    static var allValueStrings: [String] { LonelyPSU.allCases.map(\.rawValue) }

    var defaultValueDescription: String { rule.rawValue }

    init(rule: LonelyPSU) { self.rule = rule }

    init?(argument: String) {
        guard let rule = LonelyPSU(rawValue: argument) else { return nil }
        self.rule = rule
    }
}
