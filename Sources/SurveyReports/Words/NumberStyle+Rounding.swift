extension NumberStyle {
    /// A number with no more digits than a reader needs: three that count, one decimal at most.
    package func rounded(_ number: Double) -> String {
        let size = abs(number)
        if size >= 10_000 { return integer(Int((number / 100).rounded()) * 100) }
        if size >= 1000 { return integer(Int((number / 10).rounded()) * 10) }
        let isWhole = (number * 10).rounded().truncatingRemainder(dividingBy: 10) == 0
        return decimal(number, digits: size >= 100 || isWhole ? 0 : 1)
    }

    /// Two numbers as one span: "7.510–8.320".
    package func roundedSpan(_ lower: Double, _ upper: Double) -> String {
        "\(rounded(lower))–\(rounded(upper))"
    }
}
