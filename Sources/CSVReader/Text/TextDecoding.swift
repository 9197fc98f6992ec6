internal import Foundation

/// The step from a file's bytes to UTF-8.
package struct TextDecoding: Sendable, Equatable {
    package let encoding: TextEncoding
    /// The file is UTF-8, but its characters are the bytes of `encoding` taken for Windows-1252: text typed in an
    /// old font and pasted, or converted twice.
    package let isMojibake: Bool

    package init(_ encoding: TextEncoding, isMojibake: Bool = false) {
        self.encoding = encoding
        self.isMojibake = isMojibake
    }

    /// Whether the bytes stay as they are.
    package var isPlain: Bool { encoding == .utf8 && !isMojibake }

    package var name: String { isMojibake ? "\(encoding.rawValue) shown as windows-1252" : encoding.rawValue }

    /// Text typed in an old font, read anew; nil where it is no such text.
    ///
    /// For single cells that were pasted from another file: "Kh«ng" is "Không" in the .VnTime fonts.
    package static func oldFontReadings(of text: String) -> [String] {
        guard text.unicodeScalars.contains(where: { (0xA1...0xFF).contains($0.value) }) else { return [] }
        return [TextEncoding.tcvn3, .vni].compactMap { encoding in
            let decoded = TextDecoding(encoding, isMojibake: true).utf8(Array(text.utf8))
            return decoded.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Whole lines in UTF-8; nil where a byte stands for no character of the encoding.
    func utf8(_ lines: [UInt8]) -> [UInt8]? {
        guard isMojibake else { return Self.utf8(lines, from: encoding) }
        guard let text = String(validating: lines, as: UTF8.self) else { return nil }
        var decoded: [UInt8] = []
        var run: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let byte = Self.windows1252[scalar] {
                run.append(byte)
            } else {
                // A character that no old font has was typed properly.
                guard let done = Self.utf8(run, from: encoding) else { return nil }
                decoded += done
                decoded += Array(String(Character(scalar)).utf8)
                run = []
            }
        }
        guard let done = Self.utf8(run, from: encoding) else { return nil }
        return decoded + done
    }

    private static func utf8(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
        switch encoding {
        case .utf8: String(validating: bytes, as: UTF8.self).map { Array($0.utf8) }
        case .vni: VNI.utf8(bytes)
        default: encoding.iconvName.flatMap { Iconv.utf8(bytes, from: $0) }
        }
    }

    /// Windows-1252 turned round; the control of the same number (as in Latin-1) stands for a byte as well.
    private static let windows1252: [Unicode.Scalar: UInt8] = {
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            let shown = byte < 0x80 ? nil : Iconv.utf8([byte], from: "CP1252")
            let scalar = shown.flatMap { String(decoding: $0, as: UTF8.self).unicodeScalars.first }
            if let scalar { bytes[scalar] = byte }
            bytes[Unicode.Scalar(byte)] = byte
        }
        return bytes
    }()
}
