import Foundation
import Testing

/// The public page over time, as its user sees it.
@Suite struct PublicationCommandTests {
    private static let header =
        "household_id,survey_date,former_ward,residential_group,smartphone,internet,e_id,skills,knows_process,"
        + "procedures_total,procedures_online,who_filed"

    /// Households of two former wards, every other one with an e-ID; those that are late all have one.
    private func survey(
        _ households: Int, late: Int = 0, lateShare: Int = 1, month: String = "2025-10", prefix: String = "",
        in scratch: Scratch, as name: String
    ) throws -> String {
        let rows = (1...households + late).map { household -> String in
            let isFirst = household <= households ? household % 2 == 0 : true
            let has = household <= households ? household % 4 < 2 : (household - households) % lateShare == 0
            return [
                "\(prefix)H\(household)", "\(month)-1\(household % 9)", isFirst ? "An Lạc" : "Bình Minh",
                "\(prefix)\(isFirst ? 1 : 2)", "yes", "mobile", has ? "level_2" : "none", "none",
                has ? "yes" : "no", "1", has ? "1" : "0", has ? "self" : "",
            ].joined(separator: ",")
        }
        return try scratch.write(([Self.header] + rows).joined(separator: "\n") + "\n", as: name)
    }

    private func analyze(_ arguments: [String], in scratch: Scratch) throws -> Program.Run {
        try Program.run(
            ["analyze", "--no-pdf", "--language", "en", "--output", "report"] + arguments, in: scratch.folder)
    }

    private func file(_ path: String, in scratch: Scratch) throws -> String {
        try String(contentsOf: scratch.folder.appendingPathComponent(path), encoding: .utf8)
    }

    private let page = "report/public/public.html"
    private let ledger = "published-cells.json"

    @Test("the first run records its cells privately, and the same run again changes no byte")
    func identical() throws {
        let scratch = try Scratch()
        let path = try survey(400, in: scratch, as: "survey.csv")
        #expect(try analyze([path], in: scratch).status == 0)
        let first = (try file(page, in: scratch), try file(ledger, in: scratch))
        let attributes = try FileManager.default.attributesOfItem(
            atPath: scratch.folder.appendingPathComponent(ledger).path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(first.0.contains("50%") && !first.0.contains("as published on"))
        #expect(!first.1.contains("H1"))
        let again = try analyze([path], in: scratch)
        #expect(again.status == 0 && !again.errors.contains("as published on"))
        #expect(try file(page, in: scratch) == first.0)
        #expect(try file(ledger, in: scratch) == first.1)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(names.sorted() == ["published-cells.json", "report", "survey.csv"])
    }

    @Test("late interviews leave the public page as published; the leader reads both; all else counts them")
    func frozen() throws {
        let scratch = try Scratch()
        #expect(
            try analyze([survey(400, in: scratch, as: "survey.csv")], in: scratch).status == 0)
        let (first, recorded) = (try file(page, in: scratch), try file(ledger, in: scratch))
        let late = try survey(400, late: 12, in: scratch, as: "late.csv")
        let run = try analyze([late], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.contains("public page: as published on 20"))
        let second = try file(page, in: scratch)
        let sentence = try #require(
            second.firstMatch(of: /<p class="soft">Figures as published on [^<]*<\/p>\n?/))
        #expect(second.replacing(sentence.0, with: "") == first)
        #expect(try file(ledger, in: scratch) == recorded)
        let leader = try file("report/leader/leader.html", in: scratch)
        #expect(leader.contains("Public page: as published and as of now"))
        #expect(leader.contains("table-published"))
        #expect(
            try file("report/leader/leader.vi.html", in: scratch).contains("Trang công khai: số đã công bố"))
        // Without the ledger's month nothing else differs.
        let summary = try file("report/summary.json", in: scratch)
        #expect(try analyze([late, "--ledger", "other.json"], in: scratch).status == 0)
        #expect(try file("report/summary.json", in: scratch) == summary)
        #expect(try file(page, in: scratch) != second)
    }

    @Test("a page that would tell of six late households is not replaced, and nothing is written")
    func refused() throws {
        let scratch = try Scratch()
        #expect(try analyze([survey(200, in: scratch, as: "survey.csv")], in: scratch).status == 0)
        let before = try ["report/leader/leader.html", page, ledger].map { try file($0, in: scratch) }
        let late = try survey(200, late: 6, in: scratch, as: "late.csv")
        let run = try analyze([late, "--republish"], in: scratch)
        #expect(run.status == 65)
        #expect(
            run.errors.contains("published-cells.json: found a new public page of 2025-10 that would tell"))
        #expect(run.errors.contains("Leave out --republish"))
        #expect(try ["report/leader/leader.html", page, ledger].map { try file($0, in: scratch) } == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(names.sorted() == ["late.csv", "published-cells.json", "report", "survey.csv"])
    }

    @Test("a page that tells nothing of anybody replaces the published one, and both stay in the ledger")
    func republished() throws {
        let scratch = try Scratch()
        #expect(try analyze([survey(200, in: scratch, as: "survey.csv")], in: scratch).status == 0)
        let first = try file(page, in: scratch)
        let late = try survey(200, late: 90, lateShare: 3, in: scratch, as: "late.csv")
        let run = try analyze([late, "--republish"], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        let second = try file(page, in: scratch)
        #expect(second != first && !second.contains("as published on"))
        let days = try file(ledger, in: scratch).matches(of: /"published": "20\d\d-\d\d-\d\d"/)
        #expect(days.count == 2)
        // Now the second one stands.
        #expect(try analyze([late], in: scratch).status == 0)
        #expect(try file(page, in: scratch) == second)
    }

    @Test("another ward's ledger is refused, by analyze and by check")
    func foreign() throws {
        let scratch = try Scratch()
        #expect(try analyze([survey(200, in: scratch, as: "survey.csv")], in: scratch).status == 0)
        let other = try survey(200, prefix: "Z", in: scratch, as: "other.csv")
        let run = try Program.run(
            ["analyze", "--no-pdf", "--output", "other", other], in: scratch.folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("published-cells.json: found the ledger of another ward (its groups "))
        #expect(run.errors.contains("Name this ward's own ledger with --ledger"))
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.appendingPathComponent("other").path))
        let check = try Program.run(["check", other, "--ledger", ledger], in: scratch.folder)
        #expect(check.status == 65)
    }

    @Test(
        "a broken ledger is refused with its place",
        arguments: [
            ("\"kind\"", "\"kind", ":2: found no ledger of published cells"),
            ("\"schemaVersion\": 1", "\"schemaVersion\": 9", "version 9"),
            ("\"percent\": 50", "\"percent\": 140", "found 140 at ledgers[0].months[0].pages[0]."),
            ("\"base\": 200", "\"base\": -5", "found -5 at ledgers[0].months[0].pages[0].cells["),
            ("\"month\": \"2025-10\"", "\"month\": \"2025-13\"", "months[0].month"),
            ("\"weight\": 1", "\"weight\": -1", "months[0].pages[0].households[0].weight"),
            (
                "\"months\": [", "\"months\": [{\"month\": \"2025-10\", \"pages\": []},",
                "no page at ledgers[0].months[0].pages"
            ),
        ])
    func broken(old: String, new: String, message: String) throws {
        let scratch = try Scratch()
        let path = try survey(400, in: scratch, as: "survey.csv")
        #expect(try analyze([path], in: scratch).status == 0)
        let text = try file(ledger, in: scratch)
        #expect(text.contains(old))
        _ = try scratch.write(text.replacing(old, with: new, maxReplacements: 1), as: ledger)
        let run = try analyze([path], in: scratch)
        #expect(run.status == 65)
        #expect(run.errors.contains("published-cells.json") && run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.contains("Restore the ledger from a backup"))
    }

    @Test("a month twice in a ledger is refused")
    func monthTwice() throws {
        let scratch = try Scratch()
        let path = try survey(200, in: scratch, as: "survey.csv")
        #expect(try analyze([path], in: scratch).status == 0)
        let data = Data(try file(ledger, in: scratch).utf8)
        var json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        var book = (json["ledgers"] as? [[String: Any]])?.first ?? [:]
        let months = book["months"] as? [Any] ?? []
        book["months"] = months + months
        json["ledgers"] = [book]
        try JSONSerialization.data(withJSONObject: json).write(
            to: scratch.folder.appendingPathComponent(ledger))
        let run = try analyze([path], in: scratch)
        #expect(
            run.status == 65
                && run.errors.contains("found month 2025-10 a second time at ledgers[0].months[1].month"))
    }

    @Test("check says which months are published")
    func check() throws {
        let scratch = try Scratch()
        let path = try survey(200, in: scratch, as: "survey.csv")
        #expect(try analyze([path], in: scratch).status == 0)
        let run = try Program.run(["check", path, "--ledger", ledger], in: scratch.folder)
        #expect(run.status == 0 && run.output.contains("published: 2025-10 on 20"))
        _ = try scratch.write("{}", as: "broken.json")
        #expect(try Program.run(["check", path, "--ledger", "broken.json"], in: scratch.folder).status == 65)
    }

    @Test("a ledger inside the report folder is a wrong word of the command")
    func inside() throws {
        let scratch = try Scratch()
        let path = try survey(200, in: scratch, as: "survey.csv")
        let run = try analyze([path, "--ledger", "report/cells.json"], in: scratch)
        #expect(run.status == 64 && run.errors.contains("--ledger: found a file inside the report folder"))
    }
}
