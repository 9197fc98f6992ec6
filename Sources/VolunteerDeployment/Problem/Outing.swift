internal import SurveyData

/// One time that a volunteer goes out, alone or with another: to one group, at one time of the week.
///
/// A volunteer's minutes of the month are so many equal outings as they need at `OutingSettings.minutes` each.
struct Outing: Sendable, Equatable {
    /// Index into `DeploymentProblem.volunteers`: who has the list.
    let volunteer: Int
    /// For the way, visits, and what lies between the doors.
    let minutes: Int
    /// Those of the volunteer's times at which it may be, evenings and weekends first; none: any time.
    let times: [WardTime]
    /// nil: any.
    let half: MonthHalf?
    /// Who comes along, of the same force; nil: nobody.
    let partner: Int?

    /// The volunteer's month as one.
    init(month volunteer: Int, minutes: Int) { self.init(volunteer: volunteer, minutes: minutes, times: []) }

    init(volunteer: Int, minutes: Int, times: [WardTime], half: MonthHalf? = nil, partner: Int? = nil) {
        self.partner = partner
        self.half = half
        self.volunteer = volunteer
        self.minutes = minutes
        self.times = times
    }
}
