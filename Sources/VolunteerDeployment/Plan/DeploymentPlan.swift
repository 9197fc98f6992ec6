package import SurveyData

/// Who goes where, what it is worth, and how far from the best that can be at most.
package struct DeploymentPlan: Sendable, Equatable {
    /// One for every volunteer, by id; some may have no visit.
    package let assignments: [VolunteerAssignment]
    /// By group, barrier, kind and reason.
    package let unassigned: [UnassignedNeed]
    /// The plan's value: expected dossiers that households file alone in three months because of it, less what the
    /// ways weigh.
    package let objective: Double
    /// No plan within the same limits, that owes groups and types as much, is worth more.
    package let bound: Double
    /// What ended the search.
    package let stopped: AllocationResult.Stop
    /// By force.
    package internal(set) var prices: [ForcePrice]
    /// Every group of the problem, by id.
    package let groups: [GroupSupport]
    /// What was owed, and whether it is kept.
    package let floors: [PlanFloor]
    /// What the visits may bring: chances and numbers of households drawn anew.
    package let interval: ValueInterval
    /// nil where there is no plan of last month.
    package let stability: PlanStability?

    /// All visits, by volunteer and walking order.
    package var visits: [Visit] { assignments.flatMap(\.visits) }

    /// (bound − objective) ÷ |bound|, at least 0; 0 where there is nothing to gain, nil where the bound proves
    /// nothing.
    package var gap: Double? { provenGap(value: objective, bound: bound) }

    /// Expected dossiers of all visits: the value without what the ways weigh.
    package var expectedGain: Double { assignments.reduce(0) { $0 + $1.expectedGain } }

    /// Expected additional households that are able to file alone because of the plan.
    package var expectedHouseholds: Double {
        assignments.reduce(0) { $1.visits.reduce($0) { $0 + $1.addedChance } }
    }
}

/// Something that a plan owes to a group or a type of household.
package struct PlanFloor: Sendable, Equatable {
    package enum Owed: Sendable, Equatable {
        /// A visit in each of so many groups.
        case groups(Int)
        /// A share of the minutes of named visits, for so many households; none where visits bring them too little.
        case type(FloorType, households: Int)
    }

    package let owed: Owed
    /// Share owed, 0…1; 1 for groups.
    package let wanted: Double
    /// Share reached, 0…1.
    package let reached: Double
    /// Groups that are owed a visit and get none; no one could go there, or no plan found keeps all that is owed.
    package let missed: [GroupID]

    package var isKept: Bool { missed.isEmpty && reached >= wanted - 1e-9 }
}

/// How a plan stands to last month's: pairs of a volunteer and a group.
package struct PlanStability: Sendable, Equatable {
    package struct Pair: Sendable, Hashable, Comparable {
        package let volunteer: VolunteerID
        package let group: GroupID

        package init(volunteer: VolunteerID, group: GroupID) {
            self.volunteer = volunteer
            self.group = group
        }

        package static func < (left: Pair, right: Pair) -> Bool {
            (left.volunteer, left.group) < (right.volunteer, right.group)
        }
    }

    /// Of volunteers and groups that still are; ascending.
    package let kept, ended, new: [Pair]
    /// What the best plan found without regard to last month is worth.
    package let freeObjective: Double
    /// (free − this plan) ÷ free, at least 0.
    package let loss: Double
}
