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
    /// Households that nobody asked and that ask the police in, in a group and month, at most; nil: any number. The
    /// police knock at no door themselves.
    package let policeInvitations: Int?
    package let travel: TravelSettings
    package let floors: FloorSettings
    /// Chance that a household which agreed to a visit is at home when it is made, 0…1; who is out is tried once
    /// more.
    package let atHome: Double
    /// What a door that stays closed takes, 0…60.
    package let closedDoorMinutes: Int
    /// What a visit brings to a household that did not say whether it wants help, of what it brings to one that wants
    /// it, 0…1.
    package let withoutWish: Double
    /// Visits that bring fewer expected dossiers are not made, at least 0.
    package let leastGain: Double
    /// Nor those that bring less than this share of what the force's minutes bring elsewhere, 0…1.
    package let leastOfPrice: Double
    /// What keeping a volunteer in a group of last month is worth to a plan, in expected dossiers, at least 0.
    package let keep: Double
    /// nil: a month is one stretch of time, and a group's way is gone once.
    package let outings: OutingSettings?
    /// Days after a visit of the police at which another force may follow it up, 1…14; nil: nobody does.
    package let followUpDays: Int?

    package init(
        maximumMinutesShare: Double, nearGroups: Int = Self.usualNearGroups, longestVisitMinutes: Int,
        needsProcedure: Double, dossiersCap: Double, quotaReach: [Force: Double],
        atHome: Double = 1, closedDoorMinutes: Int = 0, withoutWish: Double = 1, leastGain: Double = 0,
        leastOfPrice: Double = 0, policeInvitations: Int? = nil,
        travel: TravelSettings = .usual, floors: FloorSettings = .usual, keep: Double = Self.usualKeep,
        outings: OutingSettings? = nil, followUpDays: Int? = nil
    ) {
        self.followUpDays = followUpDays
        self.outings = outings
        self.atHome = atHome
        self.closedDoorMinutes = closedDoorMinutes
        self.withoutWish = withoutWish
        self.policeInvitations = policeInvitations
        self.leastGain = leastGain
        self.leastOfPrice = leastOfPrice
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

    /// Where a playbook does not say. Assumptions.
    package static let usualAtHome = 0.7
    package static let usualClosedDoorMinutes = 5
    package static let usualWithoutWish = 0.8
    package static let usualLeastGain = 0.01
    package static let usualPoliceInvitations = 8
    package static let usualLeastOfPrice = 0.1
    package static let usualFollowUpDays = 3

    /// The most minutes that visits and ways may take of `minutes`, rounded down.
    package func visitMinutes(of minutes: Int) -> Int {
        // The small addition keeps 0.9 · 600 from becoming 539.
        Int(Double(minutes) * maximumMinutesShare + 1e-9)
    }
}
