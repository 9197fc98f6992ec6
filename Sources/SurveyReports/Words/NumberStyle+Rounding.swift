internal import SurveyData

extension NumberStyle {
    /// A number with no more digits than a reader needs: about three that count.
    package func rounded(_ number: Double) -> String {
        let size = abs(number)
        if size >= 10_000 { return integer(Int((number / 100).rounded()) * 100) }
        if size >= 1000 { return integer(Int((number / 10).rounded()) * 10) }
        return decimal(number, digits: size >= 100 || size == 0 ? 0 : size >= 1 ? 1 : 2)
    }

    /// A share (0…1) in whole per cents: "41 %".
    package func wholePercent(_ share: Double) -> String {
        "\(integer(Int((share * 100).rounded())))\(language == .vi ? "\u{A0}%" : "%")"
    }

    /// Two numbers as one span: "7.510–8.320".
    package func roundedSpan(_ lower: Double, _ upper: Double) -> String {
        "\(rounded(lower))–\(rounded(upper))"
    }

    /// A count that is estimated: whole, with about three digits that count.
    package func roundedCount(_ number: Double) -> String {
        number < 1000 ? integer(Int(number.rounded())) : rounded(number)
    }

    /// A setting as it was written: "60", "1,4".
    package func plain(_ number: Double) -> String {
        for digits in 0..<3 {
            let scale = [1.0, 10, 100][digits]
            if (number * scale).rounded() / scale == number { return decimal(number, digits: digits) }
        }
        return decimal(number, digits: 3)
    }
}
