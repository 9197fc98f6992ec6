internal import Readiness

extension SavingsAssumptions {
    /// The assumptions of a playbook; a key that is absent has its usual value.
    init(playbook node: PlaybookNode) throws(PlaybookError) {
        try node.allow([
            "referenceMonths", "visitsPerDossier", "counterMinutesPerDossier", "householdMinutesPerVisit",
            "costPerVisit",
        ])
        let usual = Self.usual
        self.init(
            referenceMonths: try node.optional("referenceMonths")?.whole(in: 1...12) ?? usual.referenceMonths,
            visitsPerDossier: try node.optional("visitsPerDossier")?.number(in: 0...20)
                ?? usual.visitsPerDossier,
            counterMinutesPerDossier: try node.optional("counterMinutesPerDossier")?.number(in: 0...480)
                ?? usual.counterMinutesPerDossier,
            householdMinutesPerVisit: try node.optional("householdMinutesPerVisit")?.number(in: 0...1440)
                ?? usual.householdMinutesPerVisit,
            costPerVisit: try node.optional("costPerVisit")?.number(in: 0...10_000_000) ?? usual.costPerVisit)
    }
}

extension EquipmentSettings {
    /// The settings of a playbook; a key that is absent has its usual value.
    init(playbook node: PlaybookNode) throws(PlaybookError) {
        try node.allow(["walkingKilometres", "places"])
        let usual = Self.usual
        self.init(
            walkingKilometres: try node.optional("walkingKilometres")?.number(in: 0...50)
                ?? usual.walkingKilometres,
            places: try node.optional("places")?.whole(in: 0...1000) ?? usual.places)
    }
}
