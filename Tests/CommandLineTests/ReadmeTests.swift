import Foundation
import Testing

@Suite struct ReadmeTests {
    /// The lines of the README that begin with `./sansang`, as arguments.
    private static func commands() throws -> [[String]] {
        let text = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
        return text.split(separator: "\n").filter { $0.hasPrefix("./sansang ") }.map {
            $0.split(separator: " ").dropFirst().map(String.init)
        }
    }

    @Test func everyCommandOfTheReadmeRuns() throws {
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            at: scratch.folder.appendingPathComponent("samples"),
            withDestinationURL: Program.root.appendingPathComponent("samples"))
        let commands = try Self.commands()
        #expect(commands.count >= 5)
        for command in commands {
            // Printing takes a minute: PDFTests prints a smaller ward.
            let isPrinted = command.first == "analyze" && !command.contains("--no-pdf")
            let arguments = isPrinted ? command + ["--no-pdf"] : command
            let run = try Program.run(arguments, in: scratch.folder)
            #expect(run.status == 0, "\(arguments.joined(separator: " ")): \(run.errors)")
        }
        let report = scratch.folder.appendingPathComponent("reports/2025-11/leader/leader.html")
        #expect(FileManager.default.fileExists(atPath: report.path))
    }

    @Test func theReadmeIsShort() throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 150)
    }
}
