/// Which half of the month an outing is planned for, where some households are to be followed up: police open the way in
/// the first, the others follow up in the second.
enum MonthHalf: Hashable, Sendable {
    case first, second
}

/// The days of either half: who is followed up on the first of the second half was visited days before.
struct MonthHalves: Sendable {
    /// At least so many days lie between a visit of the police and the one that follows it up.
    let followUpDays: Int

    /// Places of days in the month, from 0.
    func days(of half: MonthHalf, for opensWay: Bool) -> ClosedRange<Int> {
        switch half {
        case .first: 0...(opensWay ? max(0, Self.second - followUpDays) : Self.second - 1)
        case .second: Self.second...(7 * OutingCalendar.weeks - 1)
        }
    }

    private static let second = 7 * OutingCalendar.weeks / 2
}
