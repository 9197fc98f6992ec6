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
        if beside.isEmpty { return [] }
        var filers: [CollectionMode: (all: Int, online: Int)] = [:]
        for (household, readiness) in zip(everyone.survey.households, everyone.readiness) {
            guard let mode = household.choice(.mode, CollectionMode.self).value,
                let online = readiness.passes(.filesOnline)
            else { continue }
            let own = filers[mode] ?? (0, 0)
            filers[mode] = (own.all + 1, own.online + (online ? 1 : 0))
        }
        return beside.map { mode, households in
            BesideSample(
                mode: mode, households: households, filers: filers[mode]?.all ?? 0,
                onlineFilers: filers[mode]?.online ?? 0)
        }
    }
}
