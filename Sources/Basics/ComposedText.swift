internal import Foundation

/// The text in NFC, Unicode's composed form: "Tổ" in three letters' room, however it was typed.
///
/// macOS and some phones write a letter and its marks apart (NFD). Both look alike and compare alike in Swift, but their
/// bytes differ, so every room keeps NFC. A text that needs nothing is given back as it is, after one look at it.
///
/// - Source: Unicode Standard Annex 15, Unicode Normalization Forms.
package func composed(_ text: String) -> String {
    isSurelyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
}

/// Whether no scalar of the text can compose: below U+0300 none does, nor do the letters of Vietnamese and the marks of
/// print.
private func isSurelyComposed(_ text: String) -> Bool {
    // U+0300 is CC 80 in UTF-8.
    if text.utf8.allSatisfy({ $0 < 0xCC }) { return true }
    return text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x0300, 0x1E00...0x1EFF, 0x2010...0x2027: true
        default: false
        }
    }
}
