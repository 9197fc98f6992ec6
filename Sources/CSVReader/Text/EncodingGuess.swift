/// Finds out how a file is encoded, by evidence: marks at its start, valid UTF-8, and how many of its words are
/// Vietnamese when read in each way.
///
/// Old encodings decode into something in silence, so the best must be clearly better than the next.
enum EncodingGuess {
    case sure(TextDecoding)
    /// No way of reading stands out; the likely ones, best first.
    case ambiguous([TextEncoding])

    /// - Parameters:
    ///   - head: the first bytes of a file, some of them outside ASCII if the file has any.
    ///   - isWhole: whether that is all of it.
    init(_ head: [UInt8], isWhole: Bool) {
        if let wide = Self.wide(head) {
            self = .sure(TextDecoding(wide))
            return
        }
        let whole = isWhole ? head : Self.wholeLines(head)
        guard whole.contains(where: { $0 >= 0x80 }) else {
            self = .sure(TextDecoding(.utf8))
            return
        }
        if Self.isMostlyUTF8(whole, isWhole: isWhole) {
            self = .sure(Self.mojibake(whole) ?? TextDecoding(.utf8))
            return
        }
        let ranked = Self.ranked([.windows1258, .tcvn3, .viscii, .vni].map { TextDecoding($0) }, whole)
        guard let best = ranked.first, best.score >= Self.nothingVietnamese else {
            self = .sure(TextDecoding(.windows1252))
            return
        }
        let rivals = ranked.dropFirst().filter { best.score - $0.score < Self.margin && $0.text != best.text }
        self =
            best.score >= Self.enough && rivals.isEmpty
            ? .sure(best.decoding) : .ambiguous([best.decoding.encoding] + rivals.map(\.decoding.encoding))
    }

    // Measured on our samples and the uchardet texts: the right reading scores over 0.95, a wrong one under 0.5.
    private static let enough = 0.7
    private static let margin = 0.2
    private static let nothingVietnamese = 0.3

    /// UTF-16, by its mark or by the zero bytes of its ASCII letters.
    private static func wide(_ head: [UInt8]) -> TextEncoding? {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let start = head.prefix(4096)
        let zeros = start.indices.filter { head[$0] == 0 }
        guard start.count >= 16, zeros.count * 4 > start.count else { return nil }
        let odd = zeros.count { $0 % 2 == 1 }
        if odd * 10 > zeros.count * 9 { return .utf16LittleEndian }
        return odd * 10 < zeros.count ? .utf16BigEndian : nil
    }

    private static func wholeLines(_ bytes: [UInt8]) -> [UInt8] {
        guard let end = bytes.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return bytes }
        return Array(bytes[...end])
    }

    /// Whether at least as many characters outside ASCII are valid UTF-8 as are not: in other encodings a byte that
    /// begins a character is seldom followed by those that continue it, so a bad byte is a fault of the file.
    private static func isMostlyUTF8(_ bytes: [UInt8], isWhole: Bool) -> Bool {
        let (sound, faulty) = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: (0, 0)) {
            if $1 == "\u{FFFD}" { $0.1 += 1 } else if $1.value >= 0x80 { $0.0 += 1 }
        }
        return sound > 0 ? sound >= faulty : isWhole && isCutOff(bytes)
    }

    /// Whether a text in ASCII ends with the first two or three bytes of a character of three or four.
    private static func isCutOff(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return false }
        let tail = bytes[first...]
        guard tail.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return false }
        switch tail.count {
        case 2: return bytes[first] >= 0xE0 && bytes[first] < 0xF5
        case 3: return bytes[first] >= 0xF0 && bytes[first] < 0xF5
        default: return false
        }
    }

    /// Text of an old font inside UTF-8: only where the plain reading is hardly Vietnamese and another clearly is.
    private static func mojibake(_ bytes: [UInt8]) -> TextDecoding? {
        guard let plain = score(String(decoding: bytes, as: UTF8.self)), plain.share < 0.5,
            plain.different >= 5
        else { return nil }
        let encodings: [TextEncoding] = [.tcvn3, .vni, .utf8, .windows1258, .viscii]
        let ranked = ranked(encodings.map { TextDecoding($0, isMojibake: true) }, bytes)
        guard let best = ranked.first, best.score >= 0.8 else { return nil }
        let rival = ranked.dropFirst().first { $0.text != best.text }
        return best.score - (rival?.score ?? 0) >= margin ? best.decoding : nil
    }

    private static func ranked(
        _ decodings: [TextDecoding], _ bytes: [UInt8]
    ) -> [(decoding: TextDecoding, text: String, score: Double)] {
        decodings.compactMap { decoding in
            guard let decoded = decoding.utf8(bytes) else { return nil }
            let text = String(decoding: decoded, as: UTF8.self)
            return (decoding, text, score(text)?.share ?? 0)
        }.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    }

    /// Of the words with a letter outside ASCII, the share that can be Vietnamese; nil where there is no such word. A sign
    /// alone ("°" of degrees) is no word.
    private static func score(_ text: String) -> (share: Double, different: Int)? {
        var words = 0
        var good = 0
        var different: Set<Substring> = []
        for word in text.utf8.split(whereSeparator: isASCIIMark) where !word.allSatisfy({ $0 < 0x80 }) {
            let word = Substring(word)
            if word.unicodeScalars.count == 1 { continue }
            words += 1
            if different.count < 5 { different.insert(word) }
            if VietnameseSyllable.isOne(word) { good += 1 }
            if words == 5_000 { break }
        }
        return words == 0 ? nil : (Double(good) / Double(words), different.count)
    }

    private static func isASCIIMark(_ byte: UInt8) -> Bool {
        byte < 0x80 && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
