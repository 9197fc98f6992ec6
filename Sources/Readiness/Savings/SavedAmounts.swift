/// What is saved where dossiers move from the counter to the portal: all proportional to the dossiers.
package struct SavedAmounts: Sendable, Equatable {
    package let dossiers: Double
    /// Counter visits avoided.
    package let visits: Double
    package let counterHours: Double
    package let householdHours: Double
    /// Đồng that households keep.
    package let cost: Double
}
