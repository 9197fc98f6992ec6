/// UTF-32, which no program that ward offices use writes on purpose: it is recognized only to be refused by name.
enum UTF32 {
    enum ByteOrder: String {
        case littleEndian = "little endian"
        case bigEndian = "big endian"
    }

    /// How the bytes of a character follow each other: by the mark at the start, or by the zero bytes of the
    /// characters; nil where it is not UTF-32.
    static func byteOrder(of head: [UInt8]) -> ByteOrder? {
        if head.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return .littleEndian }
        if head.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return .bigEndian }
        if isLikely(head, low: 0) { return .littleEndian }
        return isLikely(head, low: 3) ? .bigEndian : nil
    }

    /// Whether nearly all groups of four bytes are characters, most of them ASCII.
    ///
    /// - Parameter low: where in a group the lowest byte stands.
    private static func isLikely(_ head: [UInt8], low: Int) -> Bool {
        let second = low == 0 ? 1 : 2
        let high = low == 0 ? [2, 3] : [0, 1]
        let groups = min(head.count, 4096) / 4
        guard groups >= fewestCharacters else { return false }
        var (characters, ascii) = (0, 0)
        for start in stride(from: 0, to: groups * 4, by: 4) {
            guard head[start + high[0]] == 0, head[start + high[1]] == 0,
                head[start + low] != 0 || head[start + second] != 0
            else { continue }
            characters += 1
            if head[start + second] == 0, head[start + low] < 0x80 { ascii += 1 }
        }
        return characters * 10 >= groups * 9 && ascii * 2 > groups
    }

    /// The shortest file is two columns: a letter, a separator, a letter.
    private static let fewestCharacters = 3
}
