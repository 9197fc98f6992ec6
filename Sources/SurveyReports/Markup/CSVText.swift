/// CSV that people open in Excel: UTF-8 with a byte order mark, CRLF, cells that a spreadsheet would run as a
/// formula made harmless.
package struct CSVText: Sendable {
    package private(set) var text: String

    package init(headers: [String]) {
        text = "\u{FEFF}"
        add(headers)
    }

    package mutating func add(_ cells: [String]) {
        text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ cell: String) -> String {
        var text = cell
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
            Double(text) == nil
        {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
