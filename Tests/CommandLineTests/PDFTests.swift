import Foundation
import Testing

/// The printed report of a small ward: twelve groups with visits, a handful of volunteers.
@Suite struct PDFTests {
    private static let names = ["weasyprint", "qpdf"]
    private static let programs = names.allSatisfy(isInstalled)

    private static func isInstalled(_ name: String) -> Bool { path(of: name) != nil }

    private static func path(of name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private func analyze(_ scratch: Scratch, searchPath: String? = nil) throws -> (URL, Program.Run) {
        var groups = "former_ward,residential_group,group_id,households\n"
        var survey =
            "household_id,survey_date,group_id,smartphone,internet,e_id,skills,knows_process,procedures_total,"
            + "procedures_online,wants_help,consent,address,phone\n"
        for group in 1...12 {
            groups += "Phường Ước,Tổ \(group),G\(group),80\n"
            for household in 1...6 {
                survey +=
                    "H\(group)-\(household),2025-11-0\(household),G\(group),yes,mobile,level_2,call,no,3,0,yes,"
                    + "all_forces,\"Ngõ \(household), đường Sân Đình\",0000000\(100 + group * 6 + household)\n"
            }
        }
        var volunteers = "volunteer_id,name,force,phone,home_group_id,minutes,max_groups\n"
        for place in 1...6 {
            volunteers += "V\(place),Người Thứ \(place),\(["youth", "women"][place % 2]),0,G\(place),600,3\n"
        }
        let output = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            [
                "analyze", try scratch.write(survey, as: "2025-11.csv"), "--groups",
                try scratch.write(groups, as: "groups.csv"), "--volunteers",
                try scratch.write(volunteers, as: "volunteers.csv"), "--sampling", "probability", "--output",
                output.path,
            ], searchPath: searchPath)
        return (output, run)
    }

    @Test(.enabled(if: programs, "no weasyprint or no qpdf"))
    func everyListAndBookletIsPrinted() throws {
        let scratch = try Scratch()
        let (output, run) = try analyze(scratch)
        try #require(run.status == 0, "\(run.errors)")
        let lists = try FileManager.default.contentsOfDirectory(
            atPath: output.appendingPathComponent("volunteers").path)
        let pages = lists.filter { $0.hasPrefix("V") && $0.hasSuffix(".html") }
        #expect(pages.count >= 4)
        var expected = pages.map { "volunteers/" + $0.replacingOccurrences(of: ".html", with: ".pdf") }
        expected += [
            "leader/leader.pdf", "volunteers/assignments.pdf", "groups/groups.pdf", "groups/G1.pdf",
        ]
        for path in expected {
            let file = output.appendingPathComponent(path)
            let data = try Data(contentsOf: file)
            #expect(data.starts(with: Data("%PDF".utf8)) && data.count > 5_000, "\(path)")
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == (path.hasPrefix("leader") ? 0o644 : 0o600), "\(path)")
        }
        #expect(!FileManager.default.fileExists(atPath: output.appendingPathComponent(".pdf").path))
        guard Self.isInstalled("pdftotext"), Self.isInstalled("pdftoppm") else {
            try Test.cancel("no poppler-utils")
        }
        let text = try Self.text(of: output.appendingPathComponent("volunteers/assignments.pdf"), in: scratch)
        #expect(text.contains("Người Thứ 1") && text.contains("đường Sân Đình") && !text.contains("⟦"))
        let groups = try Self.text(of: output.appendingPathComponent("groups/groups.pdf"), in: scratch)
        #expect(groups.contains("Mỗi tổ một trang") && !groups.contains("⟦"))
        // The index names the pages that are printed on the sheets' own pages.
        let booklet = text.components(separatedBy: "\u{0C}").filter { !$0.isEmpty }
        for (number, page) in booklet.enumerated() {
            #expect(page.contains("Trang \(number + 1) / \(booklet.count)"), "page \(number + 1)")
        }
        for row in booklet[0].matches(of: /(V[1-6]) .* ([0-9]+)\n/) {
            let page = try #require(Int(row.output.2))
            #expect(booklet[page - 1].contains("– \(row.output.1)"), "\(row.output.1) on page \(page)")
        }
        // Width and height stand behind the signature and the first chunk's head (PNG, 3rd edition, 11.2.1).
        let card = try [UInt8](Data(contentsOf: output.appendingPathComponent("leader/card.png")))
        #expect(card.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(card[16..<24].elementsEqual([0, 0, 0x04, 0x38, 0, 0, 0x04, 0x38]))
    }

    private static func text(of pdf: URL, in scratch: Scratch) throws -> String {
        let output = scratch.folder.appendingPathComponent("text")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-layout", pdf.path, output.path]
        try process.run()
        process.waitUntilExit()
        return try String(contentsOf: output, encoding: .utf8)
    }

    @Test(.enabled(if: programs, "no weasyprint or no qpdf"))
    func withoutPdftoppmOnlyTheCardIsMissing() throws {
        let scratch = try Scratch()
        for name in Self.names {
            let link = scratch.folder.appendingPathComponent(name).path
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: try #require(Self.path(of: name)))
        }
        let (output, run) = try analyze(scratch, searchPath: scratch.folder.path)
        #expect(run.status == 0 && run.errors.contains("apt-get install poppler-utils"))
        for (path, isThere) in [("leader.pdf", true), ("message.txt", true), ("card.png", false)] {
            let place = output.appendingPathComponent("leader/" + path).path
            #expect(FileManager.default.fileExists(atPath: place) == isThere, "\(path)")
        }
    }

    /// A WeasyPrint whose Python ends at once, having read nothing.
    @Test func aPrinterThatFailsCostsThePDFFilesOnly() throws {
        let scratch = try Scratch()
        for name in Self.names {
            let path = try scratch.write("#!/bin/false\n", as: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        let (output, run) = try analyze(scratch, searchPath: scratch.folder.path)
        #expect(run.status == 0 && run.errors.contains("--no-pdf"))
        for (path, isThere) in [("leader/leader.html", true), ("leader/leader.pdf", false), (".pdf", false)] {
            let place = output.appendingPathComponent(path).path
            #expect(FileManager.default.fileExists(atPath: place) == isThere, "\(path)")
        }
    }

    @Test(
        "a WeasyPrint that names its Python through env prints too",
        .enabled(if: programs, "no weasyprint or no qpdf"))
    func aPythonThroughEnv() throws {
        let scratch = try Scratch()
        let real = try #require(Self.path(of: "weasyprint"))
        let script = try String(contentsOfFile: real, encoding: .utf8)
        let first = script.prefix { $0 != "\n" }
        guard first == "#!/usr/bin/python3" || first == "#! /usr/bin/python3" else {
            try Test.cancel("another Python")
        }
        let path = try scratch.write(
            "#!/usr/bin/env python3\n" + script.dropFirst(first.count), as: "weasyprint")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let (output, run) = try analyze(
            scratch,
            searchPath: scratch.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""))
        #expect(run.status == 0)
        #expect(
            FileManager.default.fileExists(atPath: output.appendingPathComponent("leader/leader.pdf").path))
    }

    @Test func withoutThePrintersEverythingElseIsWritten() throws {
        let scratch = try Scratch()
        let (output, run) = try analyze(scratch, searchPath: scratch.folder.path)
        #expect(run.status == 0)
        #expect(run.errors.contains("apt-get install weasyprint qpdf"))
        for path in ["leader/leader.html", "leader/leader.xlsx", "volunteers/index.html", "summary.json"] {
            #expect(FileManager.default.fileExists(atPath: output.appendingPathComponent(path).path))
        }
        #expect(
            !FileManager.default.fileExists(atPath: output.appendingPathComponent("leader/leader.pdf").path))
    }
}
