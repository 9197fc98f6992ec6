package import SurveyData

/// What the minutes of one force are worth at the margin.
package struct ForcePrice: Sendable, Equatable {
    package let force: Force
    package let volunteers: Int
    /// Minutes that whole visits can fill, over all volunteers.
    package let minutesAvailable: Int
    package let minutesUsed: Int
    /// The dual price: expected dossiers per minute, at least 0.
    package let perMinute: Double
    /// Expected dossiers that one more hour of this force would bring, by solving again with 60 minutes more;
    /// nil where the ward has no volunteer of this force.
    package let oneMoreHour: Double?
}
