import Foundation
import SurveyData
import SurveyReports
import TestSupport
import Testing

/// Every figure of the leader's tables, read back from the page, the workbook, the CSV files and `summary.json`.
@Suite struct ReadBackTests {
    private static let tables: [String] = SampleReport.paths().filter { $0.hasPrefix("officer/tables/") }.map
    {
        String($0.dropFirst("officer/tables/".count).dropLast(".csv".count))
    }

    /// A row of a CSV table by column.
    private func csv(_ id: String) throws -> (heads: [String], rows: [[String]]) {
        // The last column says that the sample is made up.
        let rows = SampleReport.rows(csv: try SampleReport.text("officer/tables/\(id).csv"))
            .map { $0.last == "synthetic" || $0.last == "yes" ? Array($0.dropLast()) : $0 }
        return (rows.first ?? [], Array(rows.dropFirst()))
    }

    @Test func theSampleHasTheTablesOfEverySection() {
        for id in [
            "indicators", "byFormerWard", "byHouseholdType", "byProcedure", "byGroup", "modelledByGroup",
            "change", "savings", "official", "planByFormerWard", "planByGroup", "oneMoreHour", "unmetNeed",
        ] { #expect(Self.tables.contains(id), "no table \(id)") }
    }

    /// Per cent or percentage points: hundredths in the CSV.
    private func isShare(_ text: String) -> Bool { text.contains("%") || text.contains("điểm phần trăm") }

    /// The page says each figure rounded to one digit of a per cent, or to three digits.
    @Test(arguments: tables)
    func thePageSaysWhatTheCSVSays(id: String) throws {
        let html = try SampleReport.text("leader/leader.html")
        let page = SampleReport.rows(html: html, table: id)
        let (heads, rows) = try csv(id)
        // What only the workbook and the CSV have.
        if id == "planByGroup" { return }
        try #require(page.count == rows.count + 1, "\(id): \(page.count) rows in the page")
        for (shown, row) in zip(page.dropFirst(), rows) {
            var cell = 0
            var column = 0
            while column < heads.count {
                let head = heads[column]
                let text = shown[cell]
                if column + 3 < heads.count, heads[column + 3] == head + "_hidden" {
                    let figures = row[column..<column + 3].compactMap(Double.init)
                    let said = SampleReport.numbers(text)
                    if row[column + 3].isEmpty {
                        #expect(said.count == figures.count, "\(id): \(text) for \(figures)")
                        for (said, figure) in zip(said, figures) {
                            #expect(
                                Self.isRounded(said, figure, isShare: isShare(text)), "\(id): \(text)")
                        }
                    } else {
                        #expect(figures.isEmpty && !text.contains("%"), "\(id): \(text) is hidden")
                    }
                    column += 4
                } else if head.hasSuffix("_count") {
                    let figures = [row[column], row[column + 1]].compactMap(Double.init)
                    #expect(SampleReport.numbers(text) == figures, "\(id): \(text)")
                    column += 2
                } else if head.hasSuffix("_lower") {
                    #expect(
                        text == "\(row[column])–\(row[column + 1])" || row[column].isEmpty, "\(id): \(text)")
                    column += 2
                } else {
                    if let number = Double(row[column]), let said = SampleReport.numbers(text).first,
                        !text.contains("phút"), !text.contains("giờ")
                    {
                        #expect(
                            Self.isRounded(said, number, isShare: isShare(text))
                                || text.hasPrefix("<") || text.hasPrefix(">"), "\(id): \(text) for \(number)")
                    } else if Double(row[column]) == nil {
                        #expect(text == row[column], "\(id)")
                    }
                    column += 1
                }
                cell += 1
            }
        }
    }

    private static func isRounded(_ said: Double, _ figure: Double, isShare: Bool) -> Bool {
        let true100 = isShare ? figure * 100 : figure
        return abs(said - true100) <= max(0.0501, isShare ? 0.5001 : abs(true100) * 0.0051)
    }

    /// All numbers of the CSV files stand in the workbook, as numbers, in the same order.
    @Test func theWorkbookHoldsEveryNumberOfTheCSVFiles() throws {
        let bytes = try Data(contentsOf: SampleReport.folder.appendingPathComponent("leader/leader.xlsx"))
        let entries = zipEntries(Array(bytes))
        let sheets = entries.keys.filter { $0.hasPrefix("xl/worksheets/sheet") }
        #expect(sheets.count == Self.tables.count + 1)
        let numbers = sheets.map { name in
            (entries[name] ?? "").matches(of: /<c r="[A-Z]+[0-9]+"( s="[0-9]+")?><v>([^<]*)<\/v>/).compactMap
            {
                Double($0.output.2)
            }
        }
        for id in Self.tables {
            let (heads, rows) = try csv(id)
            let own = rows.flatMap { row in
                zip(heads, row).compactMap { head, cell -> Double? in
                    // Said in words: "> 99 %".
                    let isExtreme = head == "belowTarget" && !(0.005..<0.995).contains(Double(cell) ?? 0.5)
                    return head.hasSuffix("_hidden") || isExtreme ? nil : Double(cell)
                }
            }
            #expect(
                numbers.contains { sheet in
                    sheet.count == own.count
                        && zip(sheet, own).allSatisfy { abs($0 - $1) <= 1e-11 * max(1, abs($1)) }
                }, "no sheet with the numbers of \(id)")
        }
    }

    /// The figures of whole survey, former wards and groups, by their names, in `summary.json`.
    @Test(arguments: [("byFormerWard", "formerWard"), ("byGroup", "residentialGroup")])
    func summaryHoldsTheFiguresOfTheTables(id: String, kind: String) throws {
        let summary = try JSONSerialization.jsonObject(with: Data(try SampleReport.text("summary.json").utf8))
        let estimates = try #require((summary as? [String: Any])?["estimates"] as? [[String: Any]])
        let (heads, rows) = try csv(id)
        var found = 0
        for row in rows {
            for (column, head) in heads.enumerated() where heads.contains(head + "_hidden") {
                let figure = estimates.first {
                    $0["indicator"] as? String == head && $0["domainKind"] as? String == kind
                        && $0["domainName"] as? String == row[0] && $0["modelled"] as? Bool == false
                }
                let own = try #require(figure, "\(head) of a row of \(id)")
                #expect(own["value"] as? Double == Double(row[column]))
                #expect(own["lower"] as? Double == Double(row[column + 1]))
                #expect(own["upper"] as? Double == Double(row[column + 2]))
                found += 1
            }
        }
        #expect(found == rows.count * 3)
    }

    /// A sentence whose value was forgotten would show its name in braces.
    @Test func noSentenceLacksAValue() throws {
        for path in SampleReport.paths() where path.hasSuffix(".html") || path.hasSuffix(".txt") {
            let page = try SampleReport.text(path).replacing(/<style>(?s:.*?)<\/style>/, with: "")
            #expect(!page.contains(/\{[A-Za-z]+\}/), "\(path)")
        }
    }
}
