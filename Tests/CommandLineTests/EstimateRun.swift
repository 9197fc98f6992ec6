import Foundation
import TestSupport
import Testing

/// What `sansang estimate --json` printed.
struct EstimateRun {
    struct Figure {
        let fields: [String: Any]

        func number(_ key: String) -> Double? { (fields[key] as? NSNumber)?.doubleValue }
        func text(_ key: String) -> String? { fields[key] as? String }
        var domain: [String: String] { fields["domain"] as? [String: String] ?? [:] }
    }

    let figures: [Figure]

    init(_ arguments: [String], in folder: URL = Program.root) throws {
        let run = try Program.run(["estimate"] + arguments + ["--json", "--quiet"], in: folder)
        #expect(run.status == 0, "\(arguments.joined(separator: " ")): \(run.errors)")
        #expect(run.errors == "")
        let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        figures = (document?["estimates"] as? [[String: Any]] ?? []).map(Figure.init)
    }

    /// The figure of this statistic, variable, level and domain.
    func figure(
        _ statistic: String, _ variable: String, category: String? = nil, domain: [String: String] = [:],
        probability: Double? = nil
    ) -> Figure? {
        figures.first {
            $0.text("statistic") == statistic && $0.text("variable") == variable
                && $0.text("category") == category && $0.domain == domain
                && (probability == nil || $0.number("probability") == probability)
        }
    }
}

/// Numbers of a file of reference results by path, and how many the command gave back.
final class EstimateLedger {
    private let tree: Any
    private(set) var failures: [String] = []
    private(set) var counts: [(name: String, compared: Int)] = []

    /// - Parameter file: nil cancels the test.
    init(_ file: URL?, without reason: String) throws {
        guard let file else { try Test.cancel("\(reason)") }
        tree = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    }

    /// Numbers of the file below a path.
    func numbers(below path: String) -> Int {
        func count(_ node: Any?) -> Int {
            switch node {
            case let object as [String: Any]: object.values.reduce(0) { $0 + count($1) }
            case let list as [Any]: list.reduce(0) { $0 + count($1) }
            case is NSNumber: 1
            default: 0
            }
        }
        return count(value(path))
    }

    private func value(_ path: String) -> Any? {
        path.split(separator: "|").reduce(tree as Any?) { node, key in
            if let list = node as? [Any] {
                Int(key).flatMap { list.indices.contains($0) ? list[$0] : nil }
            } else {
                (node as? [String: Any])?[String(key)]
            }
        }
    }

    /// Compares where the file has a number at the path (keys joined by |): relative error, absolute near 0.
    func check(_ path: String, _ found: Double?, _ tolerance: Double = 1e-9, scale: Double? = nil) {
        guard let expected = (value(path) as? NSNumber)?.doubleValue else { return }
        let name = String(path.split(separator: "|").first ?? "")
        if let place = counts.firstIndex(where: { $0.name == name }) {
            counts[place].compared += 1
        } else {
            counts.append((name, 1))
        }
        let size = scale ?? (abs(expected) < 1e-6 ? 1 : abs(expected))
        if let found, abs(found - expected) <= tolerance * size { return }
        failures.append("\(path): found \(found.map { "\($0)" } ?? "none"), expected \(expected)")
    }

    /// "apistrat_fpc: 120 of 190 numbers compared".
    func summary(of names: [String]) -> String {
        names.map { name in
            let compared = counts.first { $0.name == name }?.compared ?? 0
            return "estimate, \(name): \(compared) of \(numbers(below: name)) numbers compared"
        }.joined(separator: "\n") + "\n  \(failures.count) disagree"
    }
}
