internal import Basics

/// Text as a cell, a name or a heading of an XLSX file may hold it.
enum CellText {
    /// With what XML 1.0 forbids and what turns the direction of writing as `\u{1B}`; a line ends with LF.
    static func plain(_ text: String) -> String {
        let text = inert(text)
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return text }
        var plain = String.UnicodeScalarView()
        var previous: UnicodeScalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": plain.append("\n")
            case "\n" where previous == "\r": break
            case "\n", "\t": plain.append(scalar)
            case "\u{FFFE}", "\u{FFFF}": break
            default: plain.append(scalar)
            }
            previous = scalar
        }
        return String(plain)
    }

    /// The first characters, as many as fit in a number of UTF-16 units.
    static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var units = 0
        return String(
            text.prefix { character in
                units += character.utf16.count
                return units <= limit
            })
    }

    /// Plain text as a cell holds it, at most 32,767 UTF-16 units.
    ///
    /// Excel reads `_x0041_` in a file as "A"; text that looks so is written with its underscore escaped.
    static func cell(_ text: String) -> String {
        let plain = plain(text)
        guard plain.utf8.count > longestCell || plain.contains("_x") else { return plain }
        var cell = ""
        var units = 0
        for index in plain.indices {
            let piece = opensEscape(plain[index...]) ? "_x005F_" : String(plain[index])
            units += piece.utf16.count
            guard units <= longestCell else { break }
            cell += piece
        }
        return cell
    }

    private static let longestCell = 32_767

    private static func opensEscape(_ rest: Substring) -> Bool {
        guard rest.first == "_" else { return false }
        let start = rest.unicodeScalars.prefix(7)
        return start.count == 7 && start.dropFirst().first == "x" && start.last == "_"
            && start.dropFirst(2).dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
    }

    /// The name of a chart or an axis; libxlsxwriter reads one that starts with "=" as a formula.
    static func chartName(_ text: String) -> String {
        let name = cut(plain(text), to: 255)
        return name.hasPrefix("=") ? " " + name : name
    }

    /// Text in the head of a printed page, where "&" opens a code; at most 255 units with what is around it.
    static func pageHead(_ text: String) -> String {
        let line = plain(text).replacing("\n", with: " ")
        var head = ""
        for character in line {
            let piece = character == "&" ? "&&" : String(character)
            guard head.utf16.count + piece.utf16.count <= 200 else { break }
            head += piece
        }
        return head
    }
}
