internal import Foundation

/// The text with each letter and its marks as one character (Unicode NFC), as all texts are kept.
///
/// macOS and some phones write a letter and its marks apart (NFD). Both look alike and compare alike in Swift, but
/// their bytes differ. A text that needs nothing is given back as it is, after one look at its bytes.
///
/// - Source: Unicode Standard Annex 15, Unicode Normalization Forms.
package func composed(_ text: String) -> String {
    isSurelyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
}

/// Whether no character of the text can compose: nothing below U+0300 (CC 80) does, nor do the letters of Vietnamese
/// (U+1E00…U+1EFF, E1 B8…BB) and most marks of print (U+2010…U+20BF, E2 80 90…E2 82 BF).
private func isSurelyComposed(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(areSurelyComposed) ?? areSurelyComposed(Array(text.utf8))
}

private func areSurelyComposed(_ bytes: some Collection<UInt8>) -> Bool {
    if bytes.reduce(0, |) < 0x80 { return true }
    var (before, lead): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
        if byte >= 0xCC, byte != 0xE1, byte != 0xE2 { return false }
        if before == 0xE1, !(0xB8...0xBB).contains(byte) { return false }
        if before == 0xE2, !(0x80...0x82).contains(byte) { return false }
        if lead == 0xE2, before == 0x80, byte < 0x90 { return false }
        (lead, before) = (before, byte)
    }
    return true
}
