internal import SurveyData

/// The linear programme of a problem: visits of each force to each class of cells.
///
/// Cells of different groups with the same gains and minutes share a *class*, because no limit of the programme
/// speaks of groups; that leaves the choice of groups to the rounding, where nearness decides. Every plan is a
/// solution of the programme (its visits counted by class and force): the programme knows the households of
/// each class and the minutes of each force, and forgets volunteers, groups and wholeness. So its optimum is
/// an upper bound on the value of every plan.
struct DeploymentProgram {
    static let forces = Force.allCases.count

    /// What visits of a force to a cell give; minutes 0: the force has no one to send there.
    struct Offer: Hashable {
        var minutes = 0
        var gain = 0.0
    }

    /// Minutes of each volunteer that whole visits can fill.
    let usable: [Int]
    /// Sum of `usable` by force index.
    let forceMinutes: [Int]
    /// By cell · forces + force index.
    let offers: [Offer]
    /// The class of each cell; nil where no one can be sent.
    let classes: [Int?]
    /// Households by class.
    let classCounts: [Int]
    /// The offers of each class, by force index.
    let classOffers: [[Offer]]
    let program: LinearProgram

    init(_ problem: DeploymentProblem) {
        let limits = problem.volunteers.map(problem.visitMinutes(of:))
        offers = Self.offers(problem, limits: limits)
        (classes, classOffers, classCounts) = Self.classes(problem.cells, offers)

        var lengths = Array(repeating: Set<Int>(), count: Self.forces)
        for (index, offer) in offers.enumerated() where offer.minutes > 0 {
            lengths[index % Self.forces].insert(offer.minutes)
        }
        var usable = Array(repeating: 0, count: problem.volunteers.count)
        var forceMinutes = Array(repeating: 0, count: Self.forces)
        for force in Force.allCases {
            let own = problem.volunteers.indices.filter { problem.volunteers[$0].force == force }
            let filled = UsableMinutes.under(limits: own.map { limits[$0] }, lengths: lengths[force.index])
            for (volunteer, minutes) in zip(own, filled) { usable[volunteer] = minutes }
            forceMinutes[force.index] = filled.reduce(0, +)
        }
        self.usable = usable
        self.forceMinutes = forceMinutes

        var program = LinearProgram(rowUpper: forceMinutes.map(Double.init) + classCounts.map(Double.init))
        for (index, offers) in classOffers.enumerated() {
            for (force, offer) in offers.enumerated() where offer.minutes > 0 {
                program.addColumn(
                    objective: offer.gain, upper: .infinity,
                    entries: [(force, Double(offer.minutes)), (Self.forces + index, 1)])
            }
        }
        self.program = program
    }

    /// The offers of every cell; a force counts only if one of its volunteers may come and has the time.
    private static func offers(_ problem: DeploymentProblem, limits: [Int]) -> [Offer] {
        var longest = Array(repeating: 0, count: forces)
        for (volunteer, limit) in zip(problem.volunteers, limits) {
            longest[volunteer.force.index] = max(longest[volunteer.force.index], limit)
        }
        var offers = Array(repeating: Offer(), count: problem.cells.count * forces)
        for (index, cell) in problem.cells.enumerated() {
            for option in cell.options {
                let minutes = option.help.minutes
                let canCome =
                    cell.barred.isEmpty
                    ? minutes <= longest[option.force.index]
                    : problem.volunteers.indices.contains {
                        problem.volunteers[$0].force == option.force && limits[$0] >= minutes
                            && !cell.barred.contains($0)
                    }
                guard canCome else { continue }
                offers[index * forces + option.force.index] = Offer(minutes: minutes, gain: option.gain)
            }
        }
        return offers
    }

    private static func classes(
        _ cells: [NeedCell], _ offers: [Offer]
    ) -> (ofCell: [Int?], offers: [[Offer]], counts: [Int]) {
        var known: [[Offer]: Int] = [:]
        var classOffers: [[Offer]] = []
        var counts: [Int] = []
        let ofCell = cells.indices.map { cell -> Int? in
            let own = Array(offers[cell * forces..<(cell + 1) * forces])
            guard own.contains(where: { $0.minutes > 0 }) else { return nil }
            if let index = known[own] {
                counts[index] += cells[cell].count
                return index
            }
            known[own] = classOffers.count
            classOffers.append(own)
            counts.append(cells[cell].count)
            return classOffers.count - 1
        }
        return (ofCell, classOffers, counts)
    }
}
