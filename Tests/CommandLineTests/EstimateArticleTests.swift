import Foundation
import Testing

/// The examples of the article Estimate that bring their own data, run as they stand there.
@Suite("The article on estimate")
struct EstimateArticleTests {
    /// The article's blocks of code, each with the line of text before it.
    private func blocks() throws -> [(before: String, lines: [String])] {
        let article = try String(
            contentsOf: Program.root.appendingPathComponent(
                "Sources/MonthlyAnalysis/MonthlyAnalysis.docc/Estimate.md"), encoding: .utf8)
        var blocks: [(before: String, lines: [String])] = []
        var before = ""
        var open: [String]?
        for line in article.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let lines = open { blocks.append((before, lines)) }
                open = open == nil ? [] : nil
            } else if open != nil {
                open?.append(line)
            } else if !line.isEmpty {
                before = line
            }
        }
        return blocks
    }

    @Test("examples print what the article shows")
    func examples() throws {
        let scratch = try Scratch()
        let blocks = try blocks()
        var names: Set<String> = []
        var count = 0
        for (block, next) in zip(blocks, blocks.dropFirst() + [("", [])]) {
            if let name = block.before.split(separator: "`").first(where: { $0.hasSuffix(".csv") }),
                block.lines.first?.hasPrefix("sansang") == false, block.before.hasSuffix("`:")
            {
                _ = try scratch.write(block.lines.joined(separator: "\n") + "\n", as: String(name))
                names.insert(String(name))
            }
            guard let command = block.lines.first, command.hasPrefix("sansang ") else { continue }
            let words = command.split(separator: " ").dropFirst().map(String.init)
            guard words.contains(where: names.contains) else { continue }
            let run = try Program.run(words + ["--quiet"], in: scratch.folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(trimmedLines(run.output) == trimmedLines(next.1.joined(separator: "\n")), "\(run.output)")
            count += 1
        }
        #expect(count == 1)
    }

    /// Blanks at the ends of lines are lost in articles.
    private func trimmedLines(_ text: String) -> [String] {
        text.trimmingCharacters(in: .newlines).split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0.reversed().drop { $0 == " " }.reversed())
        }
    }
}
