internal import Basics

/// What tells one code of a group, volunteer or household from another: letter case, kinds of dashes, blanks and the
/// apostrophe that spreadsheets put before a text do not count.
///
/// "AA01-022", " aa01–022" and "'AA01-022" are one code; "AA01-22" is another.
package func codeKey(_ text: String) -> String {
    if let plain = plainKey(text) { return plain }
    var key = ""
    for scalar in composed(trimmed(text)).lowercased().unicodeScalars {
        switch scalar {
        case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
            key.unicodeScalars.append("-")
        case "\u{200B}", "\u{FEFF}", "\u{2060}": continue
        case _ where scalar.properties.isWhitespace: continue
        case "'" where key.isEmpty, "\u{2019}" where key.isEmpty: continue
        default: key.unicodeScalars.append(scalar)
        }
    }
    return key
}

/// The key of a text of ASCII only, without Unicode's tables; nil for any other text.
private func plainKey(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        switch byte {
        case 0x80...: return nil
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
        case 0x09...0x0D, 0x20: continue
        case UInt8(ascii: "'") where bytes.isEmpty: continue
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
