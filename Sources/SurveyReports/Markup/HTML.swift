internal import Basics

/// A piece of a page. Text is escaped when it is put in; nothing else makes markup from data.
package struct HTML: Sendable, Equatable {
    package let markup: String

    private init(markup: String) { self.markup = markup }

    package static let empty = HTML(markup: "")

    /// Text of any origin, escaped.
    package static func text(_ text: String) -> HTML { HTML(markup: escaped(text)) }

    /// Our own style sheet: never data.
    package static func style(_ sheet: String) -> HTML { HTML(markup: "<style>\n\(sheet)</style>\n") }

    package static func join(_ parts: [HTML], separator: String = "") -> HTML {
        HTML(markup: parts.map(\.markup).joined(separator: escaped(separator)))
    }

    /// An element with its children; attributes in the order given, their values escaped.
    package static func element(
        _ name: StaticString, _ attributes: [(String, String)] = [], _ children: [HTML]
    ) -> HTML {
        HTML(
            markup: "<\(name)\(written(attributes))>" + children.map(\.markup).joined() + "</\(name)>"
                + (isBlock(name) ? "\n" : ""))
    }

    /// An element that holds text.
    package static func element(
        _ name: StaticString, _ attributes: [(String, String)] = [], text: String
    ) -> HTML {
        element(name, attributes, [.text(text)])
    }

    /// An element without content: `<meta …>` in a page, `<circle …/>` in a drawing.
    package static func void(_ name: StaticString, _ attributes: [(String, String)] = []) -> HTML {
        HTML(markup: "<\(name)\(written(attributes))>")
    }

    package static func shape(_ name: StaticString, _ attributes: [(String, String)]) -> HTML {
        HTML(markup: "<\(name)\(written(attributes))/>\n")
    }

    /// A whole page.
    package static func page(language: String, head: [HTML], body: [HTML]) -> String {
        "<!DOCTYPE html>\n"
            + element("html", [("lang", language)], [element("head", [], head), element("body", [], body)])
            .markup
    }

    /// Bytes of text that holds nothing to escape.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            0...0x1F:
            false
        default: isInert(byte)
        }
    }

    private static func written(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    private static func isBlock(_ name: StaticString) -> Bool { !inline.contains(name.description) }

    private static let inline: Set = [
        "a", "abbr", "b", "em", "span", "strong", "td", "th", "tspan", "text", "small",
    ]

    private static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in inert(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
