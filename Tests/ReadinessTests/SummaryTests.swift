import Basics
import CSVReader
import SurveyData
import SurveyStatistics
import SyntheticWard
import Testing

@testable import Readiness

/// The summary that is counted by columns against one that is counted household by household.
@Suite struct SummaryTests {
    private func summary(
        _ text: String, codebook: Codebook, registry: Registry? = nil, threads: Int = 1,
        chunkSize: Int = 1 << 18, month: String? = nil
    ) throws -> SurveySummary {
        try SurveySummary.read(
            CSVFile(bytes: Array(text.utf8), name: "survey.csv"), codebook: codebook, registry: registry,
            sampling: nil, months: MonthChoice(month.flatMap { Period($0) }), threads: threads,
            chunkSize: chunkSize)
    }

    private func expectAlike(_ text: String, _ codebook: Codebook, registry: Registry? = nil) throws {
        let survey = try Survey.read(text: text, codebook: codebook, registry: registry)
        let asked = try SurveySummary(survey).asked
        let expected = SummaryByHousehold(survey, asked: asked)
        for (threads, chunkSize) in [(1, 1 << 20), (2, 4096), (4, 1000)] {
            let found = try summary(
                text, codebook: codebook, registry: registry, threads: threads, chunkSize: chunkSize)
            #expect(found.month == survey.month)
            #expect(found.counts == survey.counts)
            #expect(found.asked == asked)
            #expect(found.cells.keys.count == expected.cells.keys.count)
            for (key, cell) in expected.cells where found.cells[key] != cell {
                Issue.record(
                    "cell \(key), \(threads) threads: \(cell) became \(String(describing: found.cells[key]))")
                return
            }
        }
    }

    /// The ward holds every kind of dirt: repeated ids, unknown groups, sums, blank rows, odd answers.
    @Test(arguments: [SurveyDialect.canonical, .vietnamese, .kobo], 0..<4)
    func aWardReadAsCodesIsTheWardReadByHousehold(dialect: SurveyDialect, seed: Int) throws {
        let files = synthesize(
            SyntheticWardSettings(
                households: 500, months: 1, seed: UInt64(seed), dialect: dialect, population: 2000))
        let survey = try #require(files.first { $0.name.hasPrefix("20") })
        let groups = try #require(files.first { $0.name == "groups.csv" })
        let text = String(decoding: survey.bytes, as: UTF8.self)
        try expectAlike(text, Codebook.builtIn())
        let registry = try Registry(
            table: WardTable(text: String(decoding: groups.bytes, as: UTF8.self), name: "groups.csv"))
        try expectAlike(text, Codebook.builtIn(), registry: registry)
    }

    /// Every combination that some answers take, weights and strata, in random rows.
    @Test(arguments: 0..<8)
    func anyAnswersGiveTheSame(seed: Int) throws {
        var random = SplitMix64(state: UInt64(seed))
        try expectAlike(random.survey(rows: 600), Codebook.builtIn())
    }

    @Test func addingTheHalvesGivesTheWhole() throws {
        var random = SplitMix64(state: 99)
        let lines = random.survey(rows: 400, repeatsIDs: false).split(separator: "\n").map(String.init)
        func part(_ rows: ArraySlice<String>) throws -> SurveySummary {
            try summary(([lines[0]] + rows).joined(separator: "\n"), codebook: Codebook.builtIn())
        }
        let whole = try part(lines[1...])
        let merged = try #require(try part(lines[1..<150]).merged(with: try part(lines[150...])))
        #expect(merged == whole, "the halves' sum differs")
        #expect(try Self.figures(merged) == Self.figures(whole), "the halves' figures differ")
        #expect(merged.totals().map(\.weightedYes) == whole.totals().map(\.weightedYes))
        #expect(whole.totals().contains { $0.weightedYes > 0 && $0.weightedYes != $0.weightedYes.rounded() })
    }

    /// Every estimate, written to the last bit.
    private static func figures(_ summary: SurveySummary) throws -> [String] {
        try ReadinessEstimates(summary, design: WardDesign(summary), threads: 1).all().map { figure in
            let estimate = figure.estimate
            let numbers = [
                estimate?.value, estimate?.standardError, estimate?.interval?.lower,
                estimate?.interval?.upper,
                estimate?.designEffect,
            ]
            return "\(figure.indicator) \(figure.domain) \(numbers.map { $0?.bitPattern ?? 0 })"
        }
    }

    /// 97 files, each a part of the rows in another order.
    @Test func ninetySevenFilesGiveTheFiguresOfOneToTheLastBit() throws {
        var random = SplitMix64(state: 2025)
        let lines = random.survey(rows: 970, repeatsIDs: false).split(separator: "\n").map(String.init)
        let whole = try summary(
            lines.joined(separator: "\n"), codebook: Codebook.builtIn(), month: "2025-09")
        let rows = lines.dropFirst().shuffled(using: &random)
        var merged: SurveySummary?
        for part in 0..<97 {
            let own = rows.indices.filter { $0 % 97 == part }.map { rows[$0] }
            let summary = try summary(
                ([lines[0]] + own).joined(separator: "\n"), codebook: Codebook.builtIn(), month: "2025-09")
            merged = try merged.map { try #require(summary.merged(with: $0)) } ?? summary
        }
        let figures = try Self.figures(try #require(merged))
        #expect(figures == (try Self.figures(whole)))
        #expect(figures.contains { $0.contains("householdType") })
        #expect(figures.contains { $0.contains("procedure") })
    }

    @Test func aHouseholdOfTooManyDossiersIsRefused() throws {
        let text = "household_id,residential_group,procedures_total,procedures_online\nA1,1,2000000,1\n"
        let survey = try Survey.read(text: text, codebook: Codebook.builtIn())
        guard survey.households.first?.number(.proceduresTotal).value == 2_000_000 else { return }
        #expect(throws: Diagnostic.self) { try summary(text, codebook: Codebook.builtIn()) }
    }
}

/// Rows of random answers, written in many ways.
extension SplitMix64 {
    private static let columns: [(String, [String])] = [
        ("survey_date", ["2025-09-03", "2025-09-14", "09/09/2025", "14/09/2025", ""]),
        ("former_ward", ["Sen", "Mai"]), ("residential_group", ["Tổ 1", "TDP 2", "3", ""]),
        ("smartphone", ["yes", "no", "", "Có", " không", "98"]), ("computer", ["yes", "no", "", "x"]),
        ("internet", ["fixed", "mobile", "fixed;mobile", "none", "", "?"]),
        ("e_id", ["none", "level_1", "level_2", ""]),
        ("skills", ["none", "send_file;install_app", "call", "send_file", "online_payment;send_file", ""]),
        ("knows_process", ["yes", "partly", "no", ""]),
        ("procedures_total", ["0", "1", "2", "17", "", "x"]), ("procedures_online", ["0", "1", "2", ""]),
        ("channel", ["no_need", "online_home", ""]),
        ("who_filed", ["self", "family", "assisted", "on_behalf", "service", ""]),
        ("could_repeat", ["yes", "no", ""]),
        ("barriers", ["none", "low_skills;no_internet", "fear_fraud", ""]),
        ("wants_help", ["yes", "no", ""]), ("weight", ["1.5", "2", "0.1", "3.7", "0"]),
        ("stratum", ["a", "b", ""]), ("household_size", ["1", "2", "4", "4 người", "", "x"]),
        ("people_60_plus", ["0", "1", "2", ""]), ("children", ["0", "2", ""]),
        ("women_headed", ["yes", "no", ""]),
        ("procedures", ["certification", "birth;residence", "none", "certification;other", ""]),
    ]

    fileprivate mutating func survey(rows: Int, repeatsIDs: Bool = true) -> String {
        var lines = ["household_id," + Self.columns.map(\.0).joined(separator: ",")]
        for row in 0..<rows {
            let id = repeatsIDs && Int.random(in: 0..<30, using: &self) == 0 ? "H-\(row / 2)" : "H-\(row)"
            let cells = Self.columns.map { column in
                let cell = column.1.randomElement(using: &self) ?? ""
                return cell.contains(",") ? "\"\(cell)\"" : cell
            }
            lines.append(([id] + cells).joined(separator: ","))
            if Int.random(in: 0..<50, using: &self) == 0 {
                lines.append(["", "Tổng cộng", ",,"].randomElement(using: &self) ?? "")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
