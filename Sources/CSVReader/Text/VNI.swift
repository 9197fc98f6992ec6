internal import Foundation

/// The VNI-Windows encoding: a letter, and behind it a byte that adds circumflex, breve and tone.
///
/// Bytes are read as in Windows-1252. Marks are the same for small and capital letters, 32 apart; a capital
/// letter may carry a small mark. Ñ is Đ, Ô is Ơ and Ö is Ư, both of which take tones; Æ Ì Í Î Ò Ó stand alone.
///
/// - Source: VNI-Windows character table, VNI Software Co.
enum VNI {
    private static let tones: [UInt8: Unicode.Scalar] = [
        0xD9: "\u{301}", 0xD8: "\u{300}", 0xDB: "\u{309}", 0xD5: "\u{303}", 0xCF: "\u{323}",
    ]
    private static let circumflexed: [UInt8: [Unicode.Scalar]] = [
        0xC2: [], 0xC1: ["\u{301}"], 0xC0: ["\u{300}"], 0xC5: ["\u{309}"], 0xC3: ["\u{303}"],
        0xC4: ["\u{323}"],
    ]
    private static let breved: [UInt8: [Unicode.Scalar]] = [
        0xCA: [], 0xC9: ["\u{301}"], 0xC8: ["\u{300}"], 0xDA: ["\u{309}"], 0xDC: ["\u{303}"],
        0xCB: ["\u{323}"],
    ]
    private static let alone: [UInt8: String] = [
        0xD1: "Đ", 0xC6: "Ỉ", 0xCC: "Ì", 0xCD: "Í", 0xCE: "Ỵ", 0xD2: "Ị", 0xD3: "Ĩ", 0xD4: "Ơ", 0xD6: "Ư",
    ]

    /// The same text in UTF-8; nil where a byte stands for no character.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        var text = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard let letter = letter(byte) else {
                guard byte < 0x80 else { return nil }
                text.append(Unicode.Scalar(byte))
                continue
            }
            text.append(contentsOf: letter.unicodeScalars)
            if index < bytes.count, let marks = marks(bytes[index], on: letter) {
                text.append(contentsOf: marks)
                index += 1
            }
        }
        return Array(String(text).precomposedStringWithCanonicalMapping.utf8)
    }

    /// A capital mark is 32 below its small one.
    private static func capital(_ byte: UInt8) -> UInt8 { byte >= 0xE0 ? byte - 0x20 : byte }

    private static func letter(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return String(Unicode.Scalar(byte))
        default:
            guard byte >= 0xC0, let letter = alone[capital(byte)] else { return nil }
            return byte >= 0xE0 ? letter.lowercased() : letter
        }
    }

    private static func marks(_ byte: UInt8, on letter: String) -> [Unicode.Scalar]? {
        guard byte >= 0xC0 else { return nil }
        let mark = capital(byte)
        switch letter.lowercased() {
        case "a":
            if let tone = breved[mark] { return ["\u{306}"] + tone }
            if let tone = circumflexed[mark] { return ["\u{302}"] + tone }
        case "e", "o":
            if let tone = circumflexed[mark] { return ["\u{302}"] + tone }
        case "u", "y", "ơ", "ư": break
        default: return nil
        }
        return tones[mark].map { [$0] }
    }
}
