/// Whether a row is a household that can be used, whatever month is asked for.
enum RowFate: UInt8, Sendable {
    case usable, noID, invalidWeight, noGroup, unknownGroup, fieldCount
    /// The household was drawn, and there is no interview: the row counts for the response only.
    case noInterview

    static func all(_ table: SurveyTable, files: [FileAnswers]) -> [RowFate] {
        var fates = Array(repeating: RowFate.usable, count: table.count)
        let byPlace = table.places.places.map { place -> RowFate in
            switch place.fault {
            case nil: .usable
            case .noGroup: .noGroup
            case .unknownGroup: .unknownGroup
            }
        }
        let weights = table.numbers(.weight)
        let byWeight = weights?.answers.map { ($0.value ?? 0) > 0 ? usable : invalidWeight } ?? []
        for (number, file) in files.enumerated() {
            let rows = table.rows(ofFile: number)
            func judge(_ variable: Variable, _ codes: CodeList?, _ byCode: [RowFate]) {
                guard let codes, file.columns.variables.contains(variable),
                    byCode.contains(where: { $0 != .usable })
                else { return }
                for row in rows where byCode[codes[row]] != .usable { fates[row] = byCode[codes[row]] }
            }
            // Of several faults the last counts.
            judge(.residentialGroup, table.places.codes, byPlace)
            judge(.weight, weights?.codes, byWeight)
        }
        for row in table.ids.missing { fates[row] = .noID }
        if let results = table.coded(.contactResult) {
            let isNone = results.answers.map { answer in
                answer.value.map { ContactResult.allCases[Int($0)] != .interviewed } ?? false
            }
            if isNone.contains(true) {
                for row in 0..<table.count where isNone[results.codes[row]] && fates[row] != .noID {
                    fates[row] = .noInterview
                }
            }
        }
        for (number, file) in files.enumerated() {
            let start = table.rows(ofFile: number).lowerBound
            for short in file.shortRows { fates[start + short.row] = .fieldCount }
        }
        return fates
    }
}
