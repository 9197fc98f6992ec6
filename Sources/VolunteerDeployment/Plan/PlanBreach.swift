package import SurveyData

/// A limit that a plan breaks, by codes: never a name or address.
package enum PlanBreach: Sendable, Hashable {
    case unknownVolunteer(VolunteerID)
    case unknownGroup(GroupID)
    case volunteerTwice(VolunteerID)
    case tooManyMinutes(VolunteerID, used: Int, allowed: Int)
    /// More outings than the volunteer's minutes make.
    case tooManyOutings(VolunteerID, used: Int, allowed: Int)
    /// Visits and the way of one outing.
    case outingTooLong(VolunteerID, outing: Int, used: Int, allowed: Int)
    /// To more than one group, on more than one day, or at more than one time.
    case dividedOuting(VolunteerID, outing: Int)
    /// At a time that the volunteer does not have.
    case notFree(VolunteerID, outing: Int)
    /// In the evening, where the playbook wants two of one force.
    case aloneInEvening(VolunteerID, outing: Int)
    /// On a holiday, or a day that has no such time.
    case wrongDay(VolunteerID, outing: Int)
    /// At a time that the household does not have.
    case wrongTime(HouseholdID, VolunteerID)
    case tooManyGroups(VolunteerID, used: Int, allowed: Int)
    case unknownHousehold(HouseholdID)
    case wrongGroup(HouseholdID, GroupID)
    case householdTwice(HouseholdID)
    /// A follow-up of a household to which no police go, or too few days after them.
    case followsNobody(HouseholdID, VolunteerID)
    case followsTooSoon(HouseholdID, VolunteerID, days: Int)
    case noConsent(HouseholdID, Force)
    case neverHousehold(HouseholdID, VolunteerID)
    /// A named visit without a household, or a quota with one.
    case wrongKind(VolunteerID, order: Int)
    /// The force can do nothing about these steps, or comes to no quota.
    case noFit(VolunteerID, order: Int)
    /// Failed steps, steps, task, minutes or gain are not what the playbook says.
    case wrongTask(VolunteerID, order: Int)
    case overQuota(GroupID, visits: Int, allowed: Int)
    /// Police at more doors of a group that nobody asked than ask them in.
    case tooManyInvitations(GroupID, visits: Int, allowed: Int)
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
