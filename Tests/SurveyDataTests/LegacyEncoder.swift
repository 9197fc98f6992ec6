import CSVReader
import Foundation
import TestSupport

/// Writes text in an old encoding: our own encoder, from published tables, sharing nothing with the reader.
enum LegacyEncoder {
    /// - Returns: nil where the table is not on this machine.
    static func bytes(_ text: String, in encoding: TextEncoding) -> [UInt8]? {
        let composed = text.precomposedStringWithCanonicalMapping
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf16LittleEndian:
            return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian:
            return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .vni: return composed.unicodeScalars.flatMap(vni)
        case .windows1258, .tcvn3, .viscii:
            guard let table = tables[encoding] else { return nil }
            return composed.unicodeScalars.flatMap { single($0, table, encoding) }
        case .windows1252: return nil
        }
    }

    /// The bytes shown as Windows-1252, then saved as UTF-8.
    static func mojibake(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    }

    private static func single(
        _ scalar: Unicode.Scalar, _ table: [Unicode.Scalar: UInt8], _ encoding: TextEncoding
    ) -> [UInt8] {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        // The fonts called .VnTime have no capital letter with a tone.
        if let byte = table[scalar], byte >= 0x80 || encoding == .viscii { return [byte] }
        if encoding == .tcvn3,
            let byte = table[scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar]
        {
            return [byte]
        }
        // Windows-1258 writes letter and tone apart.
        let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        let parts = Array(String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars)
        let letter = String(String.UnicodeScalarView(parts.filter { !tones.contains($0) }))
            .precomposedStringWithCanonicalMapping
        return letter.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : table[$0] ?? UInt8(ascii: "?") }
            + parts.filter(tones.contains).map { table[$0] ?? UInt8(ascii: "?") }
    }

    /// The byte maps of the standards.
    private static let tables: [TextEncoding: [Unicode.Scalar: UInt8]] = {
        let names: [TextEncoding: String] = [.windows1258: "CP1258", .tcvn3: "TCVN5712-1", .viscii: "VISCII"]
        return names.compactMapValues { name in
            let file = ReferenceFiles.file("encodings/map_glibc_\(name).csv")
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            var table: [Unicode.Scalar: UInt8] = [:]
            for line in text.split(whereSeparator: \.isNewline).dropFirst() {
                let cells = line.split(separator: ",")
                guard cells.count == 2, let byte = UInt8(cells[0].dropFirst(2), radix: 16),
                    let value = UInt32(cells[1].dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value)
                else { continue }
                table[scalar] = byte
            }
            return table
        }
    }()

    /// VNI-Windows, as its keyboard programs list it: for each letter none, acute, grave, hook, tilde, dot.
    private static let vniTable: [Unicode.Scalar: [UInt8]] = {
        let rows = [
            ("AÁÀẢÃẠ", "A AÙ AØ AÛ AÕ AÏ"), ("ÂẤẦẨẪẬ", "AÂ AÁ AÀ AÅ AÃ AÄ"), ("ĂẮẰẲẴẶ", "AÊ AÉ AÈ AÚ AÜ AË"),
            ("EÉÈẺẼẸ", "E EÙ EØ EÛ EÕ EÏ"), ("ÊẾỀỂỄỆ", "EÂ EÁ EÀ EÅ EÃ EÄ"), ("OÓÒỎÕỌ", "O OÙ OØ OÛ OÕ OÏ"),
            ("ÔỐỒỔỖỘ", "OÂ OÁ OÀ OÅ OÃ OÄ"), ("ƠỚỜỞỠỢ", "Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ"), ("UÚÙỦŨỤ", "U UÙ UØ UÛ UÕ UÏ"),
            ("ƯỨỪỬỮỰ", "Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ"), ("IÍÌỈĨỊ", "I Í Ì Æ Ó Ò"), ("YÝỲỶỸỴ", "Y YÙ YØ YÛ YÕ Î"),
            ("Đ", "Ñ"),
        ]
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for (letters, codes) in rows {
            for (capital, small) in [(letters, codes), (letters.lowercased(), codes.lowercased())] {
                for (letter, code) in zip(capital.unicodeScalars, small.split(separator: " ")) {
                    table[letter] = code.unicodeScalars.map { UInt8($0.value) }
                }
            }
        }
        return table
    }()

    private static func vni(_ scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        return vniTable[scalar] ?? [UInt8(ascii: "?")]
    }
}
