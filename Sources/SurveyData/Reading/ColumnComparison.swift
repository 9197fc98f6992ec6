internal import Basics

/// Two columns of one question side by side, as an age and a year of birth: the second is a check.
struct ColumnComparison {
    private let variable: Variable

    init(_ variable: Variable) { self.variable = variable }

    /// Rows in which both can be read and say different things.
    func differing(_ first: ReadColumn, _ second: ReadColumn) -> [Int] {
        let (left, right) = (cells(first), cells(second))
        var known: [UInt64: Bool] = [:]
        return left.indices.filter { row in
            let pair = UInt64(left[row]) << 32 | UInt64(right[row])
            if let before = known[pair] { return before }
            let differ = differ(first.readings[Int(left[row])], second.readings[Int(right[row])])
            known[pair] = differ
            return differ
        }
    }

    private func cells(_ column: ReadColumn) -> [UInt32] {
        column.column.mapped(column.readings.indices.map { UInt32($0) })
    }

    private func differ(_ left: CellReading, _ right: CellReading) -> Bool {
        switch (left, right) {
        case (.number(let one), .number(let other)):
            // A year of birth tells an age to within the year of the interview, which stands elsewhere.
            let isYear = { (number: Double) in number >= 1900 }
            return variable == .respondentAge && isYear(one) != isYear(other) ? false : one != other
        case (.coded(let one), .coded(let other)): return one != other
        case (.text(let one), .text(let other)): return fold(one) != fold(other)
        default: return false
        }
    }
}
