package import SurveyData

/// The assumptions of a playbook that belong to no single barrier.
package struct PlaybookSettings: Sendable, Equatable {
    /// Share of a volunteer's minutes that visits may fill, 0…1.
    package let maximumMinutesShare: Double
    /// A volunteer is sent to the so many nearest groups at most, the home group first.
    package let nearGroups: Int
    /// No visit is planned longer than this.
    package let longestVisitMinutes: Int
    /// Chance that a household needs a procedure within three months, 0…1.
    package let needsProcedure: Double
    /// Dossiers counted per household in three months, at most.
    package let dossiersCap: Double
    /// Chance that a door-to-door visit meets a household with the barrier that agrees, 0…1.
    ///
    /// A force that is absent takes no such visits.
    package let quotaReach: [Force: Double]

    package init(
        maximumMinutesShare: Double, nearGroups: Int = Self.usualNearGroups, longestVisitMinutes: Int,
        needsProcedure: Double, dossiersCap: Double, quotaReach: [Force: Double]
    ) {
        self.maximumMinutesShare = maximumMinutesShare
        self.nearGroups = nearGroups
        self.longestVisitMinutes = longestVisitMinutes
        self.needsProcedure = needsProcedure
        self.dossiersCap = dossiersCap
        self.quotaReach = quotaReach
    }

    /// Where a playbook does not say: about one former ward. Assumption.
    package static let usualNearGroups = 12

    /// The most minutes that visits may take of `minutes`, rounded down.
    package func visitMinutes(of minutes: Int) -> Int {
        // The small addition keeps 0.9 · 600 from becoming 539.
        Int(Double(minutes) * maximumMinutesShare + 1e-9)
    }
}
