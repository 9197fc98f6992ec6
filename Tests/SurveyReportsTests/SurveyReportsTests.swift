import Foundation
import SurveyData
import SurveyReports
import Testing

@Suite struct WordsTests {
    @Test(arguments: Language.allCases)
    func everyTextIsThereInEveryLanguage(language: Language) {
        #expect(Words.missing(in: language).isEmpty)
    }

    @Test func numbersFollowTheirLanguage() {
        let vietnamese = NumberStyle(.vi)
        let english = NumberStyle(.en)
        #expect(vietnamese.percent(0.125) == "12,5\u{A0}%")
        #expect(english.percent(0.125) == "12.5%")
        #expect(vietnamese.integer(1250) == "1.250")
        #expect(english.integer(1_234_567) == "1,234,567")
        #expect(english.decimal(-0.25, digits: 2) == "−0.25")
        #expect(vietnamese.duration(minutes: 150) == "2\u{A0}giờ 30\u{A0}phút")
        #expect(vietnamese.month("2025-10") == "10/2025")
        #expect(english.month("2025-10") == "October 2025")
    }

    @Test(arguments: [
        (5876.5, "5,880"), (23_456.0, "23,500"), (351.5, "352"), (62.78, "62.8"), (0.337, "0.34"),
    ])
    func estimatesHaveNoMoreDigitsThanTheyCanBear(number: Double, written: String) {
        #expect(NumberStyle(.en).rounded(number) == written)
    }

    @Test(arguments: [(60.0, "60"), (1.4, "1,4"), (20_000.0, "20.000"), (0.25, "0,25")])
    func settingsStandAsTheyWereWritten(number: Double, written: String) {
        #expect(NumberStyle(.vi).plain(number) == written)
    }
}

@Suite struct MarkupTests {
    @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x>", "a & b", "{{x}}", "\u{202E}abc"])
    func textIsAlwaysInert(text: String) {
        let markup = HTML.element("p", [("title", text)], text: text).markup
        #expect(!markup.contains("<script") && !markup.contains("<img") && !markup.contains("\u{202E}"))
        #expect(markup.hasPrefix("<p title=\"") && markup.hasSuffix("</p>\n"))
    }

    @Test func spreadsheetsRunNothing() {
        var csv = CSVText(headers: ["a"], isSynthetic: false)
        csv.add(["=HYPERLINK(\"x\")"])
        csv.add(["+1a", "@x", "-5", "-x"])
        #expect(csv.text == "\u{FEFF}a\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n'+1a,'@x,-5,'-x\r\n")
    }

    @Test func jsonKeepsOrderAndTwelveDigits() {
        let json = JSONValue.object([("b", .number(2.0 / 3)), ("a", .integer(1)), ("c", .text("\"\n"))])
        #expect(json.written() == "{\n  \"b\": 0.666666666667,\n  \"a\": 1,\n  \"c\": \"\\\"\\n\"\n}")
    }

    @Test(arguments: [
        (JSONValue.object([]), "{}"), (.list([]), "[]"), (.row([]), "[]"), (.line([]), "{}"),
        (.lines(0, threads: 2) { .integer($0) }, "[]"), (.number(.nan), "null"), (.number(1e-7), "1e-07"),
        (.number(-0.1), "-0.1"), (.integers([1, -2, 30]), "[1, -2, 30]"),
        (.text("Tổ \u{1F600} \\ \u{1}\t"), "\"Tổ \u{1F600} \\\\ \\u0001\\t\""),
        (
            .object([("a", .list([.line([("b", .null), ("c", .bool(true))])]))]),
            "{\n  \"a\": [\n    {\"b\": null, \"c\": true}\n  ]\n}"
        ),
    ])
    func jsonIsWrittenAsItIsRead(value: JSONValue, text: String) { #expect(value.written() == text) }

    @Test(arguments: 1...3)
    func linesOfThreadsAreTheListThatTheyStandFor(threads: Int) {
        let list = JSONValue.object([("a", .list((0..<1000).map { .line([("place", .integer($0))]) }))])
        let lines = JSONValue.object([
            ("a", .lines(1000, threads: threads) { .line([("place", .integer($0))]) })
        ])
        #expect(lines.document() == list.written() + "\n")
    }

    @Test func aChartSaysItsFiguresAndDrawsNothingForNoData() {
        let plot = IntervalPlot(rows: [
            .init(label: "A", note: "41 %", dot: .init(value: 0.41, lower: 0.3, upper: 0.5)),
            .init(label: "B", note: "no data", dot: nil),
        ])
        let drawing = plot.drawing(description: "uptake").markup
        #expect(drawing.contains("aria-label=\"uptake\""))
        #expect(drawing.contains("41 %") && drawing.contains("no data"))
        #expect(drawing.components(separatedBy: "class=\"dot\"").count == 2)
    }
}
