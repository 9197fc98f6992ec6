package import Basics

/// Names as people give them in options: a column, columns joined by +, a column and something behind a sign.
extension DataFile {
    /// The column of this name.
    ///
    /// - Throws: `Diagnostic` where the file has none, with the nearest names, or several.
    package borrowing func column(_ asked: String, for option: String) throws(Diagnostic) -> String {
        let asked = trimmed(asked)
        let count = headers.count { $0 == asked }
        if count == 1, !asked.isEmpty { return asked }
        if let place = otherNames[asked] { return try column(headers[place], for: option) }
        if count > 1 {
            throw Diagnostic(
                .badEstimate, file: "\(name), \(option)", found: "\(count) columns named \"\(asked)\"",
                expected: "one",
                action: "Rename the others.")
        }
        let near = nearest(to: asked, among: headers).map { "\"\($0)\"" }
        let all = headers.prefix(12).joined(separator: ", ") + (headers.count > 12 ? ", …" : "")
        throw Diagnostic(
            .badEstimate, file: "\(name), \(option)", found: "no column \"\(asked)\"",
            expected: "a column of the file",
            action: near.isEmpty ? "Its columns: \(all)." : "Did you mean \(near.joined(separator: " or "))?")
    }

    /// The columns of "a+b": one, if the file has a column of that whole name.
    ///
    /// - Throws: `Diagnostic` for an unknown column.
    package borrowing func columns(
        joined text: String, for option: String
    ) throws(Diagnostic) -> [String] {
        if isColumn(text) { return [try column(text, for: option)] }
        var names: [String] = []
        for part in text.split(separator: "+", omittingEmptySubsequences: false) {
            names.append(try column(String(part), for: option))
        }
        return names
    }

    /// Both sides of the first sign that has known columns (joined by +) on its left, else of the first sign;
    /// nil without one.
    package borrowing func sides(of text: String, at sign: Character) -> (left: String, right: String)? {
        let places = text.indices.filter { text[$0] == sign }
        let sides = places.map { (left: String(text[..<$0]), right: String(text[text.index(after: $0)...])) }
        // Of the signs that have known columns on their left the first one.
        for side in sides {
            let parts = side.left.split(separator: "+").map(String.init)
            var areKnown = !parts.isEmpty
            for part in parts where !isColumn(part) { areKnown = false }
            if areKnown || isColumn(side.left) { return side }
        }
        return sides.first
    }

    /// Whether the file has a column of this name.
    package borrowing func isColumn(_ name: String) -> Bool {
        let name = trimmed(name)
        return headers.contains(name) || otherNames[name] != nil
    }
}
