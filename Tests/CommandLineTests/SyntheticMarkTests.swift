import Foundation
import SyntheticWard
import TestSupport
import Testing

/// A made-up ward, analyzed: what is made of it says so, and what is made of the same files without the mark does not.
@Suite struct SyntheticMarkTests {
    private let scratch: Scratch
    private static let marks = ["SỐ LIỆU MẪU – KHÔNG CÓ THẬT", "SYNTHETIC DATA", "synthetic"]

    init() throws {
        scratch = try Scratch()
        let settings = SyntheticWardSettings(households: 600, months: 2, seed: 7)
        for file in synthesize(settings) where file.name.hasSuffix(".csv") && file.name != "registry.csv" {
            var bytes = file.bytes
            // A dozen is soon planned for.
            if file.name == "volunteers.csv" {
                bytes = Array(bytes.split(separator: 0x0A).prefix(13).joined(separator: [0x0A])) + [0x0A]
            }
            try write(bytes, as: file.name)
            try write(Self.unmarked(bytes), as: "plain-\(file.name)")
        }
        try write(
            try #require(synthesize(settings).first { $0.name == "map.geojson" }).bytes, as: "map.geojson")
    }

    private func write(_ bytes: [UInt8], as name: String) throws {
        try Data(bytes).write(to: scratch.folder.appendingPathComponent(name))
    }

    /// A canonical file without its last column; the sum's row has nothing there.
    private static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\n").map { line in
            for ending in [",synthetic", ",yes"] where line.hasSuffix(ending) {
                return String(line.dropLast(ending.count))
            }
            return line.hasPrefix("Tổng cộng") ? String(line.dropLast()) : line
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private func run(_ arguments: String...) throws -> Program.Run {
        try Program.run(arguments, in: scratch.folder)
    }

    private func analyze(_ surveys: [String], _ more: [String], to folder: String) throws -> Program.Run {
        try Program.run(
            ["analyze", "--no-pdf"] + surveys + ["--month", "2025-10", "--sampling", "probability"] + more
                + ["--output", folder], in: scratch.folder)
    }

    private static let all = ["--groups", "groups.csv", "--volunteers", "volunteers.csv"]
    private static let plain = ["--groups", "plain-groups.csv", "--volunteers", "plain-volunteers.csv"]

    /// Text files of a folder by path.
    private func texts(_ folder: String) throws -> [String: String] {
        let root = scratch.folder.appendingPathComponent(folder)
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path)
            else { continue }
            texts[path] = String(validating: data, as: UTF8.self)
        }
        return texts.filter { $0.key.contains(".") && $0.key != ".sansang" }
    }

    @Test("every text file of a marked survey's report carries the mark; without the mark nothing does")
    func everyFileIsMarked() throws {
        let surveys = ["2025-09.csv", "2025-10.csv"]
        let run = try analyze(surveys, Self.all, to: "report")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("SYNTHETIC DATA"))
        let marked = try texts("report")
        #expect(marked.count > 110)
        for (path, text) in marked {
            let expected =
                switch path.split(separator: ".").last {
                case "html", "txt": path.hasSuffix(".en.html") ? Self.marks[1] : Self.marks[0]
                case "json": "\"synthetic\": true"
                default: "synthetic"
                }
            if path.hasSuffix("schema.json") { continue }
            let isMarked = text.contains(expected)
            #expect(isMarked, "\(path)")
            if path.hasSuffix(".csv") {
                let lines = text.split(separator: "\r\n")
                #expect(lines[0].hasSuffix(",synthetic"), "\(path)")
                #expect(lines.last?.hasSuffix(lines.count == 1 ? ",synthetic" : ",yes") == true, "\(path)")
            }
        }
        let bare = try analyze(surveys.map { "plain-\($0)" }, Self.plain, to: "plain")
        #expect(bare.status == 0, "\(bare.errors)")
        #expect(!bare.errors.contains("SYNTHETIC"))
        let unmarked = try texts("plain")
        #expect(Set(unmarked.keys) == Set(marked.keys))
        for (path, text) in unmarked where !path.hasSuffix("schema.json") {
            // The small-area model has a "basis": "synthetic".
            let isMarked = (path.hasSuffix("json") ? ["\"synthetic\":"] : Self.marks).contains(
                where: text.contains)
            #expect(!isMarked, "\(path)")
        }
        // Nothing but the mark differs.
        for (path, text) in marked where path.hasSuffix(".csv") && !path.hasSuffix("rejected.csv") {
            let bare = text.replacing(",synthetic\r\n", with: "\r\n").replacing(",yes\r\n", with: "\r\n")
            #expect(bare == unmarked[path]?.replacing("plain-", with: ""), "\(path)")
        }
    }

    @Test("the workbook's sheets and printed head carry the mark")
    func theWorkbookIsMarked() throws {
        for (survey, isMarked) in [("2025-10.csv", true), ("plain-2025-10.csv", false)] {
            let run = try analyze([survey], [], to: "book-\(isMarked)")
            #expect(run.status == 0, "\(run.errors)")
            let path = scratch.folder.appendingPathComponent("book-\(isMarked)/leader/leader.xlsx").path
            let entries = zipEntries([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
            let texts = try #require(entries["xl/sharedStrings.xml"])
            #expect(texts.contains(Self.marks[0] + " · ") == isMarked)
            for (name, sheet) in entries where name.hasPrefix("xl/worksheets/sheet") {
                #expect(sheet.contains("SỐ LIỆU MẪU") == isMarked, "\(name)")
            }
        }
    }

    @Test(
        "any one marked input marks every output",
        arguments: [
            ["plain-2025-09.csv", "2025-10.csv"], ["2025-09.csv", "plain-2025-10.csv"],
            ["plain-2025-10.csv", "--groups", "groups.csv"],
            ["plain-2025-10.csv", "--groups", "plain-groups.csv", "--volunteers", "volunteers.csv"],
            ["plain-2025-10.csv", "--groups", "plain-groups.csv", "--map", "map.geojson"],
            ["plain-2025-10.csv", "--official", "official.csv"],
            [
                "plain-2025-10.csv", "--groups", "plain-groups.csv", "--volunteers", "plain-volunteers.csv",
                "--last-plan", "last.csv",
            ],
        ])
    func anyInputMarks(arguments: [String]) throws {
        _ = try scratch.write("month,dossiers,online,synthetic\n2025-10,100,40,yes\n", as: "official.csv")
        _ = try scratch.write(
            "volunteer_id,group_id,household_id,barrier,synthetic\nV001,AA01,,skill,yes\n", as: "last.csv")
        let run = try analyze(arguments, [], to: "report")
        #expect(run.status == 0, "\(run.errors)")
        let files = try texts("report")
        for path in [
            "leader/leader.html", "public/public.html", "officer/quality.html", "leader/message.txt",
        ] {
            #expect(files[path]?.contains(Self.marks[0]) == true, "\(path)")
        }
        #expect(files["summary.json"]?.contains("\"synthetic\": true") == true)
        #expect(files["officer/rejected.csv"]?.contains(",synthetic\r\n") == true)
    }

    @Test(
        "a file with marked and unmarked rows exits 65, with a line of each kind",
        arguments: ["survey", "groups", "volunteers"])
    func mixedFiles(kind: String) throws {
        func mixed(_ name: String) throws -> String {
            let text = try String(contentsOf: scratch.folder.appendingPathComponent(name), encoding: .utf8)
            var lines = text.components(separatedBy: "\n")
            lines[4] = String(lines[4].dropLast(3))
            return try scratch.write(lines.joined(separator: "\n"), as: "mixed.csv")
        }
        let arguments =
            switch kind {
            case "survey": ["check", try mixed("2025-10.csv")]
            case "groups": ["check", "plain-2025-10.csv", "--groups", try mixed("groups.csv")]
            default:
                [
                    "plan", "plain-2025-10.csv", "--groups", "plain-groups.csv", "--volunteers",
                    try mixed("volunteers.csv"),
                ]
            }
        let run = try Program.run(arguments, in: scratch.folder)
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.errors.contains("mixed.csv:5"))
        #expect(run.errors.contains("line 2") && run.errors.contains("line 5"))
    }

    @Test("check says it in its page, tables, text and JSON")
    func check() throws {
        let run = try run("check", "2025-10.csv", "--output", "checked")
        #expect(run.status == 0 && run.output.hasPrefix("SYNTHETIC DATA"))
        for (path, text) in try texts("checked") {
            #expect(text.contains(path.hasSuffix("html") ? Self.marks[0] : "synthetic"), "\(path)")
        }
        #expect(try self.run("check", "2025-10.csv", "--json").output.contains("\"synthetic\": true"))
        #expect(try !self.run("check", "plain-2025-10.csv", "--json").output.contains("synthetic"))
        let plain = try self.run("check", "plain-2025-10.csv", "--output", "plain-checked").output
        #expect(!plain.uppercased().contains("SYNTHETIC"))
    }

    @Test("a part and its figures carry the mark, and a sum with one marked part")
    func parts() throws {
        func part(_ survey: String, _ name: String) throws -> String {
            let made = try run("summarize", survey, "--month", "2025-10", "--quiet")
            #expect(made.status == 0)
            return try scratch.write(made.output, as: name)
        }
        let marked = try part("2025-10.csv", "marked.json")
        let plain = try part("plain-2025-10.csv", "plain.json")
        for (parts, isMarked) in [
            ([marked, plain], true), ([plain, marked], true), ([plain, plain], false),
        ] {
            let merged = try Program.run(
                ["merge"] + parts + ["--output", "sum-\(isMarked)"], in: scratch.folder)
            #expect(merged.status == 0, "\(merged.errors)")
            #expect(merged.errors.contains("SYNTHETIC DATA") == isMarked)
            for (path, text) in try texts("sum-\(isMarked)") {
                #expect(text.contains("\"synthetic\": true") == isMarked, "\(path)")
            }
        }
    }

    @Test("plan says it in its table and JSON, and its own files hand the mark on")
    func plan() throws {
        let inputs = ["2025-10.csv", "--sampling", "probability", "--time-limit", "2"]
        let table = try Program.run(["plan"] + inputs + Self.all, in: scratch.folder)
        #expect(table.status == 0)
        #expect(table.output.split(separator: "\r\n").first?.hasSuffix(",synthetic") == true)
        let json = try Program.run(["plan", "--json"] + inputs + Self.all, in: scratch.folder)
        #expect(json.output.contains("\"synthetic\": true"))
        _ = try analyze(["2025-10.csv"], Self.all, to: "report")
        let again = try run(
            "plan", "--needs", "report/officer/needs.csv", "--volunteers", "plain-volunteers.csv", "--json",
            "--time-limit", "2")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("\"synthetic\": true"))
    }

    @Test("English pages say it in English")
    func english() throws {
        let run = try analyze(["2025-10.csv"], ["--language", "en"], to: "report")
        #expect(run.status == 0)
        let files = try texts("report")
        #expect(files["leader/message.txt"]?.hasPrefix("SYNTHETIC DATA – NOT REAL\n") == true)
        #expect(files["leader/leader.vi.html"]?.contains(Self.marks[0]) == true)
    }
}
