package import SurveyData

/// Why needs, groups and volunteers make no problem that can be solved.
///
/// Codes only, never a name or address.
package enum DeploymentProblemError: Error, Equatable, CustomStringConvertible {
    case groupTwice(GroupID)
    case volunteerTwice(VolunteerID)
    case householdTwice(HouseholdID)
    case needInUnknownGroup(HouseholdID, GroupID)
    case quotaInUnknownGroup(GroupID)
    case badMinutes(VolunteerID)
    case badGroupLimit(VolunteerID)
    /// Not finite or below 0.
    case badDossiers(GroupID)
    /// Empty, twice the same, or past the barriers.
    case badSteps(GroupID)
    case badQuota(GroupID)
    case quotaOverHouseholds(GroupID, quota: Int, households: Int)

    package var description: String {
        switch self {
        case .groupTwice(let group): "group \(group.text) is given twice; give each group once."
        case .volunteerTwice(let volunteer): "volunteer \(volunteer.text) is given twice; give each once."
        case .householdTwice(let household):
            "household \(household.text) has two needs; join them into one need with all failed steps."
        case .needInUnknownGroup(let household, let group):
            "household \(household.text) lies in group \(group.text), which is not given; add the group."
        case .quotaInUnknownGroup(let group):
            "a quota lies in group \(group.text), which is not given; add the group."
        case .badMinutes(let volunteer): "volunteer \(volunteer.text) has fewer than 0 minutes."
        case .badGroupLimit(let volunteer): "volunteer \(volunteer.text) may visit fewer than 1 group."
        case .badDossiers(let group):
            "a need in group \(group.text) expects no number of dossiers of 0 or more."
        case .badSteps(let group):
            "a need in group \(group.text) has no failed step, one twice, or one that is no barrier."
        case .badQuota(let group): "a quota in group \(group.text) is below 0."
        case .quotaOverHouseholds(let group, let quota, let households):
            "group \(group.text) has quotas of \(quota) but only \(households) households not listed by name."
        }
    }
}
