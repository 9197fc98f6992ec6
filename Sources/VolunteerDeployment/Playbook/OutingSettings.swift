/// How long volunteers go out, and how often.
package struct OutingSettings: Sendable, Equatable {
    /// An outing takes at most, with its way.
    package let minutes: Int
    /// Households that are met in an outing, at most.
    package let visits: Int
    /// Of one volunteer, at most.
    package let perWeek: Int
    /// From one door to the next.
    package let betweenDoors: Int
    /// How youth and women volunteers go out in the evening.
    package let evenings: Evenings

    package enum Evenings: String, Sendable, CaseIterable {
        case alone, inTwos
    }

    package init(minutes: Int, visits: Int, perWeek: Int, betweenDoors: Int, evenings: Evenings = .alone) {
        self.evenings = evenings
        self.minutes = minutes
        self.visits = visits
        self.perWeek = perWeek
        self.betweenDoors = betweenDoors
    }

    /// Where a playbook does not say. Assumptions.
    package static let usual = OutingSettings(minutes: 120, visits: 5, perWeek: 2, betweenDoors: 3)

    /// Four weeks are in every month.
    var perMonth: Int { 4 * perWeek }
}
