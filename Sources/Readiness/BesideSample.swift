package import SurveyData

/// Interviews that the figures leave out, made in one way: who came to a counter, filled a form or was rung up.
package struct BesideSample: Sendable {
    package let mode: CollectionMode
    package let households: Int
    /// Households with a dossier that told both counts, and of these, those with one online.
    package let filers, onlineFilers: Int

    /// In the order of modes; none where all interviews make the figures.
    static func all(_ everyone: AskedHouseholds) -> [BesideSample] {
        let beside = everyone.survey.besideSample
        guard !beside.isEmpty, let modes = everyone.survey.table.coded(.mode) else { return [] }
        var filers = Array(repeating: (all: 0, online: 0), count: modes.answers.count)
        for (row, readiness) in zip(everyone.survey.rows, everyone.readiness) {
            guard let online = readiness.passes(.filesOnline) else { continue }
            let code = modes.codes[Int(row)]
            filers[code].all += 1
            if online { filers[code].online += 1 }
        }
        return beside.map { mode, households in
            let own = zip(modes.answers, filers).filter { answer, _ in
                answer.value.map { CollectionMode.allCases[Int($0)] } == mode
            }
            return BesideSample(
                mode: mode, households: households, filers: own.reduce(0) { $0 + $1.1.all },
                onlineFilers: own.reduce(0) { $0 + $1.1.online })
        }
    }
}
