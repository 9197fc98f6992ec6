import Foundation
import Testing

@Suite struct ExitCodeTests {
    @Test(arguments: [
        ("household_id\nA1\n", 65, "no column for residential_group"),
        ("Mã hộ,a/Tổ,b/Tổ\nA1,1,1\n", 65, "two columns for residential_group"),
        ("", 65, "an empty file"),
        ("PK\u{3}\u{4}\u{0}", 65, "a workbook that cannot be unpacked"),
    ])
    func unusableDataGiveOneMessageAndLeaveAnOldReportAlone(content: String, status: Int32, found: String)
        throws
    {
        let scratch = try Scratch()
        let file = try scratch.write(content, as: "survey.csv")
        let report = scratch.folder.appendingPathComponent("report")
        try FileManager.default.createDirectory(
            at: report.appendingPathComponent("leader"), withIntermediateDirectories: true)
        try Data("old".utf8).write(to: report.appendingPathComponent("leader/leader.html"))
        let run = try Program.run("analyze", "--no-pdf", file, "--output", report.path)
        #expect(run.status == status)
        #expect(run.errors.contains(found) && run.errors.contains("survey.csv"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.isEmpty)
        #expect(
            try String(contentsOf: report.appendingPathComponent("leader/leader.html"), encoding: .utf8)
                == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: report.path) == ["leader"])
    }

    @Test(arguments: ["/nonexistent/a.csv", "/tmp"])
    func whatIsNoFileIsNoInput(path: String) throws {
        let run = try Program.run("check", path)
        #expect(run.status == 66)
        #expect(run.errors.contains(path))
    }

    @Test func wrongWordsAreUsage() throws {
        #expect(try Program.run("analyse").status == 64)
        #expect(try Program.run("analyze", "--no-pdf", "x.csv", "--month", "2025").status == 64)
    }

    @Test func strictRefusesARejectedRecord() throws {
        let scratch = try Scratch()
        let file = try scratch.write(
            "household_id,residential_group,smartphone\nA1,1,yes\nA2,\"1,no\nA3,1,no\n", as: "s.csv")
        #expect(try Program.run("check", file).status == 0)
        let run = try Program.run("check", file, "--strict")
        #expect(run.status == 65)
        #expect(run.output.contains("read 3 = accepted 2 + rejected 1 + blank 0 + totals rows 0"))
    }

    @Test func aFolderThatIsNotOursIsNeverReplaced() throws {
        let scratch = try Scratch()
        let file = try scratch.write("household_id,residential_group,smartphone\nA1,1,yes\n", as: "s.csv")
        let run = try Program.run("analyze", "--no-pdf", file, "--output", scratch.folder.path)
        #expect(run.status == 73)
        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test func whatAKilledRunLeftIsRemoved() throws {
        let scratch = try Scratch()
        let file = try scratch.write("household_id,residential_group,smartphone\nA1,1,yes\n", as: "s.csv")
        let manager = FileManager.default
        let left = scratch.folder.appendingPathComponent(".out.writing-2147483646")
        let alive = scratch.folder.appendingPathComponent(".out.writing-abc")
        for folder in [left, alive] {
            try manager.createDirectory(
                at: folder.appendingPathComponent("leader"), withIntermediateDirectories: true)
        }
        // As a run that lives has its folder.
        let lock = open(alive.path, O_RDONLY | O_DIRECTORY)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let output = scratch.folder.appendingPathComponent("out")
        #expect(try Program.run("analyze", "--no-pdf", file, "--output", output.path).status == 0)
        #expect(!manager.fileExists(atPath: left.path) && manager.fileExists(atPath: alive.path))
        #expect(manager.fileExists(atPath: output.appendingPathComponent("leader/leader.html").path))
    }

    @Test func aCodebookIsCheckedByPlace() throws {
        let scratch = try Scratch()
        let good = Program.root.appendingPathComponent("samples/codebooks/endutih-2021.yaml").path
        #expect(try Program.run("codebook", "check", good).status == 0)
        let bad = try scratch.write("codebook: x\nvariables:\n  smartphon: {headers: [a]}\n", as: "c.yaml")
        let run = try Program.run("codebook", "check", bad)
        #expect(run.status == 65)
        #expect(run.errors.contains("did you mean smartphone"))
    }
}
