internal import Foundation

/// Folds a header or an answer so that spelling habits do not matter.
///
/// Letter case, diacritics, đ/Đ/Ð, blanks (also non-breaking and zero-width) and punctuation do not count:
/// "Có ạ" and "co a" fold alike. A text without any letter or digit ("✓", "-") folds to itself, trimmed.
package func fold(_ text: String) -> String {
    if let folded = foldASCII(text) { return folded.isEmpty ? trimmed(text) : folded }
    var folded = ""
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
        switch scalar {
        case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
        case "A"..."Z":
            folded.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 32)))
        case "đ", "Đ", "ð", "Ð": folded.unicodeScalars.append("d")
        default:
            let properties = scalar.properties
            if properties.isAlphabetic, properties.generalCategory != .nonspacingMark {
                folded.append(properties.lowercaseMapping)
            } else if properties.numericType != nil {
                folded.unicodeScalars.append(scalar)
            }
        }
    }
    return folded.isEmpty ? trimmed(text) : folded
}

/// The fold of a text of ASCII only, without Unicode's tables; nil for any other text.
private func foldASCII(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
        case 0x80...: return nil
        default: continue
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The text without blanks at its ends: spaces, tabs, line ends, non-breaking and zero-width blanks.
package func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
        (0x21...0x7E).contains(last)
    {
        return text
    }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar == "\u{2060}"
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) else {
        return text
    }
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
        let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
}
