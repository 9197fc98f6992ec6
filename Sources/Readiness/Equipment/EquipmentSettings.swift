/// How shared points are placed. Assumptions of the ward's.
package struct EquipmentSettings: Sendable, Equatable {
    /// How far a household walks to a shared point, in kilometres as the crow flies.
    package let walkingKilometres: Double
    /// So many cultural houses at most.
    package let places: Int

    package init(walkingKilometres: Double, places: Int) {
        self.walkingKilometres = walkingKilometres
        self.places = places
    }

    /// Where a playbook does not say; the reasons stand beside the same numbers in the built-in playbook.
    package static let usual = EquipmentSettings(walkingKilometres: 1, places: 5)
}
