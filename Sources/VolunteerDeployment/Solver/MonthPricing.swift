internal import SurveyData
internal import SurveyStatistics

/// Finds the best month of a volunteer at given prices of households: exact, by dynamic programming over the
/// groups opened and the minutes spent.
struct MonthPricing: Sendable {
    let problem: DeploymentProblem
    let program: DeploymentProgram
    /// At least 1; changes the time only.
    let threads: Int
    /// Cells with an offer, by force · groups + group.
    private let menu: [[Int]]
    /// The greatest number that divides every visit's minutes, by force.
    private let units: [Int]
    /// The most units that a volunteer of a force has.
    private let capacities: [Int]

    init(_ problem: DeploymentProblem, _ program: DeploymentProgram, threads: Int) {
        self.problem = problem
        self.program = program
        self.threads = threads
        let groups = problem.groups.count
        var menu = Array(repeating: [Int](), count: DeploymentProgram.forces * groups)
        var units = Array(repeating: 0, count: DeploymentProgram.forces)
        for (cell, need) in problem.cells.enumerated() {
            for force in 0..<DeploymentProgram.forces {
                let minutes = program.offers[cell * DeploymentProgram.forces + force].minutes
                guard minutes > 0 else { continue }
                menu[force * groups + need.group].append(cell)
                units[force] = Self.commonDivisor(units[force], minutes)
            }
        }
        self.menu = menu
        self.units = units.map { max(1, $0) }
        var capacities = Array(repeating: 0, count: DeploymentProgram.forces)
        for (volunteer, minutes) in zip(problem.volunteers, program.usable) {
            let force = volunteer.force.index
            capacities[force] = max(capacities[force], minutes / self.units[force])
        }
        self.capacities = capacities
    }

    /// The profile of every group for every force, when `left` households of each cell may be visited and each
    /// is charged its price.
    private func profiles(prices: [Double], left: [Int]) -> [GroupProfile] {
        parallelMap(menu.count, threads: threads) { profile($0, prices: prices, left: left, for: nil) }
    }

    /// The profiles of the groups that one volunteer may go to, by place.
    func profiles(of volunteer: Int, prices: [Double], left: [Int]) -> [GroupProfile] {
        let force = problem.volunteers[volunteer].force.index
        return problem.places[volunteer].map {
            profile(force * problem.groups.count + $0, prices: prices, left: left, for: volunteer)
        }
    }

    /// The best month of each of these volunteers.
    func bestMonths(_ volunteers: [Int], prices: [Double], left: [Int]) -> [Month] {
        let profiles = profiles(prices: prices, left: left)
        return parallelMap(volunteers.count, threads: threads) {
            month(of: volunteers[$0], profiles: profiles, prices: prices, left: left)
        }
    }

    /// The volunteer's best month, from profiles of all groups.
    private func month(
        of volunteer: Int, profiles: [GroupProfile], prices: [Double], left: [Int]
    ) -> Month {
        let force = problem.volunteers[volunteer].force.index
        let own =
            problem.volunteers[volunteer].neverHouseholds.isEmpty
            ? problem.places[volunteer].map { profiles[force * problem.groups.count + $0] }
            : self.profiles(of: volunteer, prices: prices, left: left)
        return month(of: volunteer, own: own)
    }

    /// The volunteer's best month, from the profiles of the own places.
    ///
    /// - Parameter fare: what a group other than the home group must bring to be opened at all, as a share of the
    ///   best that one group gives; 0 for bounds, which know no such wish.
    func month(of volunteer: Int, own: [GroupProfile], fare: Double = 0) -> Month {
        let person = problem.volunteers[volunteer]
        let room = program.usable[volunteer] / units[person.force.index]
        var visits: [Int: Int] = [:]
        let home = problem.near[volunteer].home
        let most = fare == 0 ? 0 : own.reduce(0) { max($0, $1.best[room]) }
        let fares = problem.places[volunteer].map { $0 == home ? 0 : fare * most }
        for stay in BestStays(own, fares: fares, room: room, limit: person.maximumGroups).stays {
            for cell in own[stay.place].cells(units: stay.units) { visits[cell, default: 0] += 1 }
        }
        let shares = visits.sorted { $0.key < $1.key }.map { Month.Share(cell: $0.key, visits: $0.value) }
        let gain = shares.reduce(0) {
            $0 + program.offers[$1.cell * DeploymentProgram.forces + person.force.index].gain
                * Double($1.visits)
        }
        return Month(volunteer: volunteer, shares: shares, gain: gain)
    }

    /// The profile of one force in one group.
    ///
    /// - Parameters:
    ///   - place: force · groups + group.
    ///   - volunteer: leaves out the households that this one must not be sent to.
    func profile(
        _ place: Int, prices: [Double], left: [Int], for volunteer: Int?
    ) -> GroupProfile {
        let force = place / max(1, problem.groups.count)
        var items: [(cell: Int, units: Int, worth: Double, count: Int)] = []
        for cell in menu[place] where left[cell] > 0 {
            if let volunteer, problem.cells[cell].barred.contains(volunteer) { continue }
            let offer = program.offers[cell * DeploymentProgram.forces + force]
            let worth = offer.gain - prices[cell]
            if worth > 1e-9 { items.append((cell, offer.minutes / units[force], worth, left[cell])) }
        }
        return GroupProfile(items, capacity: capacities[force])
    }

    /// Euclid's algorithm; 0 counts as "none yet".
    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : commonDivisor(other, one % other)
    }
}
