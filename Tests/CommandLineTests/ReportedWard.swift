import Foundation
import SyntheticWard
import Testing

/// A made-up ward of a few volunteers and its report, made once; its files are read by code of the tests' own.
struct ReportedWard: Sendable {
    static let made = Result { try ReportedWard() }

    private let scratch: Scratch
    /// By id, as the survey has them; ids with several rows are left out.
    let households: [String: [String: String]]
    /// By volunteer: ids that are forbidden, put right here by other code than the program's.
    private(set) var forbidden: [String: Set<String>] = [:]
    let contact = "0204 3 855 000"
    let word = "quả vải chín"

    private init() throws {
        scratch = try Scratch()
        for file in synthesize(SyntheticWardSettings(households: 900, months: 1, seed: 77)) {
            var bytes = file.bytes
            if file.name == "volunteers.csv" {
                // Some of each force: soon planned for.
                let rows = bytes.split(separator: 0x0A)
                let some = rows.enumerated().filter { $0.offset == 0 || $0.offset % 9 == 4 }.map(\.element)
                bytes = Array(some.joined(separator: [0x0A])) + [0x0A]
            }
            try Data(bytes).write(to: scratch.folder.appendingPathComponent(file.name))
        }
        let survey = try Self.table(scratch.folder.appendingPathComponent("2025-09.csv"))
        let ids = Dictionary(grouping: survey, by: { $0["household_id"] ?? "" })
        households = ids.filter { $0.value.count == 1 }.compactMapValues(\.first)
        try analyze(to: "first")
        // The first plan names visits; those are then forbidden in every way in which people write an id.
        let ways: [(String) -> String] = [
            { $0.lowercased() }, { $0.replacing("-", with: "–") }, { $0.replacing("-", with: " - ") },
            { "'" + $0 }, { "\"=\"\"\($0)\"\"\"" }, { "\u{A0}" + $0 + " " },
            { $0.replacing("-", with: "\u{2212}") }, { "’" + $0.lowercased() },
        ]
        var crew = try Self.lines(scratch.folder.appendingPathComponent("volunteers.csv"))
        for (number, visit) in try assignments("first").filter({ $0["kind"] == "visit" }).enumerated() {
            let (volunteer, id) = (visit["volunteer_id"] ?? "", visit["household_id"] ?? "")
            guard forbidden[volunteer] == nil, number % 3 == 0,
                let row = crew.firstIndex(where: { $0.hasPrefix(volunteer + ",") })
            else { continue }
            let cells = crew[row].components(separatedBy: ",")
            forbidden[volunteer] = [id]
            let written = ways[forbidden.count % ways.count](id)
            crew[row] = (cells[..<9] + [written] + cells[10...]).joined(separator: ",")
        }
        _ = try scratch.write(crew.joined(separator: "\n") + "\n", as: "volunteers.csv")
        try analyze(to: "report")
    }

    func run(_ arguments: [String]) throws -> Program.Run {
        try Program.run(arguments, in: scratch.folder)
    }

    private func analyze(to folder: String) throws {
        let run = try run([
            "analyze", "2025-09.csv", "--groups", "groups.csv", "--volunteers", "volunteers.csv",
            "--sampling", "probability", "--no-pdf", "--quiet", "--contact", contact, "--word", word,
            "--map", "map.geojson", "--output", folder,
        ])
        guard run.status == 0 else { throw Failed(errors: run.errors) }
    }

    struct Failed: Error { let errors: String }

    private static func lines(_ url: URL) throws -> [String] {
        try String(contentsOf: url, encoding: .utf8).replacing("\r\n", with: "\n")
            .replacing("\u{FEFF}", with: "").split(separator: "\n").map(String.init)
    }

    /// Rows of a CSV file by their headers.
    private static func table(_ url: URL) throws -> [[String: String]] {
        let rows = try lines(url).map { line -> [String] in
            var cells = [""]
            var isQuoted = false
            for character in line {
                if character == "\"" {
                    isQuoted.toggle()
                } else if character == ",", !isQuoted {
                    cells.append("")
                } else {
                    cells[cells.count - 1].append(character)
                }
            }
            return cells
        }
        guard let head = rows.first else { return [] }
        return rows.dropFirst().filter { $0.count == head.count }.map {
            Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first })
        }
    }

    func table(_ path: String) throws -> [[String: String]] {
        try Self.table(scratch.folder.appendingPathComponent(path))
    }

    func assignments(_ folder: String = "report") throws -> [[String: String]] {
        try table("\(folder)/volunteers/assignments.csv")
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: scratch.folder.appendingPathComponent("report/" + path), encoding: .utf8)
    }

    func data(_ path: String) throws -> Data {
        try Data(contentsOf: scratch.folder.appendingPathComponent("report/" + path))
    }

    func pages(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: scratch.folder.appendingPathComponent("report/" + folder).path
        ).filter { $0.hasSuffix(".html") && !$0.hasPrefix("index") }.sorted()
    }
}
