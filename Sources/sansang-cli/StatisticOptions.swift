internal import Basics
internal import ArgumentParser
internal import Foundation
internal import SurveyEstimate
internal import SurveyStatistics

/// What `estimate` is to estimate.
struct StatisticOptions: ParsableArguments {
    @Option(
        name: .customLong("mean"), help: "The mean of a column of numbers. May be repeated, as all of these.")
    var means: [String] = []

    @Option(
        name: .customLong("total"),
        help: ArgumentHelp(
            "The population total of a column of numbers; with =LEVEL of rows that have it, with ~ITEM of rows whose list holds it.",
            valueName: "column"))
    var totals: [String] = []

    @Option(
        name: .customLong("proportion"),
        help: ArgumentHelp(
            "The share of a level; of every level without =LEVEL. With ~ITEM: of rows whose list (a; b, or a b) holds the item; with ~ alone of every item.",
            valueName: "column=level"))
    var proportions: [String] = []

    @Option(
        name: .customLong("ratio"),
        help: ArgumentHelp("The ratio of two totals, over rows that have both.", valueName: "column/column"))
    var ratios: [String] = []

    @Option(
        name: .customLong("quantile"),
        help: ArgumentHelp("The value below which a share lies, as age:0.5.", valueName: "column:share"))
    var quantiles: [String] = []

    /// - Throws: `ValidationError` where an option is not complete, or the interval does not fit a statistic.
    func check(_ interval: IntervalName?) throws {
        if [means, totals, proportions, ratios, quantiles].allSatisfy(\.isEmpty) {
            throw ValidationError(
                "Found nothing to estimate; expected --mean, --total, --proportion, --ratio or --quantile.")
        }
        for text in ratios where text.split(separator: "/").count < 2 {
            throw ValidationError("--ratio: found \"\(text)\"; expected two columns, as online/dossiers.")
        }
        for text in quantiles where probability(text) == nil {
            throw ValidationError(
                "--quantile: found \"\(text)\"; expected a column and a share between 0 and 1, as age:0.5.")
        }
        guard let method = interval?.method, method != .t else { return }
        let fitting = method == .wilson ? "proportions" : "proportions and quantiles"
        for (option, given) in [
            ("--mean", means), ("--total", totals), ("--ratio", ratios),
            ("--quantile", method == .wilson ? quantiles : []),
        ] where !given.isEmpty {
            throw ValidationError(
                "--interval: found \(method.rawValue) with \(option); expected t there: \(method.rawValue) is for "
                    + "\(fitting). Run \(option) by itself.")
        }
    }

    private func probability(_ text: String) -> Double? {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let share = Double(text[text.index(after: colon)...]), share > 0, share < 1
        else { return nil }
        return share
    }

    /// The statistics with the file's own names of columns.
    ///
    /// - Throws: `Diagnostic` for an unknown column.
    func requests(in file: borrowing DataFile) throws -> [StatisticRequest] {
        var requests: [StatisticRequest] = []
        for name in means { requests.append(.mean(try file.column(name, for: "--mean"))) }
        for text in totals {
            if let list = try list(text, "--total", file) {
                guard let item = list.item else {
                    throw Diagnostic(
                        .usage, file: "--total", found: "\"\(text)\"",
                        expected: "an item behind ~, as skills~call",
                        action: "Name one.")
                }
                requests.append(.itemTotal(list.column, item: item))
                continue
            }
            let part = try levelled(text, "--total", file)
            requests.append(.total(part.column, level: part.level))
        }
        for text in proportions {
            if let list = try list(text, "--proportion", file) {
                requests.append(.itemProportion(list.column, item: list.item))
                continue
            }
            let part = try levelled(text, "--proportion", file)
            requests.append(.proportion(part.column, level: part.level))
        }
        for text in ratios {
            let sides = file.sides(of: text, at: "/")
            requests.append(
                .ratio(
                    try file.column(sides?.left ?? text, for: "--ratio"),
                    over: try file.column(sides?.right ?? "", for: "--ratio")))
        }
        for text in quantiles {
            guard let share = probability(text), let colon = text.lastIndex(of: ":") else { continue }
            requests.append(
                .quantile(try file.column(String(text[..<colon]), for: "--quantile"), probability: share))
        }
        return requests
    }

    /// The column of "column=level", and the level if there is one.
    private func levelled(
        _ text: String, _ option: String, _ file: borrowing DataFile
    ) throws -> (column: String, level: String?) {
        let sides = file.isColumn(text) ? nil : file.sides(of: text, at: "=")
        return (try file.column(sides?.left ?? text, for: option), sides?.right)
    }

    /// The column of "column~item", and the item if there is one; nil where the text is no such thing.
    private func list(
        _ text: String, _ option: String, _ file: borrowing DataFile
    ) throws -> (column: String, item: String?)? {
        if file.isColumn(text) { return nil }
        guard let sides = file.sides(of: text, at: "~") else { return nil }
        // "column=a~b" asks for the level "a~b".
        if !file.isColumn(sides.left), text.contains("=") { return nil }
        let item = sides.right.trimmingCharacters(in: .whitespacesAndNewlines)
        return (try file.column(sides.left, for: option), item.isEmpty ? nil : item)
    }
}
