internal import SurveyData

/// Who goes where, what it is worth, and how far from the best that can be at most.
package struct DeploymentPlan: Sendable, Equatable {
    /// One for every volunteer, by id; some may have no visit.
    package let assignments: [VolunteerAssignment]
    /// By group, barrier, kind and reason.
    package let unassigned: [UnassignedNeed]
    /// The plan's value: expected dossiers that households file alone in three months because of it.
    package let objective: Double
    /// What prices prove of the linear programme over months: no plan within the same limits is worth more.
    package let bound: Double
    /// By force.
    package let prices: [ForcePrice]
    /// Every group of the problem, by id.
    package let groups: [GroupSupport]

    /// All visits, by volunteer and walking order.
    package var visits: [Visit] { assignments.flatMap(\.visits) }

    /// (bound − objective) ÷ bound, 0…1; 0 where there is nothing to gain.
    package var gap: Double { bound > 0 ? max(0, (bound - objective) / bound) : 0 }

    /// Expected additional households that are able to file alone because of the plan.
    package var expectedHouseholds: Double {
        assignments.reduce(0) { $1.visits.reduce($0) { $0 + $1.addedChance } }
    }
}
