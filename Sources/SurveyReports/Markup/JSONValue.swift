internal import Foundation
internal import Readiness

/// JSON with keys in the order given and numbers of 12 significant digits: same input, same bytes.
package indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    /// With all digits that tell it from its neighbours.
    case exact(Double)
    case text(String)
    case list([JSONValue])
    /// A list of plain values, on one line.
    case row([JSONValue])
    case object([(String, JSONValue)])
    /// An object on one line: a row of a long table.
    case line([(String, JSONValue)])
    /// A list of which each item is written already, on one line.
    case written([String])

    /// A long list of lines, written by several threads.
    package static func lines(
        _ count: Int, threads: Int, _ line: @Sendable (Int) -> JSONValue
    ) -> JSONValue {
        let size = 256
        let chunks = parallelMap((count + size - 1) / size, threads: threads) { chunk in
            (chunk * size..<min(count, (chunk + 1) * size)).map { line($0).written() }
        }
        return .written(chunks.flatMap(\.self))
    }

    package static func == (left: JSONValue, right: JSONValue) -> Bool { left.written() == right.written() }

    package static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

    package static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

    /// The document as text, indented by two blanks a level.
    package func written(indent: Int = 0) -> String {
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .integer(let integer): return String(integer)
        case .number(let number): return Self.digits(number)
        case .exact(let number):
            return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
        case .text(let text): return Self.quoted(text)
        case .row(let items): return "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
        case .line(let pairs):
            return "{" + pairs.map { "\(Self.quoted($0)): \($1.written())" }.joined(separator: ", ") + "}"
        case .written(let items):
            if items.isEmpty { return "[]" }
            return "[\n" + items.map { inner + $0 }.joined(separator: ",\n") + "\n\(outer)]"
        case .list(let items):
            if items.isEmpty { return "[]" }
            return "[\n" + items.map { inner + $0.written(indent: indent + 2) }.joined(separator: ",\n")
                + "\n\(outer)]"
        case .object(let pairs):
            if pairs.isEmpty { return "{}" }
            return "{\n"
                + pairs.map { "\(inner)\(Self.quoted($0)): \($1.written(indent: indent + 2))" }
                .joined(separator: ",\n") + "\n\(outer)}"
        }
    }

    /// 12 significant digits; a number that is none (which a bug would make) is null, never "nan".
    private static func digits(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e12 { return String(Int(number)) }
        let size = abs(number)
        guard size >= 1e-4, size < 1e11 else { return String(format: "%.12g", number) }
        // The shortest text of the number rounded to 12 digits: many times faster than a format.
        let places = size >= 1 ? 11 - Int(log10(size)) : 12 + Int(-log10(size))
        let scale = Self.powers[places]
        let rounded = (number * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }

    private static let powers = (0...16).map { pow(10, Double($0)) }

    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        if isPlain { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}": result += String(format: "\\u%04x", scalar.value)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
