internal import Basics
internal import Foundation

/// The text of a JSON document as it grows.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func append(_ plain: String) { bytes += plain.utf8 }

    mutating func append(_ written: ArraySlice<UInt8>) { bytes += written }

    mutating func append(_ integer: Int) {
        guard (0..<10).contains(integer) else { return append(String(integer)) }
        bytes.append(UInt8(ascii: "0") + UInt8(integer))
    }

    /// Items with what opens, parts and closes them; without items what opens and closes them has no line of its own.
    mutating func append<Item>(
        _ items: [Item], between marks: (open: String, comma: String, close: String),
        _ write: (Item, inout JSONText) -> Void
    ) {
        if items.isEmpty { return append(String(marks.open.prefix(1) + marks.close.suffix(1))) }
        for (place, item) in items.enumerated() {
            append(place == 0 ? marks.open : marks.comma)
            write(item, &self)
        }
        append(marks.close)
    }

    mutating func append(exact number: Double) {
        append(number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)")
    }

    /// 12 significant digits; a number that is none (which a bug would make) is null, never "nan".
    mutating func append(twelveDigits number: Double) {
        guard number.isFinite else { return append("null") }
        if number == number.rounded(), abs(number) < 1e12 { return append(Int(number)) }
        let size = abs(number)
        guard size >= 1e-4, size < 1e11 else { return append(String(format: "%.12g", number)) }
        // The shortest text of the number rounded to 12 digits: many times faster than a format.
        let places = size >= 1 ? 11 - Int(log10(size)) : 12 + Int(-log10(size))
        let scale = Self.powers[places]
        let rounded = (number * scale).rounded() / scale
        append(rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)")
    }

    private static let powers = (0...16).map { pow(10, Double($0)) }

    mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        let from = bytes.count
        bytes += text.utf8
        if !bytes[from...].allSatisfy(Self.isPlain) {
            bytes.removeLast(bytes.count - from)
            appendEscaped(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && isInert(byte)
    }

    private mutating func appendEscaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(ascii: scalar))
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            case _ where isSteering(scalar): append(String(format: "\\u%04x", Int(scalar.value)))
            default: bytes += scalar.utf8
            }
        }
    }
}
