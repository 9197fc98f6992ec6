/// The order of words in a Vietnamese dictionary: a ă â b c d đ e ê …, tones only between words that are else the same.
///
/// - Source: TCVN 6909 and Unicode CLDR (collation vi): letters with marks after those without, tones in the order
///   none, huyền, hỏi, ngã, sắc, nặng; blanks before letters.
enum VietnameseOrder {
    /// Whether a text comes before another; both in lower case and composed (NFC).
    static func precedes(_ one: String, _ other: String) -> Bool {
        var left = one.unicodeScalars.makeIterator()
        var right = other.unicodeScalars.makeIterator()
        var tones = 0
        while true {
            switch (left.next(), right.next()) {
            case (nil, nil): return tones < 0
            case (nil, _?): return true
            case (_?, nil): return false
            case (let one?, let other?):
                if one == other { continue }
                let (own, others) = (weight(one), weight(other))
                if own.letter != others.letter { return own.letter < others.letter }
                if tones == 0 { tones = own.tone < others.tone ? -1 : own.tone > others.tone ? 1 : 0 }
            }
        }
    }

    private static func weight(_ scalar: Unicode.Scalar) -> (letter: UInt32, tone: UInt8) {
        if scalar.isASCII { return (scalar.value << 8, 0) }
        return letters[scalar] ?? (scalar.value << 8, 0)
    }

    /// Letters with marks; others stand where Unicode has them.
    private static let letters: [Unicode.Scalar: (letter: UInt32, tone: UInt8)] = {
        let rows: [(base: Unicode.Scalar, place: UInt32, tones: String)] = [
            ("a", 0, "aàảãáạ"), ("a", 1, "ăằẳẵắặ"), ("a", 2, "âầẩẫấậ"), ("d", 1, "đ"), ("e", 0, "eèẻẽéẹ"),
            ("e", 1, "êềểễếệ"), ("i", 0, "iìỉĩíị"), ("o", 0, "oòỏõóọ"), ("o", 1, "ôồổỗốộ"),
            ("o", 2, "ơờởỡớợ"),
            ("u", 0, "uùủũúụ"), ("u", 1, "ưừửữứự"), ("y", 0, "yỳỷỹýỵ"),
        ]
        var letters: [Unicode.Scalar: (letter: UInt32, tone: UInt8)] = [:]
        for row in rows {
            for (tone, scalar) in row.tones.unicodeScalars.enumerated() {
                letters[scalar] = (row.base.value << 8 | row.place, UInt8(tone))
            }
        }
        return letters
    }()
}
