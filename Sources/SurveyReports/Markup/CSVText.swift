internal import Basics

/// CSV that people open in Excel: UTF-8 with a byte order mark, CRLF, cells that a spreadsheet would run as a
/// formula made harmless, and no character that steers a terminal or turns the direction of writing.
package struct CSVText: Sendable {
    package private(set) var text: String
    private let isSynthetic: Bool

    /// - Parameter isSynthetic: made of made-up data: a last column `synthetic` says so of every row, as in the files
    ///   that such data come from. Contracted columns keep their names and places.
    package init(headers: [String], isSynthetic: Bool) {
        text = "\u{FEFF}"
        self.isSynthetic = isSynthetic
        add(headers, mark: "synthetic")
    }

    package mutating func add(_ cells: [String]) { add(cells, mark: "yes") }

    private mutating func add(_ cells: [String], mark: String) {
        let cells = isSynthetic ? cells + [mark] : cells
        text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
    }

    /// Letters, digits and what never opens a formula or needs quotes: nothing to do where all are such.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: ";"), UInt8(ascii: "."):
            true
        case 0x80...: isInert(byte)
        default: false
        }
    }

    private static func cell(_ cell: String) -> String {
        if cell.utf8.allSatisfy(isPlain) { return cell }
        var text = inert(cell)
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
