/// What `synthesize` makes.
package struct SyntheticWardSettings: Sendable {
    /// Households interviewed each month in the whole ward, at least 1.
    package let households: Int
    /// Months of interviews, at least 1.
    package let months: Int
    package let firstMonth: SyntheticMonth
    /// The same seed makes the same bytes on every machine.
    package let seed: UInt64
    package let dialect: SurveyDialect
    /// Households that live in the ward, whether asked or not.
    package let population: Int

    /// Households of a ward of 123,000 people at 3.33 people a household.
    package static let usualPopulation = 36_900

    /// - Parameter population: nil for 36,900 households, or a tenth more than are asked where that is more
    ///   than live there.
    package init(
        households: Int, months: Int, seed: UInt64, dialect: SurveyDialect = .canonical,
        firstMonth: SyntheticMonth = .september2025, population: Int? = nil
    ) {
        precondition(households >= 1 && months >= 1, "a ward needs at least one household and one month")
        let usual = households > Self.usualPopulation ? households + households / 10 : Self.usualPopulation
        self.population = population ?? usual
        precondition(self.population >= households, "more households asked than live in the ward")
        self.households = households
        self.months = months
        self.firstMonth = firstMonth
        self.seed = seed
        self.dialect = dialect
    }
}
