internal import SurveyData

/// Turns the linear programme's visits by class into whole visits of volunteers, without breaking a limit.
///
/// 1. *Place*: each volunteer, fewest groups first, takes the visits that the programme gives to the force, from
///    the nearest groups that have enough of them; an exact knapsack fills the minutes.
/// 2. *Improve*: each volunteer in turn gives everything back and fills anew from what no one else has, in the
///    own groups or with one group exchanged; the new month is kept if it gains more. At first a household is
///    charged what the programme says it is worth to the others, then less and less, at last nothing.
///
/// Ties go by id. It stops by work, never by the clock.
struct Rounding {
    let problem: DeploymentProblem
    let program: DeploymentProgram
    let near: [NearGroups]
    /// Cells with an offer, by force · groups + group, best gain per minute first.
    let menu: [[Int]]
    /// A number that divides every visit's minutes, by force.
    let units: [Int]
    /// Households of each cell that no one visits yet.
    var remaining: [Int]
    /// Visits by volunteer.
    var load: [[Share]]
    var value = 0.0
    var knapsack = VisitKnapsack()
    /// What one household of each cell is worth to the others, in the linear programme.
    let cellPrices: [Double]
    /// How much of these prices a volunteer's month is charged, 1…0.
    var charged = 0.0

    /// Some visits of a volunteer to one cell.
    struct Share {
        let cell: Int
        var visits: Int
    }

    /// A volunteer's month that could be.
    struct Month {
        var groups: [Int]
        var gain: Double
        var shares: [Share]
    }

    init(_ problem: DeploymentProblem, _ program: DeploymentProgram, classPrices: [Double]) {
        cellPrices = program.classes.map { $0.map { classPrices[$0] } ?? 0 }
        self.problem = problem
        self.program = program
        near = problem.volunteers.map { NearGroups(volunteer: $0, problem: problem) }
        remaining = problem.cells.map(\.count)
        load = Array(repeating: [], count: problem.volunteers.count)
        let groups = problem.groups.count
        var menu = Array(repeating: [Int](), count: DeploymentProgram.forces * groups)
        var units = Array(repeating: 0, count: DeploymentProgram.forces)
        for (cell, need) in problem.cells.enumerated() {
            for force in 0..<DeploymentProgram.forces {
                let offer = program.offers[cell * DeploymentProgram.forces + force]
                guard offer.minutes > 0 else { continue }
                menu[force * groups + need.group].append(cell)
                units[force] = Self.commonDivisor(units[force], offer.minutes)
            }
        }
        for index in menu.indices {
            let force = index / max(1, groups)
            func rate(_ cell: Int) -> Double {
                let offer = program.offers[cell * DeploymentProgram.forces + force]
                return offer.gain / Double(offer.minutes)
            }
            menu[index].sort { (rate($1), $0) < (rate($0), $1) }
        }
        self.menu = menu
        self.units = units
    }

    /// The whole plan: visits by volunteer and cell.
    mutating func run(targets: [[Int]], bound: Double) {
        place(targets)
        var best = (value: value, load: load)
        for share in Self.charges where value < bound * Self.goodEnough {
            charged = share
            improve()
            if value > best.value { best = (value, load) }
        }
        charged = 0
        for volunteer in problem.volunteers.indices { takeBack(from: volunteer) }
        value = 0
        for volunteer in problem.volunteers.indices { give(best.load[volunteer], to: volunteer) }
        for _ in 0..<Self.rounds where value < bound * Self.goodEnough {
            let before = value
            improve()
            if value <= before * (1 + 1e-6) { break }
        }
    }

    // Four rounds and 0.05 %: what ward-size instances need with room to spare (measured, see the tests).
    private static let rounds = 4
    private static let charges = [1, 0.95, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0]
    private static let goodEnough = 0.9995

    func offer(_ cell: Int, _ volunteer: Int) -> DeploymentProgram.Offer {
        program.offers[cell * DeploymentProgram.forces + problem.volunteers[volunteer].force.index]
    }

    func cells(_ volunteer: Int, in group: Int) -> [Int] {
        menu[problem.volunteers[volunteer].force.index * problem.groups.count + group]
    }

    /// Households of a cell that this volunteer may still be given.
    func available(_ cell: Int, _ volunteer: Int) -> Int {
        let barred = problem.cells[cell].barred
        return barred.isEmpty || !barred.contains(volunteer) ? remaining[cell] : 0
    }

    mutating func give(_ shares: [Share], to volunteer: Int) {
        for share in shares {
            remaining[share.cell] -= share.visits
            value += offer(share.cell, volunteer).gain * Double(share.visits)
        }
        load[volunteer] = shares
    }

    mutating func takeBack(from volunteer: Int) {
        for share in load[volunteer] {
            remaining[share.cell] += share.visits
            value -= offer(share.cell, volunteer).gain * Double(share.visits)
        }
        load[volunteer] = []
    }

    /// The best month of a volunteer in some groups; `limit` says how many visits of a cell may be taken.
    mutating func month(of volunteer: Int, in groups: [Int], limit: (Int) -> Int) -> Month {
        var items: [VisitKnapsack.Item] = []
        for group in groups {
            for cell in cells(volunteer, in: group) {
                let count = limit(cell)
                guard count > 0 else { continue }
                let offer = offer(cell, volunteer)
                let gain = offer.gain - charged * cellPrices[cell]
                guard gain > 0 else { continue }
                items.append(
                    VisitKnapsack.Item(cell: cell, limit: count, minutes: offer.minutes, gain: gain))
            }
        }
        guard !items.isEmpty else { return Month(groups: groups, gain: 0, shares: []) }
        let unit = units[problem.volunteers[volunteer].force.index]
        let filled = knapsack.fill(items, minutes: program.usable[volunteer], unit: unit)
        var visits: [Int: Int] = [:]
        for (item, count) in filled.visits { visits[items[item].cell, default: 0] += count }
        let shares = visits.sorted { $0.key < $1.key }.map { Share(cell: $0.key, visits: $0.value) }
        return Month(groups: groups, gain: filled.gain, shares: shares)
    }

    /// Euclid's algorithm; 0 counts as "none yet".
    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : commonDivisor(other, one % other)
    }
}
