import Foundation
import Testing

/// Names that try to become markup, formulas or templates: in households, groups, former wards and volunteers.
@Suite struct HostileNamesTests {
    private static let names = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{x}}", "{month}", "⟦list V01⟧",
        "=HYPERLINK(\"http://x\")", "+1", "@x", "😀👩‍👩‍👧", "\u{202E}tênngược\u{202C} مرحبا",
        String(repeating: "Rất dài ", count: 40),
    ]

    private func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    /// A ward in which every name is one of these; codes too where a code may hold such characters.
    private func ward(in scratch: Scratch) throws -> (survey: String, groups: String, volunteers: String) {
        var groups = "former_ward,residential_group,group_id,households\n"
        var volunteers = "volunteer_id,name,force,phone,home_group_id,minutes,max_groups\n"
        var survey =
            "household_id,survey_date,group_id,smartphone,internet,e_id,skills,knows_process,procedures_total,"
            + "procedures_online,wants_help,consent,address,phone\n"
        for (place, name) in Self.names.enumerated() {
            let group = "G\(place)"
            groups += "\(quoted(name)),\(quoted("Tổ " + name)),\(group),60\n"
            volunteers +=
                "V0\(place),\(quoted(name)),\(["youth", "police", "women"][place % 3]),0000000000,\(group),600,3\n"
            for household in 0..<8 {
                survey +=
                    "H\(place)-\(household),2025-11-0\(1 + household),\(group),yes,mobile,level_2,call,no,3,0,yes,"
                    + "all_forces,\(quoted(name)),0000000000\n"
            }
        }
        return (
            try scratch.write(survey, as: "2025-11.csv"), try scratch.write(groups, as: "groups.csv"),
            try scratch.write(volunteers, as: "volunteers.csv")
        )
    }

    @Test func pagesStayWholeAndInert() throws {
        let scratch = try Scratch()
        let ward = try ward(in: scratch)
        let output = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            "analyze", "--no-pdf", ward.survey, "--groups", ward.groups, "--volunteers", ward.volunteers,
            "--sampling", "probability", "--output", output.path)
        try #require(run.status == 0, "\(run.errors)")
        var pages = 0
        for case let path as String in FileManager.default.enumerator(atPath: output.path) ?? .init() {
            let file = output.appendingPathComponent(path)
            if path.hasSuffix(".html") {
                pages += 1
                let page = try String(contentsOf: file, encoding: .utf8)
                #expect(Self.faults(page) == [], "\(path)")
            } else if path.hasSuffix(".csv") {
                let text = try String(contentsOf: file, encoding: .utf8)
                for cell in text.matches(of: /(^|[,\n])"?([=@+][A-Za-z1])/) {
                    Issue.record("\(path) has a cell that starts with \(cell.output.2)")
                }
            }
        }
        #expect(pages > 20)
        // The names are there, as text.
        let index = try String(
            contentsOf: output.appendingPathComponent("volunteers/index.html"), encoding: .utf8)
        #expect(index.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && index.contains("{{x}}"))
    }

    /// Codes that differ in marks, case or signs only, that are names of ours, or that are too long for a file's name.
    @Test func everyCodeHasAFileOfItsOwn() throws {
        let scratch = try Scratch()
        let codes = [
            "Ân", "Ấn", "an", "V 1", "V.1", "V/1", "index", "index-youth", "assignments", "booklet-youth",
            String(repeating: "D", count: 300), String(repeating: "D", count: 301), "⟦list an⟧", "a&b",
        ]
        var groups = "former_ward,residential_group,group_id,households\n"
        var volunteers = "volunteer_id,name,force,phone,home_group_id,minutes,max_groups\n"
        var survey =
            "household_id,survey_date,group_id,smartphone,internet,e_id,skills,knows_process,procedures_total,"
            + "procedures_online,consent,address\n"
        for (place, code) in codes.enumerated() {
            groups += "Phường,\(place),\(quoted(code)),60\n"
            volunteers += "\(quoted(code)),Người \(place),youth,0,\(quoted(code)),600,1\n"
            for household in 0..<6 {
                survey +=
                    "H\(place)-\(household),2025-11-01,\(quoted(code)),yes,mobile,level_2,call,no,3,0,all_forces,x\n"
            }
        }
        let output = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            "analyze", "--no-pdf", try scratch.write(survey, as: "2025-11.csv"), "--groups",
            try scratch.write(groups, as: "groups.csv"), "--volunteers",
            try scratch.write(volunteers, as: "volunteers.csv"), "--sampling", "probability", "--output",
            output.path)
        try #require(run.status == 0, "\(run.errors)")
        for (folder, ours) in [("groups", 1), ("volunteers", 2)] {
            let place = output.appendingPathComponent(folder)
            let pages = try FileManager.default.contentsOfDirectory(atPath: place.path)
                .filter { $0.hasSuffix(".html") }
            #expect(pages.count == codes.count + ours, "\(folder)")
            // Every link of the index leads to a page.
            let index = try String(contentsOf: place.appendingPathComponent("index.html"), encoding: .utf8)
            let links = Set(index.matches(of: /href="([^"]+)"/).map { String($0.output.1) })
            #expect(links.count == codes.count && links.isSubset(of: Set(pages)), "\(folder)")
        }
    }

    /// What is wrong with a page's markup: tags that do not close, elements and attributes that we never write.
    private static func faults(_ page: String) -> [String] {
        let void: Set<String> = ["meta"]
        let known: Set<String> = [
            "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div",
            "p",
            "h1", "h2", "h3", "a", "strong", "span", "em", "ol", "ul", "li", "dl", "dt", "dd", "table",
            "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "g", "text", "line",
            "rect", "circle", "path", "details", "summary", "nav",
        ]
        var faults: [String] = []
        var open: [String] = []
        let body = page.replacing(/<style>(?s:.*?)<\/style>/, with: "").dropFirst("<!DOCTYPE html>".count)
        for match in body.matches(of: /<(\/?)([A-Za-z!][A-Za-z0-9]*)([^>]*)>/) {
            let name = String(match.output.2)
            let rest = String(match.output.3)
            if !known.contains(name) { faults.append("an element <\(name)>") }
            if rest.contains(/\son[a-z]+=/) { faults.append("a handler in <\(name)>") }
            if rest.contains(/(href|src)="(http|javascript|\/\/)/) {
                faults.append("a link out in <\(name)>")
            }
            if match.output.1 == "/" {
                if open.popLast() != name { faults.append("</\(name)> closes nothing") }
            } else if !void.contains(name), !rest.hasSuffix("/") {
                open.append(name)
            }
        }
        if !open.isEmpty { faults.append("<\(open[0])> is never closed") }
        if page.contains("\u{202E}") { faults.append("text that turns its direction") }
        return faults
    }
}
