package import SurveyData

/// What more time of one force would bring.
package struct ForcePrice: Sendable, Equatable {
    package let force: Force
    package let volunteers: Int
    /// Minutes that visits and ways may fill, over all volunteers.
    package let minutesAvailable: Int
    package let minutesUsed: Int
    /// nil where the ward has no volunteer of this force.
    package internal(set) var oneMoreHour: HourPrice?
}

/// What one more hour of a force brings, where it brings most.
package struct HourPrice: Sendable, Equatable {
    /// The home of who would give the hour.
    package let group: GroupID
    /// Expected dossiers an hour, by an outing more; a quarter of an hour where the playbook has no outings.
    package let first: Double
    /// Expected dossiers an hour, by eight hours more: never more than `first` but for rounding.
    package let ofADay: Double

    /// Whether the two are so near that one number says both.
    package var isOneNumber: Bool { first - ofADay <= 0.2 * first }
}
