import CSVReader
import Testing

@Suite("Number marks")
struct NumberMarksTests {
    private static let comma = NumberMarks(decimal: .comma)
    private static let point = NumberMarks(decimal: .point)

    @Test(
        "a cell that only the decimal comma allows decides its column",
        arguments: [
            "980,5", "0,125", "1250,5", ",5", "-0,5", "1.250,5", "1.250.000", "3,6E+11", "1\u{A0}250,5",
            "1250,500",
            "1'250,500", " 12,25 ", "00,125", "1,25e3", "1.250,500",
        ])
    func commaEvidence(cell: String) {
        #expect(NumberMarks.decided(by: ["1.250", cell, "7"]) == .marks(Self.comma, isGuess: false))
    }

    @Test(
        "a cell that only the decimal point allows decides its column",
        arguments: [
            "980.5", "0.125", "1250.5", ".5", "+.5", "1,250.5", "1,250,000", "1.5E+3", "1\u{202F}250.5",
            "1250.500",
            "1.250E+3", "21.2731", "1\u{2009}250.500", "012.500",
        ])
    func pointEvidence(cell: String) {
        #expect(NumberMarks.decided(by: ["1,250", cell, "7"]) == .marks(Self.point, isGuess: false))
    }

    @Test("cells that either way allows leave the point as a guess")
    func guess() {
        #expect(NumberMarks.decided(by: ["1.250", "2.500", "3.750"]) == .marks(Self.point, isGuess: true))
        #expect(NumberMarks.decided(by: ["12,500", "900"]) == .marks(Self.point, isGuess: true))
        #expect(Self.point.number("1.250") == 1.25)
        #expect(Self.point.number("12,500") == 12500)
        #expect(NumberMarks.allowsBoth("1.250"))
        #expect(!NumberMarks.allowsBoth("1.25"))
        #expect(!NumberMarks.allowsBoth("1250"))
    }

    @Test("cells without marks, and cells that are no numbers, say nothing")
    func nothingSaid() {
        for cells in [
            [], ["7", "01", ""], ["1.25.000", "12,34,567", "a,5", "2025.10.01", "1,2,3", "1 250"],
        ] {
            #expect(NumberMarks.decided(by: cells) == .marks(Self.point, isGuess: false))
        }
    }

    @Test("a column of both ways names the first cell of each")
    func mixed() {
        #expect(NumberMarks.decided(by: ["7", "1.5", "2.5", "1.250", "3,5", "4,5"]) == .mixed(1, 4))
        #expect(NumberMarks.decided(by: ["1.250.000", "x", "980.5"]) == .mixed(0, 2))
    }

    @Test("a declared mark is not overruled")
    func declared() {
        #expect(
            NumberMarks.decided(by: ["980,5", "1.5"], declared: .point) == .marks(Self.point, isGuess: false))
        #expect(NumberMarks.decided(by: ["1.250"], declared: .comma) == .marks(Self.comma, isGuess: false))
        #expect(Self.point.number("980,5") == nil)
        #expect(Self.comma.number("1.250") == 1250)
    }

    @Test(
        "what is no number under the decimal point is not read",
        arguments: [
            "1.25.000", "12,34,567", "0x10", "inf", "nan", "", " ", "-", ".", ",", "1e", "e5", "1-2",
            "1,250E3", "0,125",
            "1250,500", "1 25", "1,250 500", "1e999", "--5", "1.5%", "12/5", "1.250,5", "1..5", "1,,250", "٣",
        ])
    func notNumbers(text: String) {
        #expect(Self.point.number(text) == nil)
    }

    @Test(
        "numbers under the decimal point",
        arguments: [
            ("7", 7), ("01", 1), ("1.0", 1), ("-1,250.5", -1250.5), ("\u{2212}3", -3), ("\u{A0}12 ", 12),
            ("5.", 5),
            (".5", 0.5), ("1E5", 1e5), ("1'250'000", 1_250_000), ("1 250.25", 1250.25), ("+4", 4), ("-0", 0),
            ("9007199254740993", 9_007_199_254_740_992), ("1.5e-3", 0.0015),
        ])
    func numbers(text: String, value: Double) {
        #expect(Self.point.number(text) == value)
    }

    @Test("numbers written in one style are read back exactly, in any order of cells")
    func roundTrip() {
        var random = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 1...UInt64.max, using: &random)
        print("NumberMarks round trip: seed \(seed)")
        var generator = Steps(state: seed)
        for _ in 0..<200 {
            let style = Style.random(using: &generator)
            let written = (0..<12).map { _ in style.number(using: &generator) }
            // One number that the style alone allows, so that nothing is guessed.
            let cells = (written + [style.number(whole: 1250, fraction: "5")]).shuffled(using: &generator)
            let decision = NumberMarks.decided(by: cells.map(\.text))
            #expect(
                decision == .marks(NumberMarks(decimal: style.decimal), isGuess: false), "seed \(seed)")
            for cell in cells {
                #expect(
                    NumberMarks(decimal: style.decimal).number(cell.text) == cell.value,
                    "\(cell.text), seed \(seed)")
            }
        }
    }
}

/// A way of writing numbers.
private struct Style {
    let decimal: NumberMarks.Decimal
    /// Between thousands; empty for none.
    let thousands: String

    static func random(using generator: inout Steps) -> Style {
        let decimal: NumberMarks.Decimal = Bool.random(using: &generator) ? .point : .comma
        let marks = ["", decimal == .point ? "," : ".", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}"]
        return Style(decimal: decimal, thousands: marks.randomElement(using: &generator) ?? "")
    }

    func number(using generator: inout Steps) -> (text: String, value: Double) {
        let whole = Int.random(in: 0...pow10(Int.random(in: 0...9, using: &generator)), using: &generator)
        let fraction = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            String(Int.random(in: 0...9, using: &generator))
        }
        let unsigned = number(whole: whole, fraction: fraction.joined())
        guard Int.random(in: 0...3, using: &generator) == 0 else { return unsigned }
        return ("-" + unsigned.text, -unsigned.value)
    }

    func number(whole: Int, fraction: String) -> (text: String, value: Double) {
        let digits = Array(String(whole))
        let grouped = digits.enumerated().map { place, digit in
            (place > 0 && (digits.count - place) % 3 == 0 ? thousands : "") + String(digit)
        }
        let mark = fraction.isEmpty ? "" : decimal == .point ? "." : ","
        let value = Double("\(whole).\(fraction.isEmpty ? "0" : fraction)") ?? .nan
        return (grouped.joined() + mark + fraction, value)
    }

    private func pow10(_ power: Int) -> Int { (0..<power).reduce(1) { product, _ in product * 10 } }
}

/// Numbers that a seed gives again (G. Steele, D. Lea, C. Flood, 2014: SplitMix64).
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
