/// What going to a residential group takes, once a month for each volunteer that goes.
package struct TravelSettings: Sendable, Equatable {
    /// To find the way in, whatever the distance, at least 0.
    package let minutesPerGroup: Double
    /// There and back, at least 0.
    package let minutesPerKilometre: Double
    /// What a kilometre weighs against a plan's value, in expected dossiers, at least 0.
    package let dossiersPerKilometre: Double
    /// Distance where a coordinate is not known: inside a former ward, and to another.
    package let unknownNear, unknownFar: Double

    package init(
        minutesPerGroup: Double, minutesPerKilometre: Double, dossiersPerKilometre: Double,
        unknownNear: Double = Self.usual.unknownNear, unknownFar: Double = Self.usual.unknownFar
    ) {
        self.minutesPerGroup = minutesPerGroup
        self.minutesPerKilometre = minutesPerKilometre
        self.dossiersPerKilometre = dossiersPerKilometre
        self.unknownNear = unknownNear
        self.unknownFar = unknownFar
    }

    /// Where a playbook does not say. Assumptions.
    package static let usual = TravelSettings(
        minutesPerGroup: 10, minutesPerKilometre: 4, dossiersPerKilometre: 0.01, unknownNear: 1.5,
        unknownFar: 4)

    /// Nobody needs any time to go anywhere.
    package static let none = TravelSettings(
        minutesPerGroup: 0, minutesPerKilometre: 0, dossiersPerKilometre: 0)

    /// A way of some kilometres: minutes rounded up to five, as people plan.
    package func way(kilometres: Double) -> Way {
        // Nobody goes farther than round the earth; a number that is none goes nowhere either.
        let kilometres = kilometres >= 0 ? min(kilometres, 40_000) : 40_000
        let minutes = minutesPerGroup + minutesPerKilometre * kilometres
        // The small subtraction keeps 10.000000001 from becoming 15.
        return Way(
            minutes: max(0, Int((minutes / 5 - 1e-6).rounded(.up)) * 5),
            cost: dossiersPerKilometre * kilometres)
    }

    /// The way of one volunteer to one group.
    package struct Way: Sendable, Equatable {
        package let minutes: Int
        /// In expected dossiers.
        package let cost: Double
    }
}
