import Basics
import Foundation
import TestSupport
import Testing

/// What the built program does to a ward's files when it is stopped, when the disk is full, and when nobody listens.
@Suite struct OutputSafetyTests {
    private static let survey = """
        household_id,survey_date,residential_group,smartphone,internet,knows_process
        A1,2025-11-03,1,yes,mobile,no
        A2,2025-11-03,1,no,none,no
        A3,2025-11-04,2,yes,mobile,yes

        """

    private static func tree(_ folder: URL) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Dictionary(
            names.compactMap { name in
                FileManager.default.contents(atPath: folder.appendingPathComponent(name).path).map {
                    (name, $0)
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Program.path
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test(
        "stopped at any time, the old or the new report stands whole, with what people added",
        arguments: [(SIGKILL, 120), (SIGTERM, 50), (SIGINT, 50)])
    func stopped(signal: Int32, times: Int) throws {
        let scratch = try Scratch()
        let report = scratch.folder.appendingPathComponent("r/report")
        let files = try [Self.survey, Self.survey.replacing("A3", with: "A4")].enumerated().map {
            try scratch.write($0.element, as: "\($0.offset).csv")
        }
        func arguments(_ which: Int) -> [String] {
            // A ledger each: what the other survey published is not on its pages.
            let ledger = scratch.folder.appendingPathComponent("ledger\(which).json").path
            return [
                "analyze", files[which], "--no-pdf", "--quiet", "--output", report.path, "--ledger", ledger,
            ]
        }
        var whole: [[String: Data]] = []
        let begin = ContinuousClock.now
        for which in [0, 1] {
            #expect(try Program.run(arguments(which)).status == 0)
            whole.append(try Self.tree(report))
        }
        let usual = (ContinuousClock.now - begin) / 2
        let notes = report.appendingPathComponent("officer/notes.txt")
        try Data("mine".utf8).write(to: notes)
        var random = SplitMix64(seed: UInt64(signal))
        for time in 0..<times {
            let process = try Self.start(arguments(time % 2))
            let share = Double(random.next() % 1_000) / 1_000
            usleep(UInt32(usual / .microseconds(1) * (time % 3 == 0 ? share : 0.6 + 0.6 * share)))
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            var now = try Self.tree(report)
            now["officer/notes.txt"] = nil
            #expect(whole.contains(now), "time \(time): \(now.count) files")
            let left = try FileManager.default.contentsOfDirectory(
                atPath: report.deletingLastPathComponent().path)
            if signal != SIGKILL { #expect(left == ["report"], "time \(time): \(left)") }
        }
        #expect(try Program.run(arguments(0)).status == 0)
        #expect(try String(contentsOf: notes, encoding: .utf8) == "mine")
        let left = try FileManager.default.contentsOfDirectory(
            atPath: report.deletingLastPathComponent().path)
        #expect(left == ["report"])
        let ledgers = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(!ledgers.contains { $0.contains(".writing-") }, "\(ledgers)")
    }

    /// Commands with what they print, on files of `folder`.
    private static func commands(_ scratch: Scratch) throws -> [[String]] {
        let survey = try scratch.write(survey, as: "s.csv")
        let instance = Program.root.appendingPathComponent("samples/2025-11.csv").path
        return [
            ["records", survey], ["check", survey], ["summarize", survey], ["codebook", "suggest", survey],
            ["estimate", survey, "--proportion", "smartphone"], ["--help"], ["--version"],
            ["analyze", survey, "--no-pdf", "--output", scratch.folder.appendingPathComponent("out").path],
            [
                "synthesize", "--households", "5", "--months", "1", "--seed", "1", "--output",
                scratch.folder.appendingPathComponent("ward").path,
            ],
            ["check", instance, "--json"],
        ]
    }

    /// Runs the program by a shell, which knows how to close a stream.
    private static func run(_ arguments: [String], _ redirection: String) throws -> Int32 {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "exec \"$0\" \"$@\" \(redirection)", Program.path.path] + arguments
        shell.standardInput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationReason == .exit)
        return shell.terminationStatus
    }

    @Test(
        "a full or closed standard output is 74 for every command",
        arguments: [">/dev/full", ">&-", ">&- 2>&-"])
    func standardOutput(redirection: String) throws {
        let scratch = try Scratch()
        for command in try Self.commands(scratch) {
            #expect(try Self.run(command, redirection) == 74, "\(command[0]) \(redirection)")
        }
    }

    @Test(
        "a full or closed standard error is 74 where there was something to say",
        arguments: ["2>/dev/full", "2>&-"])
    func standardError(redirection: String) throws {
        let scratch = try Scratch()
        for command in try Self.commands(scratch)
        where ["analyze", "summarize", "estimate"].contains(command[0]) {
            #expect(try Self.run(command, ">/dev/null " + redirection) == 74, "\(command[0]) \(redirection)")
        }
    }

    @Test("no half of a part is left where files may not grow")
    func halfAPart() throws {
        let scratch = try Scratch()
        let survey = Program.root.appendingPathComponent("samples/2025-11.csv").path
        let part = scratch.folder.appendingPathComponent("part.json")
        let limit = Process()
        limit.executableURL = URL(fileURLWithPath: "/bin/sh")
        limit.arguments = [
            "-c", "ulimit -f 20; exec \"$0\" summarize \"$1\" > \"$2\"", Program.path.path, survey, part.path,
        ]
        limit.standardError = FileHandle.nullDevice
        try limit.run()
        limit.waitUntilExit()
        #expect(limit.terminationStatus == 74)
        #expect(try Data(contentsOf: part).isEmpty)
    }

    @Test("a disk that is full at any point leaves no trace and the old report", arguments: 1...20)
    func fullDisk(step: Int) throws {
        let scratch = try Scratch()
        let survey = try scratch.write(Self.survey, as: "s.csv")
        let report = scratch.folder.appendingPathComponent("r/report")
        // In blocks of 512 bytes: the largest file of the report has about 200.
        let limit = Process()
        limit.executableURL = URL(fileURLWithPath: "/bin/sh")
        limit.arguments = [
            "-c", "ulimit -f \(step * 2); exec \"$0\" analyze \"$1\" --no-pdf --quiet --output \"$2\"",
            Program.path.path, survey, report.path,
        ]
        limit.standardError = FileHandle.nullDevice
        limit.standardOutput = FileHandle.nullDevice
        try limit.run()
        limit.waitUntilExit()
        #expect(limit.terminationStatus == 74)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["s.csv"])
    }

    @Test("a ward's real files are not replaced by made-up ones, nor by a model")
    func realFiles() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.path
        let synthesize = [
            "synthesize", "--households", "20", "--months", "1", "--seed", "1", "--output", folder,
        ]
        let real = try scratch.write("real", as: "2025-09.csv")
        let refused = try Program.run(synthesize)
        #expect(refused.status == 73 && refused.errors.contains("2025-09.csv"), "\(refused.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["2025-09.csv"])
        try FileManager.default.removeItem(atPath: real)
        #expect(try Program.run(synthesize).status == 0)
        #expect(try Program.run(synthesize).status == 0)
        let groups = scratch.folder.appendingPathComponent("groups.csv")
        try Data("corrected by hand".utf8).write(to: groups)
        #expect(try Program.run(synthesize).status == 73)
        #expect(try String(contentsOf: groups, encoding: .utf8) == "corrected by hand")
        let instance = ReferenceFiles.file("problems/ward97.json")
        let plan = ["plan", "--instance", instance.path, "--time-limit", "0.1", "--write-model"]
        #expect(try Program.run(plan + [groups.path]).status == 73)
        let model = scratch.folder.appendingPathComponent("m.mps").path
        #expect(try Program.run(plan + [model]).status == 0)
        #expect(try Program.run(plan + [model]).status == 0)
    }

    @Test(
        "an input in the folder that would be replaced is named",
        arguments: ["report/s.csv", "report/officer/s.csv"])
    func inputInside(place: String) throws {
        let scratch = try Scratch()
        let survey = try scratch.write(Self.survey, as: "s.csv")
        let report = scratch.folder.appendingPathComponent("report")
        #expect(try Program.run("analyze", survey, "--no-pdf", "--output", report.path).status == 0)
        let inside = scratch.folder.appendingPathComponent(place).path
        try FileManager.default.moveItem(atPath: survey, toPath: inside)
        let run = try Program.run("analyze", inside, "--no-pdf", "--output", report.path)
        #expect(run.status == 73 && run.errors.contains("s.csv"))
        #expect(FileManager.default.fileExists(atPath: inside))
    }
}
