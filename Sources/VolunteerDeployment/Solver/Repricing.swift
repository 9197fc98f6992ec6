/// Whole months for everyone, made better one volunteer at a time.
///
/// Each in turn gives the month back and takes the best that the others leave, charged part of what a household
/// is worth to them: first all of it, at last nothing.
struct Repricing {
    let pricing: MonthPricing
    let prices: [Double]
    private(set) var months: [Month]
    private var left: [Int]

    init(_ pricing: MonthPricing, prices: [Double], months: [Month]) {
        self.pricing = pricing
        self.prices = prices
        self.months = months
        left = pricing.problem.cells.map(\.count)
        for month in months { take(month) }
    }

    var value: Double { months.reduce(0) { $0 + $1.gain } }

    /// One round through all volunteers, by id.
    mutating func round(charging share: Double) {
        let charged = prices.map { $0 * share }
        for volunteer in months.indices {
            giveBack(months[volunteer])
            let own = pricing.profiles(of: volunteer, prices: charged, left: left)
            let month = pricing.month(of: volunteer, own: own)
            if month.worth(charging: charged) > months[volunteer].worth(charging: charged) + 1e-9 {
                months[volunteer] = month
            }
            take(months[volunteer])
        }
    }

    private mutating func take(_ month: Month) {
        for share in month.shares { left[share.cell] -= share.visits }
    }

    private mutating func giveBack(_ month: Month) {
        for share in month.shares { left[share.cell] += share.visits }
    }
}
