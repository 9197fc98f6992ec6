import Foundation
import Testing

/// The article "From your file to the first report", run as it stands, in both languages.
@Suite struct FirstReportArticleTests {
    /// A command, or lines of a file to be changed.
    private enum Step: Equatable {
        case command([String], into: String?)
        case edit(file: String, old: String, new: String)
    }

    private static func steps(_ article: String) throws -> [Step] {
        let text = try String(
            contentsOf: Program.root.appendingPathComponent(
                "Sources/MonthlyAnalysis/MonthlyAnalysis.docc/\(article).md"),
            encoding: .utf8)
        var steps: [Step] = []
        var block: String?
        var old = ""
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("```") {
                block = block == nil ? String(line.dropFirst(3)) : nil
            } else if let file = block, file.hasPrefix("edit ") {
                if line.hasPrefix("-") { old = String(line.dropFirst()) }
                if line.hasPrefix("+") {
                    steps.append(
                        .edit(file: String(file.dropFirst(5)), old: old, new: String(line.dropFirst())))
                }
            } else if block == "sh" {
                steps.append(command(line))
            }
        }
        return steps
    }

    private static func command(_ line: String) -> Step {
        let parts = line.split(separator: ">", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        // Words in quotes are one.
        var words: [String] = []
        for (place, piece) in parts[0].split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            words += place.isMultiple(of: 2) ? piece.split(separator: " ").map(String.init) : [String(piece)]
        }
        return .command(Array(words.dropFirst()), into: parts.count > 1 ? parts[1] : nil)
    }

    @Test("both languages say the same commands")
    func languagesAgree() throws {
        let steps = try Self.steps("FirstReport")
        #expect(steps.count == 13)
        #expect(try Self.steps("BaoCaoDauTien") == steps)
    }

    @Test("each step works, and three reports come out")
    func stepsWork() throws {
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            at: scratch.folder.appendingPathComponent("samples"),
            withDestinationURL: Program.root.appendingPathComponent("samples"))
        for step in try Self.steps("FirstReport") {
            switch step {
            case .command(let words, let file):
                let run = try Program.run(words, in: scratch.folder)
                #expect(run.status == 0, "\(words): \(run.errors)")
                if let file { _ = try scratch.write(run.output, as: file) }
                if words[0] == "check" {
                    #expect(
                        run.output.contains("read 120 = accepted 120 + rejected 0")
                            || run.output.contains("read 121 = accepted 120 + rejected 0"), "\(run.output)")
                }
            case .edit(let file, let old, let new):
                let path = scratch.folder.appendingPathComponent(file)
                let text = try String(contentsOf: path, encoding: .utf8)
                #expect(text.components(separatedBy: old + "\n").count == 2)
                _ = try scratch.write(text.replacing(old + "\n", with: new + "\n"), as: file)
            }
        }
        for name in ["google-form", "kobo", "ward-office"] {
            let page = try String(
                contentsOf: scratch.folder.appendingPathComponent("\(name)/leader/leader.html"),
                encoding: .utf8)
            #expect(page.contains("SỐ LIỆU MẪU"))
            // As samples/forms/make.py drew them: of 120 households 98 have a smartphone.
            let summary = try Data(contentsOf: scratch.folder.appendingPathComponent("\(name)/summary.json"))
            let root = try #require(JSONSerialization.jsonObject(with: summary) as? [String: Any])
            let estimates = try #require(root["estimates"] as? [[String: Any]])
            let ward = try #require(
                estimates.first {
                    $0["indicator"] as? String == "smartphone" && $0["domainKind"] as? String == "all"
                })
            #expect(ward["base"] as? Int == 120, "\(name)")
            #expect(abs((ward["value"] as? Double ?? 0) - 98.0 / 120) < 1e-9, "\(name)")
        }
    }
}
