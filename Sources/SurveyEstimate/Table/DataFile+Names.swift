/// Names as people give them in options: a column, columns joined by +, a column and something behind a sign.
extension DataFile {
    /// The column of this name.
    ///
    /// - Throws: `EstimateError` where the file has none, with the nearest names, or several.
    package borrowing func column(_ asked: String, for option: String) throws(EstimateError) -> String {
        let asked = CellText.trimmed(asked)
        let count = headers.count { $0 == asked }
        if count == 1, !asked.isEmpty { return asked }
        if count > 1 {
            throw EstimateError(
                "\(name), \(option)", found: "\(count) columns named \"\(asked)\"", expected: "one",
                action: "Rename the others.")
        }
        let near = NearestNames.of(asked, among: headers).map { "\"\($0)\"" }
        let all = headers.prefix(12).joined(separator: ", ") + (headers.count > 12 ? ", …" : "")
        throw EstimateError(
            "\(name), \(option)", found: "no column \"\(asked)\"", expected: "a column of the file",
            action: near.isEmpty ? "Its columns: \(all)." : "Did you mean \(near.joined(separator: " or "))?")
    }

    /// The columns of "a+b": one, if the file has a column of that whole name.
    ///
    /// - Throws: `EstimateError` for an unknown column.
    package borrowing func columns(
        joined text: String, for option: String
    ) throws(EstimateError) -> [String] {
        if headers.contains(CellText.trimmed(text)) { return [try column(text, for: option)] }
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
        let names = Set(headers)
        return sides.first { side in
            names.contains(CellText.trimmed(side.left))
                || side.left.split(separator: "+").allSatisfy { names.contains(CellText.trimmed(String($0))) }
        } ?? sides.first
    }
}
