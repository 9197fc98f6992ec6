package import SurveyData

/// The assumptions of a playbook that belong to no single barrier.
package struct PlaybookSettings: Sendable, Equatable {
    /// Share of a volunteer's minutes that visits and ways may fill, 0…1.
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
    package let travel: TravelSettings
    package let floors: FloorSettings
    /// What keeping a volunteer in a group of last month is worth to a plan, in expected dossiers, at least 0.
    package let keep: Double

    package init(
        maximumMinutesShare: Double, nearGroups: Int = Self.usualNearGroups, longestVisitMinutes: Int,
        needsProcedure: Double, dossiersCap: Double, quotaReach: [Force: Double],
        travel: TravelSettings = .usual, floors: FloorSettings = .usual, keep: Double = Self.usualKeep
    ) {
        self.travel = travel
        self.floors = floors
        self.keep = keep
        self.maximumMinutesShare = maximumMinutesShare
        self.nearGroups = nearGroups
        self.longestVisitMinutes = longestVisitMinutes
        self.needsProcedure = needsProcedure
        self.dossiersCap = dossiersCap
        self.quotaReach = quotaReach
    }

    /// Minutes that one visit or session may take.
    static let visitMinutes = 1...600

    /// Where a playbook does not say: about one former ward. Assumption.
    package static let usualNearGroups = 12

    /// Where a playbook does not say. Assumption.
    package static let usualKeep = 0.1

    /// The most minutes that visits and ways may take of `minutes`, rounded down.
    package func visitMinutes(of minutes: Int) -> Int {
        // The small addition keeps 0.9 · 600 from becoming 539.
        Int(Double(minutes) * maximumMinutesShare + 1e-9)
    }
}
