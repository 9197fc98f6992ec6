import Foundation
import Testing

/// What the built program's `check` and `summarize` say of a file.
struct CheckedFile {
    let status: Int32
    let errors: String
    private(set) var accepted = -1
    private(set) var rejected = -1
    private(set) var issues: [String: Int] = [:]
    /// By code: the issues' columns, and what to do.
    private(set) var columns: [String: [String]] = [:]
    private(set) var actions: [String: [String]] = [:]
    private(set) var lines: [String: [Int]] = [:]
    private(set) var repairs: [String: Int] = [:]
    private(set) var contradictions: [String: Int] = [:]
    private(set) var months: [String: Int] = [:]

    private let scratch: Scratch
    private let path: String
    private let extra: [String]

    /// - Parameter with: options and further files, whose text stands for its path: `["--codebook": "codebook: x…"]`.
    init(_ text: String, with files: [(option: String, text: String)] = [], options: [String] = []) throws {
        try self.init(Data(text.utf8), with: files, options: options)
    }

    init(_ bytes: Data, with files: [(option: String, text: String)] = [], options: [String] = []) throws {
        scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("survey.csv")
        try bytes.write(to: file)
        path = file.path
        var extra = options
        for (number, file) in files.enumerated() {
            let name = file.option == "--codebook" ? "\(number).yaml" : "\(number).csv"
            extra += [file.option, try scratch.write(file.text, as: name)]
        }
        self.extra = extra
        let run = try Program.run(["check", path, "--json"] + extra)
        status = run.status
        errors = run.errors
        guard let document = try? JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        else { return }
        accepted = document["accepted"] as? Int ?? -1
        rejected = document["rejected"] as? Int ?? -1
        repairs = document["repairs"] as? [String: Int] ?? [:]
        for issue in document["issues"] as? [[String: Any]] ?? [] {
            let code = issue["code"] as? String ?? ""
            issues[code, default: 0] += 1
            if let column = issue["column"] as? String { columns[code, default: []].append(column) }
            if let action = issue["action"] as? String { actions[code, default: []].append(action) }
            if let line = issue["line"] as? Int { lines[code, default: []].append(line) }
        }
        let quality = document["quality"] as? [String: Any]
        contradictions = (quality?["contradictions"] as? [String: Int] ?? [:]).filter { $0.value > 0 }
        for month in document["months"] as? [[String: Any]] ?? [] {
            months[month["month"] as? String ?? ""] = month["households"] as? Int
        }
    }

    /// The whole survey's figure of an indicator by `summarize`: its value and base; nil where there is none.
    func figure(_ indicator: String, _ options: String...) throws -> (value: Double?, base: Int)? {
        let folder = scratch.folder.appendingPathComponent("figures").path
        let run = try Program.run(["summarize", path, "--output", folder, "--quiet"] + extra + options)
        guard run.status == 0 else { return nil }
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/figures.json"))
        let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let figures = document?["estimates"] as? [[String: Any]] ?? []
        let found = figures.first {
            $0["indicator"] as? String == indicator && $0["domainKind"] as? String == "all"
        }
        return found.map { ($0["value"] as? Double, $0["base"] as? Int ?? 0) }
    }

    /// What a command prints and says of the file.
    func run(_ command: String, _ options: String...) throws -> Program.Run {
        try Program.run([command, path] + extra + options)
    }

    /// A folder of the file's own.
    var folder: URL { scratch.folder }

    /// What `summarize` prints and says.
    func summary(_ options: String...) throws -> Program.Run {
        try Program.run(["summarize", path] + extra + options)
    }
}
