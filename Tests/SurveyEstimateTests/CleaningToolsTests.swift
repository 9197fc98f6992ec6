// Reference: R package cleaningtools 1.0.0 (impact-initiatives), its published `cleaningtools_overall_analysis`, made by
// survey::svymean with equal weights: SE = sqrt(p(1 − p)/n · N/(N − 1)), t with n − 1 degrees of freedom over the n
// households with an answer. Tolerance: 1e-12 (R prints 15 digits).
import Foundation
import SurveyEstimate
import SurveyStatistics
import Testing

@Suite struct CleaningToolsTests {
    /// A row of the published table.
    private struct Published {
        let variable, choice: String
        let mean, lower, upper: Double
        let cases, responses: Int
    }

    private static let folder: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appendingPathComponent("shared/data/kobo/cleaningtools")
    }()

    private func published() throws -> [Published] {
        let path = Self.folder.appendingPathComponent("cleaningtools_overall_analysis.csv").path
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
        let data = Self.folder.appendingPathComponent("cleaningtools_clean_data.csv").path
        guard FileManager.default.fileExists(atPath: data) else {
            print("skipped, no reference data")
            return
        }
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
            var requests = [request(row, table, flags)]
            if case .proportion(let name, .some(let level)) = requests[0],
                !table.column(name).levels.contains(level) || level != row.choice || name == "pump_horsepower"
            {
                // The table cuts "1.5" at its point: the choice is what stands behind it.
                requests = table.column(name).levels.filter { $0.hasSuffix(row.choice) }
                    .map { .proportion(name, level: $0) }
                if requests.count > 1 { cut += 1 }
            }
            // Answers only: the degrees of freedom are theirs.
            let cells = try DomainCells(table, by: [], where: .not(.isMissing(row.variable)))
            let found = try requests.flatMap { try estimation.estimates($0, in: cells) }
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

    private func request(_ row: Published, _ table: DataTable, _ flags: Set<String>) -> StatisticRequest {
        let flag = "\(row.variable).\(row.choice)"
        if flags.contains(flag) {
            return table.column(flag).levels.contains { ["TRUE", "FALSE"].contains($0) }
                ? .proportion(flag, level: "TRUE") : .mean(flag)
        }
        return row.choice.isEmpty ? .mean(row.variable) : .proportion(row.variable, level: row.choice)
    }

    private func isSame(_ figure: DomainEstimate, _ row: Published) -> Bool {
        // One answer alone has no degrees of freedom; the table repeats its mean.
        guard let estimate = figure.estimate else { return false }
        let interval = estimate.interval
        let pairs = [
            (estimate.value, row.mean), (interval?.lower ?? estimate.value, row.lower),
            (interval?.upper ?? estimate.value, row.upper),
        ]
        return estimate.base == row.responses
            && pairs.allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
    }
}
