import Basics
import Foundation
import Testing

/// The same households, groups and volunteers in another order, by other threads, in another place: the same files.
@Suite struct RowOrderTests {
    /// Lists that name the lines of the files that were read; the workbook holds one of them.
    private static let placed: Set = [
        ".sansang", "leader/leader.xlsx", "officer/quality.html", "officer/rejected.csv",
        "officer/revisits.csv",
    ]

    private static func report(
        _ scratch: Scratch, seed: UInt64?, _ arguments: [String] = []
    ) throws -> [String: Data] {
        var files: [String: String] = [:]
        for name in ["2025-10.csv", "2025-11.csv", "groups.csv", "volunteers.csv", "official.csv"] {
            let text = try String(
                contentsOf: Program.root.appendingPathComponent("samples/\(name)"), encoding: .utf8)
            files[name] = try scratch.write(seed.map { shuffled(text, $0) } ?? text, as: name)
        }
        let output = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            [
                "analyze", files["2025-10.csv", default: ""], files["2025-11.csv", default: ""], "--month",
                "2025-11", "--groups",
                files["groups.csv", default: ""], "--volunteers", files["volunteers.csv", default: ""],
                "--official",
                files["official.csv", default: ""], "--sampling", "probability", "--no-pdf", "--output",
                output.path,
            ] + arguments)
        try #require(run.status == 0, "\(run.errors)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: output.path)
        return Dictionary(
            names.compactMap { name in
                FileManager.default.contents(atPath: output.appendingPathComponent(name).path).map {
                    (name, $0)
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows in another order; a row in quotes may have several lines.
    private static func shuffled(_ text: String, _ seed: UInt64) -> String {
        var rows: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // A quote that never closes is a row of its own: none of a sample's rows has more than three lines.
            if let last = rows.last, last.count(where: { $0 == "\"" }) % 2 == 1, last.utf8.count < 1_000 {
                rows[rows.count - 1] += "\n" + line
            } else {
                rows.append(String(line))
            }
        }
        if rows.last?.isEmpty == true { rows.removeLast() }
        var random = SplitMix64(seed: seed)
        return ([rows[0]] + rows.dropFirst().shuffled(using: &random)).joined(separator: "\n") + "\n"
    }

    @Test("rows in any order give the same figures, pages and lists", arguments: [1, 2] as [UInt64])
    func rows(seed: UInt64) throws {
        let first = try Self.report(Scratch(), seed: nil)
        let other = try Self.report(Scratch(), seed: seed)
        #expect(Set(first.keys) == Set(other.keys))
        let differing = first.keys.filter { first[$0] != other[$0] }
        #expect(Set(differing).isSubset(of: Self.placed), "\(differing.sorted())")
    }

    @Test("one, two and eight threads give the same files")
    func threads() throws {
        let files = try ["1", "2", "8"].map { try Self.report(Scratch(), seed: nil, ["--threads", $0]) }
        // The report names the files by the paths that were given.
        let differing = files[0].keys.filter { name in
            files.contains { $0[name] != files[0][name] } && !Self.placed.contains(name)
        }
        #expect(differing.isEmpty, "\(differing.sorted())")
    }
}
