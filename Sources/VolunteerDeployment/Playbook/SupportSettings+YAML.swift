internal import Basics
internal import Readiness

extension SavingsAssumptions {
    /// The assumptions of a playbook; a key that is absent has its usual value.
    init(playbook node: YAMLPlace) throws(Diagnostic) {
        try node.allow([
            "referenceMonths", "visitsPerDossier", "counterMinutesPerDossier", "householdMinutesPerVisit",
            "costPerVisit",
        ])
        let usual = Self.usual
        self.init(
            referenceMonths: try node["referenceMonths"]?.whole(in: 1...12) ?? usual.referenceMonths,
            visitsPerDossier: try node["visitsPerDossier"]?.number(in: 0...20)
                ?? usual.visitsPerDossier,
            counterMinutesPerDossier: try node["counterMinutesPerDossier"]?.number(in: 0...480)
                ?? usual.counterMinutesPerDossier,
            householdMinutesPerVisit: try node["householdMinutesPerVisit"]?.number(in: 0...1440)
                ?? usual.householdMinutesPerVisit,
            costPerVisit: try node["costPerVisit"]?.number(in: 0...10_000_000) ?? usual.costPerVisit)
    }
}

extension EquipmentSettings {
    /// The settings of a playbook; a key that is absent has its usual value.
    init(playbook node: YAMLPlace) throws(Diagnostic) {
        try node.allow(["walkingKilometres", "places"])
        let usual = Self.usual
        self.init(
            walkingKilometres: try node["walkingKilometres"]?.number(in: 0...50)
                ?? usual.walkingKilometres,
            places: try node["places"]?.whole(in: 0...1000) ?? usual.places)
    }
}
