internal import Basics
internal import Foundation

/// Texts as a YAML file has them on one line.
enum YAMLLine {
    static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

    /// A key: without quotes where it is a word that YAML takes for nothing else.
    static func key(_ text: String) -> String {
        let isWord =
            text.first?.isLetter == true && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isWord && !reserved.contains(text.lowercased()) ? text : quoted(text)
    }

    private static let reserved: Set<String> = [
        "yes", "no", "y", "n", "true", "false", "on", "off", "null", "none",
    ]

    /// A text in double quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{2028}", "\u{2029}", "\u{FEFF}": result += String(format: "\\u%04X", Int(scalar.value))
            case _ where isSteering(scalar): result += String(format: "\\u%04X", Int(scalar.value))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Text for a comment: on one line.
    static func plain(_ text: String) -> String {
        inert(text).split { $0.isNewline || $0 == "\u{2028}" || $0 == "\u{2029}" }.joined(separator: " ")
    }
}
