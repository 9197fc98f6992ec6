internal import Basics
internal import SurveyData

/// The different combinations of answers that the figures of several questions look at, and which of them each household
/// gave: what a combination says is worked out once.
struct AnswerCombinations: Sendable {
    /// By household of a survey: position in `examples`.
    let numbers: [UInt32]
    /// By combination: a household that gave it, as a position in the survey.
    let examples: [Int]

    /// - Parameter exact: questions of which each answer counts, not only its class.
    init(_ survey: Survey, exact: Set<Variable> = []) {
        let table = survey.table
        var keys = Array(repeating: UInt64(0), count: survey.rows.count)
        for variable in AnswerClass.variables {
            guard let column = TallyPlan.AnsweredColumn(variable, table, indicators: IndicatorBits()) else {
                continue
            }
            let classes = column.kinds.map { $0[0] }
            for (place, row) in survey.rows.enumerated() { keys[place] |= classes[column.codes[Int(row)]] }
        }
        var numbers = Array(repeating: UInt32(0), count: keys.count)
        var known = KeyTable()
        known.code(&numbers, numbers.count) { keys[$1] }
        for variable in Variable.allCases where exact.contains(variable) {
            guard let column = TallyPlan.AnsweredColumn(variable, table, indicators: IndicatorBits()) else {
                continue
            }
            var pairs = KeyTable()
            pairs.code(&numbers, numbers.count) {
                UInt64($0) << 32 | UInt64(column.codes[Int(survey.rows[$1])])
            }
        }
        var examples: [Int] = []
        for (place, number) in numbers.enumerated() where Int(number) == examples.count {
            examples.append(place)
        }
        self.numbers = numbers
        self.examples = examples
    }

    /// A value of each household, made once for each combination.
    func map<Value>(_ value: (Int) -> Value) -> [Value] {
        let values = examples.map(value)
        return numbers.map { values[Int($0)] }
    }
}
