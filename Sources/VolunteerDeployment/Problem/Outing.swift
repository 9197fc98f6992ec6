internal import SurveyData

/// One time that a volunteer goes out: to one group, at one time of the week.
///
/// A volunteer's minutes of the month are so many equal outings as they need at `OutingSettings.minutes` each.
struct Outing: Sendable, Equatable {
    /// Index into `DeploymentProblem.volunteers`.
    let volunteer: Int
    /// For the way, visits, and what lies between the doors.
    let minutes: Int
    /// nil: any time.
    let time: WardTime?
    /// Of the month, from 1; 0 where a month is one stretch of time.
    let week: Int
    /// nil where the month of the plan is not known.
    let date: SurveyDate?

    /// The volunteer's month as one.
    init(month volunteer: Int, minutes: Int) {
        self.init(volunteer: volunteer, minutes: minutes, time: nil, week: 0, date: nil)
    }

    init(volunteer: Int, minutes: Int, time: WardTime?, week: Int, date: SurveyDate?) {
        self.date = date
        self.volunteer = volunteer
        self.minutes = minutes
        self.time = time
        self.week = week
    }
}
