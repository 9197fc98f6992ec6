import Foundation
import TestSupport
import Testing

/// Page for residents, leader's page, workbook, map and message of one report: no two different figures for one
/// thing.
@Suite struct OneTruthTests {
    private let ward: ReportedWard
    private let leader, residents: String

    init() throws {
        ward = try ReportedWard.made.get()
        leader = try ward.text("leader/leader.html")
        residents = try ward.text("public/public.html")
    }

    private static func plain(_ markup: some StringProtocol) -> String {
        String(markup).replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing(
            "&gt;", with: ">"
        )
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").replacing("\u{A0}", with: " ")
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A table of a page: by the name of each row, each cell by its column's heading; repeated headings count on.
    private func table(_ id: String, in page: String) throws -> [String: [String: String]] {
        let start = try #require(page.range(of: "id=\"table-\(id)\""), "\(id)")
        let end = try #require(page.range(of: "</table>", range: start.upperBound..<page.endIndex))
        let rows = page[start.upperBound..<end.lowerBound].components(separatedBy: "<tr>").dropFirst().map {
            row in
            row.matches(of: /<t[hd][^>]*>(?s:(.*?))<\/t[hd]>/).map { Self.plain($0.output.1) }
        }
        guard let heads = rows.first else { return [:] }
        return Dictionary(
            rows.dropFirst().filter { !$0.isEmpty }.map { row in
                (row[0], Dictionary(zip(heads, row), uniquingKeysWith: { first, _ in first }))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// "43,6 % (41,0–46,2 %)" is 43.6; nil where no percentage leads.
    private static func percent(_ cell: String) -> Double? {
        cell.firstMatch(of: /^([0-9]+(?:,[0-9]+)?) ?%/).flatMap {
            Double($0.output.1.replacing(",", with: "."))
        }
    }

    /// A public percentage is the leader's, rounded to a whole one.
    private static func agree(_ shown: String, _ own: String) -> Bool {
        guard let exact = percent(own) else { return percent(shown) == nil && !shown.contains("1 %") }
        if shown.hasPrefix("dưới 1") { return exact < 0.55 }
        if shown.hasPrefix("trên 99") { return exact > 99.45 }
        guard let whole = percent(shown) else { return true }
        return abs(whole - exact) <= 0.5501
    }

    @Test(
        "residents read the leader's weighted rates in whole per cents",
        arguments: [
            ("publicFormerWards", "byFormerWard"), ("publicTypes", "byHouseholdType"),
            ("publicProcedures", "byProcedure"),
        ])
    func publicTables(published: String, own: String) throws {
        let (shown, exact) = (try table(published, in: residents), try table(own, in: leader))
        var compared = 0
        for (name, cells) in shown {
            let row = try #require(exact[name], "\(name)")
            for (head, cell) in cells {
                guard let figure = row[head], cell.contains("%") || figure.contains("%"), name != figure
                else { continue }
                #expect(Self.agree(cell, figure), "\(name), \(head): \(cell) and \(figure)")
                compared += 1
            }
        }
        #expect(compared > 0)
    }

    @Test("the whole ward's public figures are the leader's")
    func wholeWard() throws {
        let exact = try table("indicators", in: leader)
        let shown = try #require(try table("publicWard", in: residents).values.first)
        var compared = 0
        for (head, cell) in shown {
            guard let row = exact[head], let figure = row.values.first(where: { $0.contains("%") }) else {
                continue
            }
            #expect(Self.agree(cell, figure), "\(head): \(cell) and \(figure)")
            compared += 1
        }
        #expect(compared >= 4)
    }

    @Test("headline, public sentence and message give one rate of dossiers")
    func headline() throws {
        let figure = try #require(leader.firstMatch(of: /<p class="figure">([^<]*)</)).output.1
        let rate = try #require(Self.percent(Self.plain(figure)))
        let message = try ward.text("leader/message.txt").replacing("\u{A0}", with: " ")
        #expect(message.contains(Self.plain(figure)))
        let sentence = try #require(
            Self.plain(residents).firstMatch(of: /Khoảng ([0-9]+) ?% hồ sơ/))
        #expect(abs((Double(sentence.output.1) ?? 0) - rate) <= 0.5501)
    }

    /// Each sheet's cells as the workbook shows them to a reader: texts, and numbers.
    private func sheets() throws -> [[String]] {
        let entries = zipEntries([UInt8](try ward.data("leader/leader.xlsx")))
        let strings = (entries["xl/sharedStrings.xml"] ?? "").matches(of: /<si>(?s:(.*?))<\/si>/).map {
            Self.plain($0.output.1)
        }
        return entries.keys.filter { $0.hasPrefix("xl/worksheets/sheet") }.sorted().map { name in
            (entries[name] ?? "").matches(of: /<c r="[A-Z]+[0-9]+"[^>]*?( t="s")?><v>([^<]*)<\/v>/).map {
                cell in
                cell.output.1 == nil
                    ? String(cell.output.2) : strings[Int(cell.output.2) ?? 0]
            }
        }
    }

    @Test(
        "the workbook's rows hold the page's figures, also where a chance is said in words",
        arguments: [
            "indicators", "byFormerWard", "byHouseholdType", "byGroup", "modelledByGroup", "planByFormerWard",
        ])
    func workbook(id: String) throws {
        let rows = try table(id, in: leader)
        let names = Set(rows.keys)
        let caption = try #require(
            leader.components(separatedBy: "id=\"table-\(id)\"").last?.firstMatch(of: /<caption>([^<]*)</)
        ).output.1
        let title = Self.plain(caption)
        let sheet = try #require(
            try sheets().first { $0.first?.hasSuffix(title) == true && names.isSubset(of: Set($0)) },
            "no sheet \(title)")
        for (name, cells) in rows where id != "planByFormerWard" {
            let start = try #require(sheet.firstIndex(of: name))
            let own = sheet[(start + 1)...].prefix { !names.contains($0) }
            let numbers = own.compactMap(Double.init).map { $0 * 100 }
            for cell in cells.values where cell != name {
                if cell.hasPrefix(">") || cell.hasPrefix("<") {
                    #expect(own.contains(cell), "\(id), \(name): \(cell)")
                } else if let figure = Self.percent(cell) {
                    #expect(
                        numbers.contains { abs($0 - figure) <= (cell.contains(",") ? 0.0501 : 0.5001) },
                        "\(id), \(name): \(cell) and \(own)")
                }
            }
        }
    }

    /// Tiles or areas of the page's maps by group: class and what is said of it.
    private func areas() -> [[String: (look: String, said: String)]] {
        leader.components(separatedBy: "<figure>").filter { $0.contains("class=\"tile ") }.map { figure in
            Dictionary(
                figure.matches(of: /class="tile (shade[a-z0-9-]*)"[^>]*>\s*<title>([^<]*)<\/title>/).map {
                    area in
                    let parts = Self.plain(area.output.2).components(separatedBy: ": ")
                    return (parts[0], (String(area.output.1), parts.dropFirst().joined(separator: ": ")))
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("maps say what the groups' pages and the plan say, and colour no group without interviews")
    func maps() throws {
        let maps = areas()
        try #require(maps.count == 2 && maps.allSatisfy { $0.count == 97 }, "\(maps.map(\.count))")
        let visits = Dictionary(grouping: try ward.assignments(), by: { $0["group_id"] ?? "" })
        let interviews = Dictionary(
            grouping: ward.households.keys, by: { String($0.prefix { $0 != "-" }) })
        var empty = 0
        for page in try ward.pages("groups") {
            let id = String(page.dropLast(".html".count))
            let text = try ward.text("groups/" + page)
            let title = Self.plain(try #require(text.firstMatch(of: /<h1>([^<]*)<\/h1>/)).output.1)
            let label = title.components(separatedBy: " – ")[0]
            let (ready, plan) = (try #require(maps[0][label]), try #require(maps[1][label], "\(label)"))
            #expect(plan.said.hasPrefix("\(visits[id]?.count ?? 0)"), "\(label): \(plan.said)")
            if interviews[id] == nil {
                empty += 1
                #expect(ready.look == "shade-none" && plan.look == "shade-none", "\(label) is coloured")
                #expect(!ready.said.contains("%"))
                continue
            }
            #expect((plan.look == "shade-plain") == (visits[id] == nil))
            guard let said = Self.percent(ready.said) else { continue }
            let row = try #require(try table("group", in: text)["Đến bước: biết cách nộp"])
            let figures = ["Câu trả lời của tổ", "Theo mô hình"].compactMap { row[$0].flatMap(Self.percent) }
            #expect(figures.contains(said), "\(label): \(ready.said), \(figures)")
            #expect(ready.look == "shade\(min(4, Int(said.rounded()) / 15))", "\(label): \(ready)")
        }
        #expect(empty > 0)
    }

    @Test("what cannot be concluded is said in true sentences")
    func notConcluded() {
        #expect(leader.contains("Những điều chưa kết luận được"))
        for old in ["Không nên kết luận", "Tỷ lệ đã tăng hay giảm:", "là thật:"] {
            #expect(!leader.contains(old), "\(old)")
        }
    }
}
