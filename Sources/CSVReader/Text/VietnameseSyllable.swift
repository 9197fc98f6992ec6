internal import Foundation

/// Whether a word can be a Vietnamese syllable: first consonant, rime, and a tone that the rime allows.
///
/// - Source: the spelling of quốc ngữ; rimes as in Hoàng Phê (ed.), Từ điển vần (1996).
enum VietnameseSyllable {
    /// - Parameter word: letters only.
    static func isOne(_ word: Substring) -> Bool {
        var tones: [Unicode.Scalar] = []
        var plain = String.UnicodeScalarView()
        for scalar in String(word).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if toneMarks.contains(scalar) { tones.append(scalar) } else { plain.append(scalar) }
        }
        guard tones.count <= 1 else { return false }
        let letters = String(plain).precomposedStringWithCanonicalMapping
        for onset in onsets where letters.hasPrefix(onset) {
            let rime = String(letters.dropFirst(onset.count))
            guard rimes.contains(rime) else { continue }
            let isStopped = stops.contains { rime.hasSuffix($0) }
            if !isStopped || tones == ["\u{301}"] || tones == ["\u{323}"] { return true }
        }
        return false
    }

    private static let toneMarks: Set<Unicode.Scalar> = [
        "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
    ]
    private static let stops = ["c", "ch", "p", "t"]
    private static let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
        "ph",
        "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ]
    private static let rimes = Set(
        """
        a ai ao au ay ac am an ang anh ap at ach ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
        ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
        uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
        y yêm yên yêng yêt yêu ynh yt
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
