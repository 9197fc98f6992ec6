internal import Basics
internal import SurveyData

/// Where each household of a survey stands in its design; each different place is worked out once.
struct DesignPlaces: Sendable {
    /// By household: position in `places`.
    let numbers: [Int]
    let places: [DesignRule.Place]

    init(_ survey: Survey, _ rule: DesignRule) {
        let table = survey.table
        let columns =
            [table.places.codes] + table.groupings.compactMap { $0?.codes }
            + [table.texts(.stratum)?.codes, table.texts(.psu)?.codes].compactMap(\.self)
            + [table.numbers(.weight)?.codes, table.numbers(.population)?.codes].compactMap(\.self)
        var numbers = survey.rows.map { UInt32(columns[0][Int($0)]) }
        for column in columns.dropFirst() {
            var table = KeyTable()
            table.code(&numbers, numbers.count) {
                UInt64($0) << 32 | UInt64(column[Int(survey.rows[$1])])
            }
        }
        var order = KeyTable()
        order.code(&numbers, numbers.count) { number, _ in UInt64(number) }
        var places: [DesignRule.Place] = []
        for (household, number) in zip(survey.households, numbers) where Int(number) == places.count {
            places.append(rule.place(of: SummaryCell.Key(household)))
        }
        self.numbers = numbers.map { Int($0) }
        self.places = places
    }

    /// A value of each household, from its place.
    func map<Value>(_ value: (DesignRule.Place) -> Value) -> [Value] {
        let values = places.map(value)
        return numbers.map { values[$0] }
    }
}
