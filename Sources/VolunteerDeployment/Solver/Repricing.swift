internal import SurveyData

/// Whole months for everyone, made better one volunteer at a time.
///
/// Each in turn gives the month back and takes the best that the others leave, charged part of what a household
/// is worth to them: first all of it, at last nothing.
struct Repricing {
    let pricing: MonthPricing
    let prices: [Double]
    private(set) var months: [Month]
    private var left: [Int]
    /// By force · groups + group; nil where households were given or taken since.
    private var profiles: [GroupProfile?] = []

    init(_ pricing: MonthPricing, prices: [Double], months: [Month]) {
        self.pricing = pricing
        self.prices = prices
        self.months = months
        left = pricing.problem.cells.map(\.count)
        for month in months { take(month) }
    }

    /// A further group must bring half a hundredth of a month: nobody walks far for small change. Assumption.
    private static let fare = 0.005

    var value: Double { months.reduce(0) { $0 + $1.gain } }

    /// One round through all volunteers, by id.
    mutating func round(charging share: Double) {
        let charged = prices.map { $0 * share }
        profiles = Array(repeating: nil, count: DeploymentProgram.forces * pricing.problem.groups.count)
        for volunteer in months.indices {
            giveBack(months[volunteer])
            let own = profiles(of: volunteer, prices: charged)
            let month = pricing.month(of: volunteer, own: own, fare: Self.fare)
            if month.worth(charging: charged) > months[volunteer].worth(charging: charged) + 1e-9 {
                months[volunteer] = month
            }
            take(months[volunteer])
        }
    }

    private mutating func profiles(of volunteer: Int, prices: [Double]) -> [GroupProfile] {
        let person = pricing.problem.volunteers[volunteer]
        guard person.neverHouseholds.isEmpty else {
            return pricing.profiles(of: volunteer, prices: prices, left: left)
        }
        return pricing.problem.places[volunteer].map { group in
            let place = person.force.index * pricing.problem.groups.count + group
            if let known = profiles[place] { return known }
            let made = pricing.profile(place, prices: prices, left: left, for: nil)
            profiles[place] = made
            return made
        }
    }

    private mutating func forget(_ cell: Int) {
        guard !profiles.isEmpty else { return }
        let groups = pricing.problem.groups.count
        for force in 0..<DeploymentProgram.forces {
            profiles[force * groups + pricing.problem.cells[cell].group] = nil
        }
    }

    private mutating func take(_ month: Month) {
        for share in month.shares {
            left[share.cell] -= share.visits
            forget(share.cell)
        }
    }

    private mutating func giveBack(_ month: Month) {
        for share in month.shares {
            left[share.cell] += share.visits
            forget(share.cell)
        }
    }
}
