extension ReportTable {
    /// What a cell says in a page: its figure, and what stands softly beside it (an interval).
    func text(_ cell: Cell, in column: Column, _ words: Words) -> (main: String, beside: String) {
        let numbers = words.numbers
        switch cell {
        case .text(let text), .link(let text, _): return (text, "")
        case .empty: return ("", "")
        case .hidden(_, let why): return (why, "")
        case .number(let number): return (self.number(number, column.kind, numbers), "")
        case .base(let count?, let of):
            return (
                words.text(.outOf, ["count": numbers.integer(count), "of": numbers.integer(of)]), ""
            )
        case .base(nil, let of): return (numbers.integer(of), "")
        case .ranks(let low, let high): return ("\(low)–\(high)", "")
        case .estimate(let value, let lower, let upper):
            let unit: Unit = if case .estimate(let unit) = column.kind { unit } else { .amount }
            guard let lower, let upper else { return (figure(value, unit, numbers), "") }
            return (figure(value, unit, numbers), "(\(span(lower, upper, unit, numbers)))")
        }
    }

    private func number(_ number: Double, _ kind: Kind, _ numbers: NumberStyle) -> String {
        switch kind {
        case .decimal(let digits): numbers.decimal(number, digits: digits)
        case .share: numbers.percent(number)
        case .chance: numbers.chance(number)
        case .minutes: numbers.duration(minutes: Int(number))
        default: numbers.integer(Int(number))
        }
    }

    private func figure(_ value: Double, _ unit: Unit, _ numbers: NumberStyle) -> String {
        switch unit {
        case .share: numbers.percent(value)
        case .points: numbers.points(value)
        case .amount: numbers.rounded(value)
        case .households: numbers.roundedCount(value)
        }
    }

    private func span(_ lower: Double, _ upper: Double, _ unit: Unit, _ numbers: NumberStyle) -> String {
        switch unit {
        case .share: numbers.span(lower, upper)
        case .points: numbers.points(lower, to: upper)
        case .amount: numbers.roundedSpan(lower, upper)
        case .households: "\(numbers.roundedCount(lower))–\(numbers.roundedCount(upper))"
        }
    }
}
