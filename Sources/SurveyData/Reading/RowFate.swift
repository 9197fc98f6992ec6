/// Whether a row is a household that can be used, whatever month is asked for.
enum RowFate: UInt8, Sendable {
    case usable, noID, invalidWeight, noGroup, unknownGroup, fieldCount

    static func all(_ table: SurveyTable, files: [FileAnswers]) -> [RowFate] {
        var fates = Array(repeating: RowFate.usable, count: table.count)
        let placeFates = table.places.places.map { place -> RowFate in
            switch place.fault {
            case nil: .usable
            case .noGroup: .noGroup
            case .unknownGroup: .unknownGroup
            }
        }
        let weights = table.numbers(.weight)
        let isWeight = weights?.answers.map { ($0.value ?? 0) > 0 } ?? []
        for (number, file) in files.enumerated() {
            let rows = table.rows(ofFile: number)
            let hasGroups = file.columns.variables.contains(.residentialGroup)
            let hasWeights = file.columns.variables.contains(.weight)
            for row in rows {
                if !table.ids.isGiven(row) {
                    fates[row] = .noID
                } else if hasWeights, let weights, !isWeight[weights.codes[row]] {
                    fates[row] = .invalidWeight
                } else if hasGroups {
                    fates[row] = placeFates[table.places.codes[row]]
                }
            }
            for short in file.shortRows { fates[rows.lowerBound + short.row] = .fieldCount }
        }
        return fates
    }
}
