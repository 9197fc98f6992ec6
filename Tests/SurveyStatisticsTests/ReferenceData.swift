import Foundation
import TestSupport
import Testing

/// R's published data sets and what R computed from them, where the machine has them.
struct ReferenceData {
    let folder: URL

    /// Cancels the test where R's data sets cannot be had.
    init() throws {
        guard let folder = ReferenceFiles.surveyR else { try Test.cancel("\(ReferenceFiles.withoutR)") }
        self.folder = folder
    }

    /// results.json: R survey 4.1-1.
    func results() throws -> [String: Any] {
        let data = try Data(contentsOf: folder.appendingPathComponent("results.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// A data set as columns of text; R's row order.
    func columns(_ name: String) throws -> [String: [String]] {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
        var columns: [String: [String]] = [:]
        for (place, header) in (lines.first ?? []).enumerated() {
            columns[header] = lines.dropFirst().map { place < $0.count ? $0[place] : "" }
        }
        return columns
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

/// A number deep inside R's results: `number(results, "mean", "api00", "est", "api00")`.
func number(_ tree: Any?, _ path: String...) -> Double? {
    var node = tree
    for key in path { node = (node as? [String: Any])?[key] }
    return node as? Double ?? (node as? Int).map(Double.init)
}

func list(_ tree: Any?, _ key: String) -> [Double] {
    ((tree as? [String: Any])?[key] as? [NSNumber])?.map(\.doubleValue) ?? []
}

/// |found − expected| ÷ |expected|.
func relativeError(_ found: Double?, _ expected: Double?) -> Double {
    guard let found, let expected else { return .infinity }
    return expected == 0 ? abs(found) : abs(found - expected) / abs(expected)
}
