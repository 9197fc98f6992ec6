internal import Basics
internal import Foundation
internal import SurveyStatistics

/// JSON with keys in the order given and numbers of 12 significant digits: same input, same bytes.
package enum JSONValue: Sendable, Equatable {
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
    /// A list of whole numbers, on one line.
    case integers([Int])
    case object([(String, JSONValue)])
    /// An object on one line: a row of a long table.
    case line([(String, JSONValue)])
    /// A list of which the items are written already, each on one line.
    case written(WrittenItems)

    /// Items of a list in UTF-8, in chunks of many.
    package struct WrittenItems: Sendable {
        fileprivate let chunks: [(bytes: [UInt8], ends: [Int])]

        fileprivate var items: [ArraySlice<UInt8>] {
            chunks.flatMap { chunk in
                chunk.ends.indices.map { chunk.bytes[($0 == 0 ? 0 : chunk.ends[$0 - 1])..<chunk.ends[$0]] }
            }
        }
    }

    /// A long list of lines, written by several threads.
    package static func lines(
        _ count: Int, threads: Int, _ line: @Sendable (Int) -> JSONValue
    ) -> JSONValue {
        let size = 256
        let chunks = parallelMap((count + size - 1) / size, threads: threads) { chunk in
            var text = JSONText()
            let ends = (chunk * size..<min(count, (chunk + 1) * size)).map { place in
                line(place).write(to: &text)
                return text.bytes.count
            }
            return (text.bytes, ends)
        }
        return .written(WrittenItems(chunks: chunks))
    }

    package static func == (left: JSONValue, right: JSONValue) -> Bool { left.written() == right.written() }

    package static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

    package static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

    /// The value as text, indented by two blanks a level.
    package func written() -> String { written(closing: "") }

    /// The value as a file's text: its last line ends.
    package func document() -> String { written(closing: "\n") }

    private func written(closing: String) -> String {
        var text = JSONText()
        write(to: &text)
        text.append(closing)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private func write(to text: inout JSONText, indent: Int = 0) {
        switch self {
        case .null: text.append("null")
        case .bool(let flag): text.append(flag ? "true" : "false")
        case .integer(let integer): text.append(integer)
        case .number(let number): text.append(twelveDigits: number)
        case .exact(let number): text.append(exact: number)
        case .text(let content): text.append(quoted: content)
        case .row(let items): text.append(items, between: ("[", ", ", "]")) { $0.write(to: &$1) }
        case .integers(let items): text.append(items, between: ("[", ", ", "]")) { $1.append($0) }
        case .line(let pairs):
            text.append(pairs, between: ("{", ", ", "}")) {
                $1.append(quoted: $0.0)
                $1.append(": ")
                $0.1.write(to: &$1)
            }
        case .written(let items):
            text.reserve(items.chunks.reduce(0) { $0 + $1.bytes.count + $1.ends.count * (indent + 4) })
            text.append(items.items, between: Self.block("[", "]", indent)) { $1.append($0) }
        case .list(let items):
            text.append(items, between: Self.block("[", "]", indent)) {
                $0.write(to: &$1, indent: indent + 2)
            }
        case .object(let pairs):
            text.append(pairs, between: Self.block("{", "}", indent)) {
                $1.append(quoted: $0.0)
                $1.append(": ")
                $0.1.write(to: &$1, indent: indent + 2)
            }
        }
    }

    /// What opens, parts and closes items that have a line each.
    private static func block(_ open: String, _ close: String, _ indent: Int) -> (String, String, String) {
        let (inner, outer) = (
            String(repeating: " ", count: indent + 2), String(repeating: " ", count: indent)
        )
        return ("\(open)\n\(inner)", ",\n\(inner)", "\n\(outer)\(close)")
    }
}
