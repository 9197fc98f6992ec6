internal import Basics
internal import Foundation
internal import SurveyEstimate
internal import SurveyReports
internal import SurveyStatistics

/// Estimates as JSON, as CSV, or as a table for people.
struct EstimateText {
    let figures: [DomainEstimate]
    /// Columns whose levels the domains are.
    let domains: [String]
    let level: Double
    let reading: EstimateReading

    /// The document of `--json`: numbers with all their digits.
    func json() -> String {
        JSONValue.object(
            JSONValue.synthetic(reading.isSynthetic) + [
                ("estimates", .list(figures.map(object))),
                ("rows", .integer(reading.rows)),
                ("missing", .object(reading.missing.map { ($0.column, .integer($0.rows)) })),
                ("notes", .list(reading.allNotes.map { .text($0) })),
            ]
        ).document()
    }

    private func object(_ figure: DomainEstimate) -> JSONValue {
        let shown = figure.shown
        var pairs: [(String, JSONValue)] = [
            ("statistic", .text(figure.statistic.name)), ("variable", .text(figure.statistic.variable)),
        ]
        if let category = figure.category { pairs.append(("category", .text(category))) }
        if case .quantile(_, let probability) = figure.statistic {
            pairs.append(("probability", .exact(probability)))
        }
        pairs += [
            ("domain", .object(figure.domain.map { ($0.column, .optional($0.level)) })),
            ("value", Self.exact(shown?.value)), ("standardError", Self.exact(shown?.standardError)),
            ("lower", Self.exact(shown?.interval?.lower)), ("upper", Self.exact(shown?.interval?.upper)),
            ("level", .exact(figure.level)), ("interval", .text(method(of: figure))),
            ("base", .integer(figure.estimate?.base ?? 0)),
            ("missing", .object(figure.missing.map { ($0.column, .integer($0.rows)) })),
            ("effectiveBase", Self.exact(shown?.effectiveBase)),
            ("degreesOfFreedom", figure.estimate.map { .integer($0.degreesOfFreedom) } ?? .null),
            ("designEffect", Self.exact(shown?.designEffect)), ("shown", .bool(shown != nil)),
            ("reason", .optional(figure.reason?.rawValue)),
        ]
        return .object(pairs)
    }

    /// How the interval was made: a quantile's may be made another way than asked for.
    private func method(of figure: DomainEstimate) -> String {
        (figure.shown?.interval?.method ?? figure.method).rawValue
    }

    private static func exact(_ number: Double?) -> JSONValue {
        number.flatMap { $0.isFinite ? .exact($0) : nil } ?? .null
    }

    /// The document of `--csv`: one line a figure, an empty cell for what is not known.
    func csv() -> String {
        var table = CSVText(
            headers: ["statistic", "variable", "category", "probability"] + domains + [
                "value", "standardError", "lower", "upper", "level", "interval", "base", "effectiveBase",
                "degreesOfFreedom", "designEffect", "shown", "reason",
            ], isSynthetic: reading.isSynthetic)
        for figure in figures {
            let shown = figure.shown
            var probability = ""
            if case .quantile(_, let share) = figure.statistic { probability = Self.digits(share) }
            table.add(
                [figure.statistic.name, figure.statistic.variable, figure.category ?? "", probability]
                    + figure.domain.map { $0.level ?? "" }
                    + [shown?.value, shown?.standardError, shown?.interval?.lower, shown?.interval?.upper]
                    .map(Self.digits)
                    + [
                        Self.digits(figure.level), method(of: figure),
                        String(figure.estimate?.base ?? 0), Self.digits(shown?.effectiveBase),
                        figure.estimate.map { String($0.degreesOfFreedom) } ?? "",
                        Self.digits(shown?.designEffect), shown == nil ? "false" : "true",
                        figure.reason?.rawValue ?? "",
                    ])
        }
        // For programs that read standard output: no byte order mark.
        let text = table.text
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func digits(_ number: Double?) -> String {
        let text = exact(number).written()
        return text == "null" ? "" : text
    }

    /// Columns side by side, texts to the left and numbers to the right; then which answers are missing.
    func table() -> String {
        let percent = Self.short(level * 100)
        let headers =
            ["statistic", "variable"] + domains
            + ["estimate", "std. error", "\(percent)% from", "to", "base", "df", "deff"]
        let rows = figures.map { figure in
            [
                name(of: figure.statistic),
                figure.statistic.variable
                    + (figure.category.map { (figure.statistic.isOfItems ? "~" : "=") + $0 } ?? ""),
            ]
                + figure.domain.map { $0.level ?? "(none)" } + numbers(of: figure)
        }
        let lines = [headers] + rows
        let widths = headers.indices.map { place in lines.map { $0[place].count }.max() ?? 0 }
        let firstNumber = 2 + domains.count
        let text =
            (reading.isSynthetic ? "\(syntheticNote)\n" : "")
            + lines.map { line in
                line.enumerated().map { place, cell in
                    let blanks = String(repeating: " ", count: widths[place] - cell.count)
                    return place < firstNumber ? cell + blanks : blanks + cell
                }.joined(separator: "  ")
            }.joined(separator: "\n") + "\n" + missingLines
        return inert(text)
    }

    private var missingLines: String {
        reading.missingNotes.isEmpty ? "" : "\n" + reading.missingNotes.map { $0 + ".\n" }.joined()
    }

    private func name(of statistic: StatisticRequest) -> String {
        if case .quantile(_, let share) = statistic { return "quantile \(Self.short(share))" }
        return statistic.name
    }

    private func numbers(of figure: DomainEstimate) -> [String] {
        let base = String(figure.estimate?.base ?? 0)
        let df = figure.estimate.map { String($0.degreesOfFreedom) } ?? ""
        guard let shown = figure.shown else { return ["no data", "", "", "", base, df, ""] }
        return [shown.value, shown.standardError, shown.interval?.lower, shown.interval?.upper]
            .map { $0.map(Self.short) ?? "" } + [base, df, shown.designEffect.map(Self.short) ?? ""]
    }

    private static func short(_ number: Double) -> String {
        let format = abs(number) >= 100_000 && abs(number) < 1e15 ? "%.0f" : "%.6g"
        return number.isFinite ? String(format: format, number) : ""
    }
}
