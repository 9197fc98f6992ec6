internal import Foundation

/// Folds a header or an answer so that spelling habits do not matter.
///
/// Letter case, diacritics, đ/Đ/Ð, blanks (also non-breaking and zero-width) and punctuation do not count:
/// "Có ạ" and "co a" fold alike. So do i and y where Vietnamese writes either ("Quí" and "Quý", "Mĩ" and "Mỹ"). A text
/// without any letter or digit ("✓", "-") folds to itself, trimmed.
package func fold(_ text: String) -> String {
    let folded = foldASCII(text) ?? foldUnicode(text)
    if folded.isEmpty { return trimmed(text) }
    return folded.utf8.contains(UInt8(ascii: "y")) ? withOneI(folded) : folded
}

/// The text with i for each y that is a syllable's only vowel: behind h, k, l, m, s, t or qu, and before no other vowel.
private func withOneI(_ folded: String) -> String {
    var bytes = Array(folded.utf8)
    for place in bytes.indices where bytes[place] == UInt8(ascii: "y") && place > 0 {
        let before = bytes[place - 1]
        let isAfterQu = place > 1 && before == UInt8(ascii: "u") && bytes[place - 2] == UInt8(ascii: "q")
        guard isAfterQu || "hklmst".utf8.contains(before) else { continue }
        if place + 1 < bytes.count, "aeiou".utf8.contains(bytes[place + 1]) { continue }
        bytes[place] = UInt8(ascii: "i")
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func foldUnicode(_ text: String) -> String {
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
    return folded
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
