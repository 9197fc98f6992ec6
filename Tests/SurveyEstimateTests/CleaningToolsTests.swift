// Reference: R package cleaningtools 1.0.0 (impact-initiatives), its published `cleaningtools_overall_analysis`, made
// by survey::svymean with equal weights: SE = sqrt(p(1 − p)/n · N/(N − 1)), t with n − 1 degrees of freedom over the
// n households with an answer. Tolerance: 1e-12 (R prints 15 digits).
import Foundation
import SurveyEstimate
import SurveyStatistics
import TestSupport
import Testing

@Suite struct CleaningToolsTests {
    /// A row of the published table.
    private struct Published {
        let variable, choice: String
        let mean, lower, upper: Double
        let cases, responses: Int
    }

    private static let folder = ReferenceFiles.outside("data/kobo/cleaningtools")

    private func file(_ name: String) throws -> String {
        guard let folder = Self.folder else { try Test.cancel("\(ReferenceFiles.without("data/kobo"))") }
        return folder.appendingPathComponent(name).path
    }

    private func published() throws -> [Published] {
        let path = try file("cleaningtools_overall_analysis.csv")
        let names = [
            "main_variable", "choice", "mean.pct", "mean.pct_low", "mean.pct_upp", "n_unweighted",
            "response_count",
        ]
        let table = try DataFile(path: path).read(Set(names))
        let texts = names.prefix(2).map { name in
            let column = table.column(name)
            return column.codes.map { $0 < 0 ? "" : column.levels[Int($0)] }
        }
        let numbers = try names.dropFirst(2).map { try table.numbers($0, for: "test").map { $0 ?? .nan } }
        return (0..<table.rowCount).map { row in
            Published(
                variable: texts[0][row], choice: texts[1][row], mean: numbers[0][row], lower: numbers[1][row],
                upper: numbers[2][row], cases: Int(numbers[3][row]), responses: Int(numbers[4][row]))
        }
    }

    @Test func theEngineDerivesThePublishedTable() throws {
        let data = try file("cleaningtools_clean_data.csv")
        let rows = try published()
        let headers = Set(try DataFile(path: data).headers)
        let variables = Set(rows.map(\.variable)).intersection(headers)
        let flags = Set(rows.map { "\($0.variable).\($0.choice)" }).intersection(headers)
        let table = try DataFile(path: data).read(variables.union(flags))
        let design = try TableDesign(table, DesignRequest())
        let estimation = Estimation(table, design, interval: .t, level: 0.95)
        var agree = 0
        var cut = 0
        var failures: [String] = []
        for row in rows where variables.contains(row.variable) {
            let requests = requests(row, table, flags)
            if requests.count > 1 || requests.first?.level?.hasSuffix("." + row.choice) == true { cut += 1 }
            let found = try requests.flatMap { request in
                // Answers only: the degrees of freedom are theirs.
                let cells = try DomainCells(table, by: [], where: .not(.isMissing(request.variable)))
                return try estimation.estimates(request, in: cells)
            }
            if found.contains(where: { isSame($0, row) }) {
                agree += 1
            } else {
                failures.append(
                    "\(row.variable) \(row.choice): expected \(row.mean) (\(row.lower), \(row.upper))")
            }
        }
        print(
            "cleaningtools: \(agree + failures.count) of \(rows.count) rows derivable, \(agree) agree, \(cut) by a cut choice"
        )
        #expect(failures == [])
        #expect(rows.count == 479)
        #expect(agree == 479)
    }

    /// Usually one; the table cuts the level "1.5" at its point: then those whose end is the choice.
    private func requests(_ row: Published, _ table: DataTable, _ flags: Set<String>) -> [StatisticRequest] {
        let flag = "\(row.variable).\(row.choice)"
        if flags.contains(flag) { return [shareOfYes(flag, table)] }
        if row.choice.isEmpty { return [shareOfYes(row.variable, table)] }
        return table.column(row.variable).levels
            .filter { $0 == row.choice || $0.hasSuffix("." + row.choice) }
            .map { .proportion(row.variable, level: $0) }
    }

    /// The mean, of R's TRUE and FALSE too.
    private func shareOfYes(_ name: String, _ table: DataTable) -> StatisticRequest {
        let isLogical = table.column(name).levels.contains { ["TRUE", "FALSE"].contains($0) }
        return isLogical ? .proportion(name, level: "TRUE") : .mean(name)
    }

    private func isSame(_ figure: DomainEstimate, _ row: Published) -> Bool {
        guard let estimate = figure.estimate else { return false }
        let isNear = { (found: Double?, expected: Double) in
            // A single answer has no interval; the table's cells are empty. Nor have answers that all agree, where the
            // table has one without width.
            guard let found else { return expected.isNaN || row.lower == row.upper }
            return abs(found - expected) <= 1e-12 * max(1, abs(expected))
        }
        // The answers are counted by question: one of its flags may have fewer.
        return (estimate.base == row.responses || figure.statistic.variable != row.variable)
            && isNear(estimate.value, row.mean) && isNear(estimate.interval?.lower, row.lower)
            && isNear(estimate.interval?.upper, row.upper)
    }
}
