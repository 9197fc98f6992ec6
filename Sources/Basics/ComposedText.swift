internal import Foundation

/// The text with each letter and its marks as one character (Unicode NFC), as all texts are kept.
package func composed(_ text: String) -> String {
    // Letters of Western Europe and Vietnam are whole already; what marks follow begins with other bytes.
    var before: UInt8 = 0
    for byte in text.utf8 {
        if byte == 0xCC || byte == 0xCD || byte > 0xE2 { return normalized(text) }
        // U+1E00…U+1EFF (E1 B8…BB) and general punctuation (E2 80…84) stay as they are, but for three signs of units.
        if before == 0xE1, !(0xB8...0xBB).contains(byte) { return normalized(text) }
        if before == 0xE2, byte > 0x83 { return normalized(text) }
        before = byte
    }
    return text
}

private func normalized(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
