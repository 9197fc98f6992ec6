internal import SurveyData

/// The classes of digital skill that are no level of ITU's: users below basic, and non-users.
///
/// - Source: SDG indicator 4.4.1 and ITU, Manual for Measuring ICT Access and Use (2020), HH15: an area is none, basic
///   or above basic at 0, 1, or 2 and more activities of the last three months; overall counts the weakest area.
///   Eurostat's thresholds differ. The survey asks nobody whether they used the internet: without any activity, a
///   household with a device or a connection stands for a user.
extension Household {
    /// Whether the household uses digital means: any activity, a device, or a connection. nil where the skills are
    /// not known, or nothing was ticked and device or connection are not known.
    var isDigitalUser: Bool? {
        guard let skills = skills.value else { return nil }
        if skills.hasActivity || hasDevice == true || hasConnection == true { return true }
        return hasDevice == false && hasConnection == false ? false : nil
    }

    /// A user whose overall level is below `level`; a non-user is none of these.
    func isSkilledUser(below level: SkillLevel) -> Bool? {
        guard let isUser = isDigitalUser, let skills = skills.value else { return nil }
        return isUser && skills.overallLevel < level
    }
}
