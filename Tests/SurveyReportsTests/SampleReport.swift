import Foundation
import Testing

/// `reports/sample`, which another test makes again byte for byte: what the writers wrote, read back from its files.
enum SampleReport {
    static let root: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root
    }()

    static var folder: URL { root.appendingPathComponent("reports/sample") }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// Relative paths of all files, sorted.
    static func paths() -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.contains(".") }.sorted()
    }

    /// Rows of a CSV file: cells may be quoted, lines end as they like.
    static func rows(csv: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        for character in csv.drop(while: { $0 == "\u{FEFF}" }) {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
            case "\r\n" where !isQuoted, "\n" where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            default: cell.append(character)
            }
        }
        return rows.dropLast()
    }

    /// Rows of the table with this id in a page: the text of each cell, entities read.
    static func rows(html: String, table id: String) -> [[String]] {
        guard let start = html.range(of: "<table id=\"table-\(id)\""),
            let end = html.range(of: "</table>", range: start.upperBound..<html.endIndex)
        else { return [] }
        return html[start.upperBound..<end.lowerBound].components(separatedBy: "<tr>").dropFirst().map {
            row in
            row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { plain(String($0.output.1)) }
        }
    }

    static func plain(_ markup: String) -> String {
        var text = markup.replacing(/<[^>]*>/, with: "")
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] { text = text.replacingOccurrences(of: entity, with: character) }
        return text.trimmingCharacters(in: .whitespaces)
    }

    /// The numbers in a cell, as Vietnamese writes them: "−1,2 điểm %" is −1.2, "1.574" is 1574.
    static func numbers(_ cell: String) -> [Double] {
        cell.matches(of: /[−-]?[0-9][0-9.]*(,[0-9]+)?/).compactMap { match in
            Double(
                match.output.0.replacingOccurrences(of: ".", with: "").replacingOccurrences(
                    of: ",", with: "."
                )
                .replacingOccurrences(of: "−", with: "-").trimmingCharacters(in: ["-"])
            )
            .map { match.output.0.hasPrefix("−") ? -$0 : $0 }
        }
    }
}
