import Basics
import Foundation
import Testing

@Suite struct ComposedTextTests {
    @Test(
        "text of letters and marks apart becomes composed",
        arguments: [
            "Tổ dân phố số 3", "Nguyễn Thị Hồng", "é", "Đường Lý Thái Tổ", "ﬁ ½ 한글", "A\u{30A}", "\u{212B}",
        ])
    func decomposed(text: String) {
        let apart = text.decomposedStringWithCanonicalMapping
        let expected = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        #expect(Array(composed(apart).unicodeScalars) == expected)
        #expect(Array(composed(text).unicodeScalars) == expected)
    }

    @Test("composing is what Foundation does, whatever the text", arguments: 0..<20)
    func anyText(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x36F, 0x1E00...0x1EFF, 0x2000...0x2030, 0x1100...0x11FF, 0x1F00...0x1FFF,
        ]
        for _ in 0..<200 {
            var text = String.UnicodeScalarView()
            for _ in 0..<random.below(8) {
                let range = ranges[random.below(ranges.count)]
                if let scalar = Unicode.Scalar(range.lowerBound + UInt32(random.below(range.count))) {
                    text.append(scalar)
                }
            }
            let written = String(text)
            #expect(
                Array(composed(written).utf8) == Array(written.precomposedStringWithCanonicalMapping.utf8),
                "seed \(seed)")
        }
    }

    @Test("messages show codes, but neither what steers a terminal nor what may be a person")
    func shownTexts() {
        #expect(shown("AA01") == "\"AA01\"")
        #expect(shown("\u{1B}[31mred") == "\"\\u{1B}[31mred\"")
        #expect(shown("a\u{202E}b") == "\"a\\u{202E}b\"")
        #expect(shown(String(repeating: "x", count: 30)) == "\"\(String(repeating: "x", count: 24))…\"")
        #expect(shownWord("juggling") == "\"juggling\"")
        #expect(shownWord("nộp hồ sơ") == "\"nộp hồ sơ\"")
        #expect(shownWord("Nguyễn Văn A") == "something else")
        #expect(shownWord("0912345678") == "something else")
    }
}
