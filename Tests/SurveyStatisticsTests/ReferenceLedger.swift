import Foundation
import Testing

/// Every number of a file of reference results by its path, and which of them were compared.
final class ReferenceLedger {
    let expected: [String: Double]
    private(set) var compared: Set<String> = []
    private(set) var failures: [String] = []

    /// Paths run through objects by key and through lists by position: "mean/api00/est/api00", "by/se/0".
    init(_ tree: Any) {
        var leaves: [String: Double] = [:]
        func walk(_ node: Any, _ path: String) {
            switch node {
            case let object as [String: Any]:
                for (key, value) in object { walk(value, path.isEmpty ? key : "\(path)/\(key)") }
            case let list as [Any]:
                for (place, value) in list.enumerated() { walk(value, "\(path)/\(place)") }
            case let number as NSNumber: leaves[path] = number.doubleValue
            default: break
            }
        }
        walk(tree, "")
        expected = leaves
    }

    /// Compares where the file has the path: relative error, absolute where 0 (or nearly) is expected.
    func check(_ path: String, _ found: Double?, _ tolerance: Double = 1e-9, scale: Double? = nil) {
        guard let expected = expected[path] else { return }
        compared.insert(path)
        guard let found else {
            failures.append("\(path): found none, expected \(expected)")
            return
        }
        let size = scale ?? (abs(expected) < 1e-6 ? 1 : abs(expected))
        if !(abs(found - expected) <= tolerance * size) {
            failures.append("\(path): found \(found), expected \(expected)")
        }
    }

    /// Paths of the file that were not compared and that no deviation names.
    func missing(deviations: [(pattern: String, reason: String)]) -> [String] {
        expected.keys.filter { path in
            !compared.contains(path) && !deviations.contains { path.contains($0.pattern) }
        }
        .sorted()
    }

    /// "1,234 of 2,000 numbers compared, all agree", and why the others were not.
    func summary(_ name: String, deviations: [(pattern: String, reason: String)]) -> String {
        var left = Set(expected.keys).subtracting(compared)
        var lines = [
            "\(name): \(compared.count) of \(expected.count) numbers compared, \(failures.count) disagree"
        ]
        for (pattern, reason) in deviations {
            let own = left.filter { $0.contains(pattern) }
            left.subtract(own)
            if !own.isEmpty { lines.append("  \(own.count) not compared (\(pattern)): \(reason)") }
        }
        return lines.joined(separator: "\n")
    }
}
