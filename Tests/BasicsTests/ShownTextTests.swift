import Basics
import Testing

@Suite struct ShownTextTests {
    @Test(
        "what steers a terminal or turns the direction of writing is shown by its number",
        arguments: [
            ("\u{1B}[31mred", "\\u{1B}[31mred"), ("bell\u{7}", "bell\\u{7}"), ("a\u{0}b", "a\\u{0}b"),
            ("\u{9B}31m", "\\u{9B}31m"), ("\u{85}x", "\\u{85}x"), ("\u{7F}", "\\u{7F}"),
            ("\u{202E}abc", "\\u{202E}abc"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("\u{200F}\u{61C}\u{200E}", "\\u{200F}\\u{61C}\\u{200E}"),
        ])
    func steering(text: String, shown: String) {
        #expect(inert(text) == shown)
        #expect(inert(shown) == shown)
    }

    @Test(
        "other text stays as it is",
        arguments: ["Tổ dân phố số 3", "a\tb\r\nc\n", "👩‍👩‍👧", "“…” – ½ °", "مرحبا", "⟦V01⟧", ""])
    func harmless(text: String) {
        #expect(inert(text) == text)
    }
}
