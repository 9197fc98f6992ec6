package import SurveyData

/// A limit that a plan breaks, by codes: never a name or address.
package enum PlanBreach: Sendable, Hashable {
    case unknownVolunteer(VolunteerID)
    case unknownGroup(GroupID)
    case volunteerTwice(VolunteerID)
    case tooManyMinutes(VolunteerID, used: Int, allowed: Int)
    case tooManyGroups(VolunteerID, used: Int, allowed: Int)
    case unknownHousehold(HouseholdID)
    case wrongGroup(HouseholdID, GroupID)
    case householdTwice(HouseholdID)
    case noConsent(HouseholdID, Force)
    case neverHousehold(HouseholdID, VolunteerID)
    /// A named visit without a household, or a quota with one.
    case wrongKind(VolunteerID, order: Int)
    /// The force can do nothing about these steps, or comes to no quota.
    case noFit(VolunteerID, order: Int)
    /// Failed steps, steps, task, minutes or gain are not what the playbook says.
    case wrongTask(VolunteerID, order: Int)
    case overQuota(GroupID, visits: Int, allowed: Int)
    /// The minutes of the ways are not those of the playbook.
    case wrongWay(VolunteerID, stated: Int, counted: Int)
    case tooManySessions(GroupID, allowed: Int)
    /// Places in the walk are not 1, 2, 3, …
    case tooFar(VolunteerID, GroupID)
    case wrongOrder(VolunteerID)
    case wrongObjective(stated: Double, scored: Double)
    /// Worth more than the bound: the bound or the plan is wrong.
    case overBound(scored: Double, bound: Double)
}
